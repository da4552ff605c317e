import { testRule } from '../testing.ts'
import { quoteUnpaired } from './quote-unpaired.ts'

testRule(quoteUnpaired, {
  clean: ['“One.\n\n“Two.\n\n“Three,” he said.'],
  found: [{ text: 'He spoke of ⟦“⟧the reform that will pass.\n\nThe end.' }],
})
