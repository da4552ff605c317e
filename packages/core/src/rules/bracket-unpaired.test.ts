import { testRule } from '../testing.ts'
import { bracketUnpaired } from './bracket-unpaired.ts'

testRule(bracketUnpaired, {
  clean: ['The law (of 2019 [as amended]) holds; he won 3-1 (0-0).', 'i) the first, ii) the second'],
  found: [{ text: 'The agency ⟦[⟧AFP told us so on Monday.' }],
})
