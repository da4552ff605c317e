import { testRule } from '../testing.ts'
import { mojibake } from './mojibake.ts'

testRule(mojibake, {
  clean: ['R&D; “Â” is a letter.', 'They were in OPEC; São Tomé was not.'],
  found: [{ text: 'It costs ⟦Â£⟧5, he said.', to: 'It costs £5, he said.' }, { text: 'A lost ⟦\ufffd⟧ here' }],
})
