import { testRule } from '../testing.ts'
import { demonstrativeApposition } from './demonstrative-apposition.ts'

testRule(demonstrativeApposition, {
  clean: [
    'He lives in Paris, this much is known. The film won in Cannes, this year, too.',
    'When he met Lola, this girl, aged 12, was alone.',
    'Macron, this week, said no.',
  ],
  found: [
    {
      text: 'He speaks of Jean Dupont, ⟦this⟧ former teacher who saved the club.',
      to: 'He speaks of Jean Dupont, a former teacher who saved the club.',
    },
    { text: 'They met the Gones, ⟦these⟧ supporters of Lyon.', to: 'They met the Gones, the supporters of Lyon.' },
  ],
})
