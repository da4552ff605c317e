import { testRule } from '../testing.ts'
import { organisationForm } from './organisation-form.ts'

testRule(organisationForm, {
  clean: [
    'Prime Minister Youssef Chahed left. Chahed spoke of drones.',
    'The independent electoral commission (CEI) of the Ivory Coast and the CNT of Guinea’s transition met.',
    'Daesh and al-Qaida fled; the Police nationale d’Haïti and the Parti libéral du Québec stayed.',
    'The International Criminal Court (Cour pénale internationale) and Medecins Sans Frontieres agreed.',
    'PPE contracts for Conservatives, a farm PAC, and the American AMA on sport.',
    'The independent electoral commission (CEI) of the Ivory Coast and the CNT of Guinea’s transition met.',
    'Daesh and al-Qaida fled; the Police nationale d’Haïti and the Parti libéral du Québec stayed.',
    'The International Criminal Court (Cour pénale internationale) and Medecins Sans Frontieres agreed.',
    'PPE contracts for Conservatives, a farm PAC and the American AMA on sport.',
    'The onus is on us: nurses at the hospital spoke to the BBC about Cheikh Diop.',
    'Kremlin, Taliban and Hezbollah sources spoke to the BBC.',
    'The CPI rose by two points, and BAD NEWS CAME from a UA flight to Brussels.',
    'A find from 500 BCE and the third century BCE.',
    'She visited the Mémorial de la Shoah and the PAM gallery.',
    'PNB, the Mumbai lender, and an SLA with suppliers; the QI host, a TIC disorder and TOC entries.',
    'The OEA teachers union in Ohio and a GES pupil; RCA Records and the ASL interpreter.',
    'Saudi-owned Al-Arabiya said so.',
  ],
  found: [
    {
      text: 'A ⟦Chahed⟧ drone and two ⟦Kinjal⟧ missiles hit Kyiv.',
      to: 'A Shahed drone and two Kinzhal missiles hit Kyiv.',
    },
    {
      text: 'Troops of the ⟦ONU⟧ and ⟦Union européenne⟧ fought ⟦Daech⟧.',
      to: 'Troops of the UN and European Union fought Islamic State.',
    },
    { text: 'Judges of the ⟦CPI⟧ in The Hague want him.', to: 'Judges of the ICC in The Hague want him.' },
    {
      text: 'The International Criminal Court (⟦CPI⟧) and the ⟦PAM⟧ (World Food Programme) agreed.',
      to: 'The International Criminal Court (ICC) and the WFP (World Food Programme) agreed.',
    },
    {
      text: 'The ⟦Rassemblement national⟧ and ⟦La France insoumise⟧ voted against.',
      to: 'The National Rally and France Unbowed voted against.',
    },
    { text: 'The ⟦Mémorial⟧ archive was closed.', to: 'The Memorial archive was closed.' },
    {
      text: 'The ⟦Otan⟧ summit on the ⟦TNP⟧, the ⟦OEA⟧ said, and aid from the ⟦BID⟧.',
      to: 'The NATO summit on the NPT, the OAS said, and aid from the IDB.',
    },
    {
      text: 'Two soldiers were killed when an ⟦EEI⟧ exploded near the convoy; the ⟦CGRI⟧ denied it.',
      to: 'Two soldiers were killed when an IED exploded near the convoy; the IRGC denied it.',
    },
    { text: 'It fired a ⟦Sarmate⟧ on Monday.', to: 'It fired a Sarmat on Monday.' },
    { text: 'The ⟦Otan⟧ of the ⟦guerre froide⟧ and the ⟦goulag⟧.', to: 'The NATO of the Cold War and the gulag.' },
    { text: 'She wrote in ⟦Novaïa⟧ Gazeta.', to: 'She wrote in Novaya Gazeta.' },
    { text: 'a summit of the ⟦UE⟧ in Brussels', to: 'a summit of the EU in Brussels' },
  ],
})
