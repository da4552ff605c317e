import { testRule } from '../testing.ts'
import { strayCapital } from './stray-capital.ts'

testRule(strayCapital, {
  clean: ['The film The Third Man and the band The Who were his favourites of all time.'],
  found: [
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
