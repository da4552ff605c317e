import { testRule } from '../testing.ts'
import { outletName } from './outlet-name.ts'

testRule(outletName, {
  clean: [
    'It is, the World Health Organization told reporters, the world’s worst outbreak.',
    'The Parisian, 42, told the court that she was innocent. The Mountain View office reported a loss.',
    'He told the team that South West Trains would run.',
  ],
  found: [
    { text: 'In the columns of ⟦the Parisian⟧. “This is it.”', to: 'In the columns of Le Parisien. “This is it.”' },
    { text: '⟦The World⟧ (with AFP and Reuters)', to: 'Le Monde (with AFP and Reuters)' },
    { text: 'A survey published by ⟦The Sunday Journal⟧.', to: 'A survey published by Le Journal du Dimanche.' },
    { text: 'She spoke to the daily ⟦West France⟧ on Monday.', to: 'She spoke to the daily Ouest-France on Monday.' },
  ],
})
