import { testRule } from '../testing.ts'
import { quoteForm } from './quote-form.ts'

testRule(quoteForm, {
  clean: ["The boys' and the girls' teams met; a 12'' record, and ‘we’ll go’, he said."],
  found: [
    { text: 'It was ⟦``⟧the end⟦’’⟧, he said.', to: 'It was “the end”, he said.' },
    { text: 'It was ⟦<< ⟧the end⟦ >>⟧ for him.', to: 'It was “the end” for him.' },
  ],
})
