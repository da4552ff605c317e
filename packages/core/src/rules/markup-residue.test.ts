import { testRule } from '../testing.ts'
import { markupResidue } from './markup-residue.ts'

testRule(markupResidue, {
  clean: ['The [video] shows 3 < 4.'],
  found: [{ text: 'Dear ⟦{{ name }}⟧, it rained.⟦<br />⟧', to: 'Dear , it rained.' }],
})
