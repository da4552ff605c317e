import { expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { testRule } from '../testing.ts'
import { nameForm } from './name-form.ts'

testRule(nameForm, {
  clean: [
    'Rudolf Nureyev (Noureev to the French) met Léon Bakst.',
    'Rudolf Nureyev (transliterated as Nouréev in French) danced.',
    'Ismaïl Omar Guelleh, Qassem Soleimani, Maria Kolesnikova and Itamar Ben Gvir.',
    'Mohammad Mossadegh, Ali Sistani and Abdel Fattah el-Sissi met Marie-Madeleine Roche.',
    'Gaspar Noé showed his film. Marie-Madeleine Dupont spoke. Saint Pierre and Miquelon is French.',
    'Vladimir Putin, Sergei Lavrov and Yulia Tymoshenko met Wladimir Klitschko.',
    'Boris Johnson, Igor Stravinsky, Anton Bruckner and Roman Polanski; Alexander Fleming.',
    'Michelle Obama met Boutros Boutros-Ghali and Natalie Portman in Martinique.',
    'David Mitchell and Serge Gainsbourg; Alexandre Dumas and Maxime Bossis.',
    'Yassine Bounou, Karim Benzema and Abdelmadjid Tebboune; Al-Houthi and Al-Maktoum.',
    'Georges Moustaki, Georges Pompidou and Georges Lucas; Maria Molina and Denis Moulin.',
    'The Ulysse Nardin watch; Henri IV and Louis XIV; Pont Alexandre III.',
    'Alphonse Areola, Alphonse Daudet and Victor-Emmanuel Roux; Didon Nsumbu and Iphigénie Dupont met Fodé Sylla.',
  ],
  found: [
    {
      text: 'It was ⟦Guennimir Zoubouchkine⟧; Loïc ⟦Toumanchouk⟧ met ⟦Mitsotákis⟧ and ⟦Lévan Khabouchvili⟧.',
      to: 'It was Gennimir Zubushkin; Loïc Tumanshuk met Mitsotakis and Levan Khabushvili.',
    },
    { text: 'Oleksandr ⟦Chtoupoun⟧ of ⟦Lioubytino⟧ spoke.', to: 'Oleksandr Shtupun of Lyubytino spoke.' },
    {
      text: 'Radovan ⟦Karadjitch⟧ and Vadym ⟦Goutzeït⟧ left; ⟦Thános⟧ Plevris and Sofia ⟦Velikaïa⟧ came.',
      to: 'Radovan Karadzic and Vadym Gutzeit left; Thanos Plevris and Sofia Velikaya came.',
    },
    {
      text: '⟦Guennadi Lassev⟧, Mikhail ⟦Chabline⟧ and ⟦Sergueï Chabanov⟧.',
      to: 'Gennady Lasev, Mikhail Shablin and Sergei Shabanov.',
    },
    { text: 'The speaker, Viktor ⟦Toumanchouk⟧, left.', to: 'The speaker, Viktor Tumanshuk, left.' },
    { text: 'The rest was up to ⟦Khrouchtchev⟧.', to: 'The rest was up to Khrushchev.' },
    { text: '⟦Anatoli Serdioukov⟧ and Oleg ⟦Vassilkine⟧.', to: 'Anatoly Serdyukov and Oleg Vasilkin.' },
    { text: '⟦Sergueï Lapchine⟧ left; ⟦Lapchine⟧ returned.', to: 'Sergei Lapshin left; Lapshin returned.' },
    { text: '⟦Iouri⟧ laughed, said ⟦Alexandre⟧ Bogatov.', to: 'Yuri laughed, said Alexander Bogatov.' },
    { text: '⟦Georges Zervandréou⟧ met ⟦Georges⟧ Zervopoulos.', to: 'George Zervandreou met George Zervopoulos.' },
    { text: 'Maria ⟦Goubaïdoulina⟧ and Denis ⟦Pouchkarine⟧.', to: 'Maria Gubaidulina and Denis Pushkarin.' },
    { text: '⟦Alexandre Vouchkine⟧ was heard.', to: 'Alexander Vushkin was heard.' },
    { text: 'Gor ⟦Zakhoumian⟧ and Armen Sarkissian.', to: 'Gor Zakhumyan and Armen Sarkissian.' },
    {
      text: '⟦Kamtchybek Tachibekov⟧ resigned; Belarusian sprinter Krystsina ⟦Tsimanouskaïa⟧ and Marat ⟦Safioulline⟧ ran.',
      to: 'Kamchybek Tashibekov resigned; Belarusian sprinter Krystsina Tsimanouskaya and Marat Safiullin ran.',
    },
    { text: 'King ⟦Alphonse⟧ XIII of Spain.', to: 'King Alfonso XIII of Spain.' },
    { text: 'A bust of Felix ⟦Dzerjinski⟧ stood there.', to: 'A bust of Felix Dzerzhinsky stood there.' },
    { text: 'The works of ⟦Ératosthène⟧ and ⟦Tertullien⟧.', to: 'The works of Eratosthenes and Tertullian.' },
    { text: 'Pope ⟦Grégoire⟧ IX and ⟦Guillaume⟧ III.', to: 'Pope Gregory IX and William III.' },
    { text: '⟦Djassem Al-Chammari⟧ spoke to Khaled ⟦Ben⟧ Zayed.', to: 'Jassem al-Shammari spoke to Khaled bin Zayed.' },
    { text: '⟦Chapour Djavanfar⟧ and ⟦Guideon⟧ Shalit.', to: 'Shapour Javanfar and Gideon Shalit.' },
    { text: 'The fighter ⟦Abou Tourab⟧ Al-Masri was killed.', to: 'The fighter Abu Turab Al-Masri was killed.' },
    { text: 'Troops of Al-⟦Djoubouri⟧ left.', to: 'Troops of Al-Jubouri left.' },
  ],
})

// North Africa, Lebanon and West Africa write the same letters in English: one sign is never enough.
it.each([
  'Mohamed Ould Ghazouani met Mohammed Choukri, Leïla Slimani and Kamel Daoud.',
  'Mohamed Bouazizi, Cheikh Anta Diop and Abou Diaby; Najib Boudjellal and Amine Bouhafa.',
  'President Ibrahim Boubacar Keïta met Cheikh Hadjibou Soumaré, Béchir Ben Yahmed and Bachar Mar-Khalifé.',
  // Ch, j, ss and ou are what English writes too, behind an English given name or beside an English letter group.
  'Konstantin Chernenko, Sergei Chemezov, Khamzat Chimaev, Vasily Chuikov, Georgy Chicherin and Yevgeny Chichvarkin.',
  'Andrei Belousov, Kirill Stremousov, Konstantin Rokossovsky, Vladimir Jurowski, Evgeny Kissin and Fyodor Tyutchev.',
  'Hikmet Hajiyev, Sadyr Japarov, Sergei Parajanov, Otar Iosseliani and Giorgi Balanchivadze.',
  'Boyko Borissov, Assen Vassilev, Ales Bialiatski, Siarhei Tsikhanouski and Marketa Vondrousova.',
  'Andrii Melnyk, Dmitri Medvedev, Oleksii Danilov, Vassily Nebenzia, Konstantin Malofeev and Arkadi Gaidar.',
  'Mohamed Ould Cheikh El Ghazouani met Ibrahim al-Jaafari.',
  'Viktor Bout, Valéry Giscard d’Estaing, Zouhair Maghzaoui and Abdelkader Boudaoui.',
  'Svetlana Mounier, Ekaterina Rousseau, Nadezhda Boucher and Saeid Roustaee.',
  'Ruslan Ponomariov, Yordan Letchkov, Vesselina Kasarova and Bachar Mar-Khalife; Leïla Boudaoui and Amine Belaïli.',
  'Naim Kassem, Fairouz, Seif al-Islam Gadhafi and Chahdortt Djavann.',
  'Rafic Hariri, Moqtada al-Sadr, Nabih Berri, Ahmed Ben Bella and David Ben-Gurion.',
])('stays silent even in an article that was translated: %s', (text) => {
  expect(createChecker({ rules: [nameForm], translated: true }).check(text).findings).toEqual([])
})
