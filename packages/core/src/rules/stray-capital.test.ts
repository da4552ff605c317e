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
      text: 'The firms say that it is an unfair burden ⟦The⟧ new rules come from a long debate.',
      to: 'The firms say that it is an unfair burden. The new rules come from a long debate.',
    },
    {
      text: 'The firm may leave in the next few years ⟦However⟧, it still plans to grow here.',
      to: 'The firm may leave in the next few years. However, it still plans to grow here.',
    },
    {
      text: 'The economy will recover later this year ⟦On⟧ Wednesday, the bank cut its rates again.',
      to: 'The economy will recover later this year. On Wednesday, the bank cut its rates again.',
    },
    {
      text: 'The minister will speak ⟦After⟧ the vote on the reform of the law.',
      to: 'The minister will speak after the vote on the reform of the law.',
    },
  ],
})
