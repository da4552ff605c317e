import { testRule } from '../testing.ts'
import { strayCapital } from './stray-capital.ts'

testRule(strayCapital, {
  clean: ['The film The Third Man and the band The Who were his favourites of all time.'],
  found: [
    {
      text: 'The minister will speak ⟦After⟧ the vote on the reform of the law.',
      to: 'The minister will speak after the vote on the reform of the law.',
    },
  ],
})
