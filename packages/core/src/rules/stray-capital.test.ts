import { testRule } from '../testing.ts'
import { strayCapital } from './stray-capital.ts'

testRule(strayCapital, {
  clean: [
    'He told the Company that it must pay, and the Company said that it would not pay him.',
    'He read The Boy Who Was afraid of nothing, and saw Bank of America In Concert on the same long evening.',
    'The film The Third Man and the band The Who were his favourites of all time.',
  ],
  found: [
    {
      text: 'Last Saturday the team of France ⟦Gave⟧ a very sad performance in the rain.',
      to: 'Last Saturday the team of France gave a very sad performance in the rain.',
    },
    {
      text: 'The singer told Madame Figaro ⟦During⟧ the long evening of the opening that she was tired.',
      to: 'The singer told Madame Figaro during the long evening of the opening that she was tired.',
    },
    {
      text: 'They want to help ⟦Overcoming⟧ the crisis of the year in the south.',
      to: 'They want to help overcoming the crisis of the year in the south.',
    },
    {
      text: 'The minister will speak ⟦After⟧ the vote on the reform of the law.',
      to: 'The minister will speak after the vote on the reform of the law.',
    },
  ],
})
