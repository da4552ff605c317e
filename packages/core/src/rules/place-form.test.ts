import { testRule } from '../testing.ts'
import { placeForm } from './place-form.ts'

testRule(placeForm, {
  clean: [
    'Chicken Kiev was served at the Place de Genève; Paris and Rome agreed.',
    'London Breed met Valence Smith and Caroline in Maine.',
  ],
  found: [
    { text: 'From ⟦Londres⟧ to ⟦Athènes⟧ and ⟦Athenes⟧.', to: 'From London to Athens and Athens.' },
    { text: 'The war in ⟦Tchétchénie⟧’s capital', to: 'The war in Chechnya’s capital' },
  ],
})
