import { testRule } from '../testing.ts'
import { gluedWords } from './glued-words.ts'

testRule(gluedWords, {
  clean: [
    'The package holds the checksums of its files, and banknotes pay for keynotes.',
    'The footnotes, keynotes and banknotes were compromised; he retweeted the landslips and relaunched it.',
    'He flew with easyJet and flyDubai, on an iPad, with openAI.',
    'The essays of WikiLeaks and AstraZeneca, unannounced, were reassured.',
    'Go to Booking.com or report(s) on it.',
    'f(x)and so',
  ],
  found: [
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
