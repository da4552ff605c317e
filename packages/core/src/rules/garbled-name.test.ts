import { testRule } from '../testing.ts'
import { garbledName } from './garbled-name.ts'

testRule(garbledName, {
  clean: [
    'Élisabeth Borne, Elisabeth Borne and Valerie Pecresse met Jean-Luc Melenchon.',
    'David Camera and Joe Bidet-Smith; Paul Potts.',
    'OLAF SCHOLZ WON',
  ],
  found: [
    { text: 'Then Nicolas ⟦Sarkzoy⟧ spoke to Emmanuel Macron.', to: 'Then Nicolas Sarkozy spoke to Emmanuel Macron.' },
  ],
})
