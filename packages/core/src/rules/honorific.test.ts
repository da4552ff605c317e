import { testRule } from '../testing.ts'
import { honorific } from './honorific.ts'

testRule(honorific, {
  clean: ['John M. Smith and M. Smith, his son, are in room M. There.', 'Mme Tussauds'.replace('Mme', 'Madame')],
  found: [{ text: '⟦Mme⟧ Borne answered ⟦Mlle⟧ Dupont.', to: 'Ms. Borne answered Ms. Dupont.' }],
})
