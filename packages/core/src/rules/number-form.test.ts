import { testRule } from '../testing.ts'
import { numberForm } from './number-form.ts'

testRule(numberForm, {
  clean: [
    'The reverse zone is 1.168.192.in-addr.arpa, on the first server.',
    'The ranks are village, premier (1er) cru and grand cru; a 1er cru costs more.',
    'They won 49-3 on 3,5 and 7 May; the 49-3 score; 1 million 200 people.',
    'In 2020 100 people.',
    'Pages 3,500 to 25 300.',
  ],
  found: [
    { text: 'It rose by ⟦4,6 %⟧ to ⟦2,8 billions of⟧ euros.', to: 'It rose by 4.6% to 2.8 billion euros.' },
    {
      text: 'The ⟦1er⟧ May, the ⟦77e⟧ festival and his ⟦3ème⟧ goal.',
      to: 'The 1st May, the 77th festival and his 3rd goal.',
    },
    { text: 'It cost ⟦500 €⟧, ⟦12,50 €⟧ or ⟦2 000 €⟧.', to: 'It cost €500, €12.50 or €2,000.' },
    { text: 'Some ⟦40.000⟧ people and ⟦1.234.567⟧ euros.', to: 'Some 40,000 people and 1,234,567 euros.' },
    { text: 'at ⟦25 ° C⟧ and ⟦1 500,50⟧ euros', to: 'at 25°C and 1,500.50 euros' },
    { text: 'It cost ⟦1 200 000⟧ euros, or ⟦2,75⟧ million.', to: 'It cost 1,200,000 euros, or 2.75 million.' },
    { text: 'in the ⟦XXe⟧ century', to: 'in the 20th century' },
  ],
})
