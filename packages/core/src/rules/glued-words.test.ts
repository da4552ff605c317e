import { testRule } from '../testing.ts'
import { gluedWords } from './glued-words.ts'

testRule(gluedWords, {
  clean: [
    'The poet Mahmoud Darwish was read in Dar es Salaam, where Kim and Roth met Kimball and Rothwell.',
    'The package holds the checksums of its files, and banknotes pay for keynotes.',
    'The footnotes, keynotes and banknotes were compromised; he retweeted the landslips and relaunched it.',
    'He flew with easyJet and flyDubai, on an iPad, with openAI.',
    'The essays of WikiLeaks and AstraZeneca, unannounced, were reassured.',
    'Go to Booking.com or report(s) on it.',
    'f(x)and so, print(name), the person(s) and the G(irl)s of 50cent and 20minutes.',
    'Britishness, goalscoring, frontrunners, fourballs, smartcards and the scoresheet of Portsmouth in Newmarket.',
    'Phil Willis of Microsoft and Irancell left with Hassell for 530p-a-share, the A380superjumbo, Covid19 and Euro2016.',
  ],
  found: [
    { text: 'Gordon spoke, and Brown too. ⟦GordonBrown⟧ left.', to: 'Gordon spoke, and Brown too. Gordon Brown left.' },
    { text: 'Rain of “2 hours”⟦.Runoff⟧ and floods followed.', to: 'Rain of “2 hours”. Runoff and floods followed.' },
    { text: 'It is the ⟦company’sshares⟧ that fell.', to: 'It is the company’s shares that fell.' },
    { text: 'A report on ⟦accessto⟧ care and on drugs.', to: 'A report on access to care and on drugs.' },
    { text: 'The ⟦governmentreconstruction⟧ plan failed.', to: 'The government reconstruction plan failed.' },
    { text: 'It was ⟦nowbeginning⟧ to move.', to: 'It was now beginning to move.' },
    { text: '⟦Thiswas⟧ the first time since the war.', to: 'This was the first time since the war.' },
    {
      text: 'Lufthansa is a German airline. ⟦Lufthansamay⟧ go to court.',
      to: 'Lufthansa is a German airline. Lufthansa may go to court.',
    },
    {
      text: 'On Monday Dominique ⟦Laurensprosecutor⟧ of Marseille spoke.',
      to: 'On Monday Dominique Laurens prosecutor of Marseille spoke.',
    },
    { text: 'La Tribune ⟦Sundaycalling⟧ it a shame.', to: 'La Tribune Sunday calling it a shame.' },
    {
      text: 'He left in ⟦2004after⟧ the vote, at the age of 52.',
      to: 'He left in 2004 after the vote, at the age of 52.',
    },
    { text: 'He has been there ⟦since2004⟧ and likes it.', to: 'He has been there since 2004 and likes it.' },
    { text: 'The ⟦Agency(⟧IEA) warned of shortages.', to: 'The Agency (IEA) warned of shortages.' },
    {
      text: 'Rain fell for two ⟦hours(⟧40 to 60 mm) on the Gard.',
      to: 'Rain fell for two hours (40 to 60 mm) on the Gard.',
    },
    { text: 'They met in Israel⟦.Brando⟧ has left.', to: 'They met in Israel. Brando has left.' },
    { text: 'It will grow next year⟦.However⟧, firms wait.', to: 'It will grow next year. However, firms wait.' },
    {
      text: '“He does not have to convince ⟦meresponds the coach, he⟧ knows what I think. We will see.”',
      to: '“He does not have to convince me,” responds the coach, “he knows what I think. We will see.”',
    },
    {
      text: '“It is late, but we ⟦agreesaid the minister. Others⟧ have waited.”',
      to: '“It is late, but we agree,” said the minister. “Others have waited.”',
    },
    { text: 'It does not interest ⟦meexplained⟧ the coach.', to: 'It does not interest me, explained the coach.' },
    { text: 'I will convince ⟦himresponds⟧ the coach.', to: 'I will convince him, responds the coach.' },
    { text: 'He said that ⟦theThe⟧ government will go.', to: 'He said that the government will go.' },
    {
      text: 'It was a sad match in ⟦frontGermany⟧ on Saturday.',
      to: 'It was a sad match in front Germany on Saturday.',
    },
    { text: 'A goal of his ⟦teammatesAurelian⟧ followed.', to: 'A goal of his teammates Aurelian followed.' },
    { text: 'But we ⟦agreesaid⟧ the minister.', to: 'But we agree, said the minister.' },
    { text: 'the house⟦,but⟧ not the garden', to: 'the house, but not the garden' },
  ],
})
