import { testRule } from '../testing.ts'
import { photoCredit } from './photo-credit.ts'

testRule(photoCredit, {
  clean: ['The study was paid for by AFP/Getty and two banks.', 'Copyright © 2023 is claimed by the heirs.'],
  found: [
    { text: 'The trial opens on Monday.⟦ © Jean Martin / Hans Lucas⟧', to: 'The trial opens on Monday.' },
    {
      text: 'Passengers wait at the station on December 2.⟦ (JEANNE DE MARTIN / AFP)⟧',
      to: 'Passengers wait at the station on December 2.',
    },
    {
      text: 'It rained.\n\n⟦© Jean Martin/Getty Images – ⟧The minister leaves the room.',
      to: 'It rained.\n\nThe minister leaves the room.',
    },
  ],
})
