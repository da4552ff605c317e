import { testRule } from '../testing.ts'
import { honorific } from './honorific.ts'

testRule(honorific, {
  clean: [
    'Jane Coetzee met J. M. Coetzee.',
    'John M. Smith and M. Smith, his son, are in room M. There.',
    'Mme Tussauds'.replace('Mme', 'Madame'),
  ],
  found: [
    {
      text: 'Emmanuel Macron spoke in Paris. ⟦M.⟧ Macron then left.',
      to: 'Emmanuel Macron spoke in Paris. Mr. Macron then left.',
    },
    { text: 'According to ⟦M.⟧ Darmanin, it was over.', to: 'According to Mr. Darmanin, it was over.' },
    { text: '⟦Mme⟧ Borne answered ⟦Mlle⟧ Dupont.', to: 'Ms. Borne answered Ms. Dupont.' },
  ],
})
