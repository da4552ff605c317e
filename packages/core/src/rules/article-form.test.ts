import { testRule } from '../testing.ts'
import { articleForm } from './article-form.ts'

testRule(articleForm, {
  clean: ['A uniform; a unique case; a eulogy; a ewe.'],
  found: [{ text: 'It is ⟦a offensive⟧ plan.', to: 'It is an offensive plan.' }],
})
