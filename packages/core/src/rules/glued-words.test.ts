import { testRule } from '../testing.ts'
import { gluedWords } from './glued-words.ts'

testRule(gluedWords, {
  clean: [
    'The essays of WikiLeaks and AstraZeneca, unannounced, were reassured.',
    'Go to Booking.com or report(s) on it.',
    'f(x)and so',
  ],
  found: [
    { text: 'But we ⟦agreesaid⟧ the minister.', to: 'But we agree, said the minister.' },
    { text: 'the house⟦,but⟧ not the garden', to: 'the house, but not the garden' },
  ],
})
