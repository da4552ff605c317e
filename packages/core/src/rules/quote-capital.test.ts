import { testRule } from '../testing.ts'
import { quoteCapital } from './quote-capital.ts'

testRule(quoteCapital, {
  clean: [
    'He wrote that “May is the month” and that “Paris burns”.',
    'She replied: “The end is near.” He added that all was well.',
    'It was the “Beijing consensus” of “European sovereignty”.',
    'The song was “The Way We Were”, and the word “No” was clear.',
  ],
  found: [
    {
      text: 'The states were “⟦Determined⟧ to defend Ukraine”.',
      to: 'The states were “determined to defend Ukraine”.',
    },
    { text: 'But “⟦We⟧ protect our land”, he said.', to: 'But “we protect our land”, he said.' },
    { text: '“It is over.” ⟦She⟧ said.', to: '“It is over.” she said.' },
  ],
})
