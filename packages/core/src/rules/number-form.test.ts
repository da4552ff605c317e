import { testRule } from '../testing.ts'
import { numberForm } from './number-form.ts'

testRule(numberForm, {
  clean: [
    'They won 49-3 on 3,5 and 7 May; the 49-3 score; 1 million 200 people.',
    'In 2020 100 people.',
    'Pages 3,500 to 25 300.',
  ],
  found: [
    { text: 'It cost ⟦1 200 000⟧ euros, or ⟦2,75⟧ million.', to: 'It cost 1,200,000 euros, or 2.75 million.' },
    { text: 'in the ⟦XXe⟧ century', to: 'in the 20th century' },
  ],
})
