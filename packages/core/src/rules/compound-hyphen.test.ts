import { testRule } from '../testing.ts'
import { compoundHyphen } from './compound-hyphen.ts'

testRule(compoundHyphen, {
  clean: ['It took 5 years; 1 year later he left.'],
  found: [{ text: 'A ⟦24 year old⟧ man fell.', to: 'A 24-year-old man fell.' }],
})
