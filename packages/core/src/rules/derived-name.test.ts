import { testRule } from '../testing.ts'
import { derivedName } from './derived-name.ts'

testRule(derivedName, {
  clean: ['The Gaullist right, the Brezhnevian calm and a Yeltsinist mayor.'],
  found: [
    {
      text: 'The ⟦lepéniste⟧ vote and the ⟦Mélenchonist⟧ left met.',
      to: 'The pro-Le Pen vote and the pro-Mélenchon left met.',
    },
    { text: 'The ⟦élyséenne⟧ press and the ⟦bruxelloise⟧ machine.', to: 'The Élysée press and the Brussels machine.' },
    {
      text: 'The ⟦loukachenkist⟧ police and the ⟦Khrouchtchevian⟧ thaw.',
      to: 'The pro-Lukashenko police and the Khrushchev thaw.',
    },
    { text: 'Among ⟦macronistes⟧, doubt grows.', to: 'Among Macron supporters, doubt grows.' },
  ],
})
