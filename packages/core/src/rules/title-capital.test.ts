import { testRule } from '../testing.ts'
import { titleCapital } from './title-capital.ts'

testRule(titleCapital, {
  clean: ['THE PRIME MINISTER RESIGNS. The Minister of the Interior saw the Minister-President of Saxony.'],
  found: [{ text: 'It is up to the ⟦Prime Minister⟧’s party.', to: 'It is up to the prime minister’s party.' }],
})
