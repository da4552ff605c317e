import { testRule } from '../testing.ts'
import { nameForm } from './name-form.ts'

testRule(nameForm, {
  clean: [
    'Vladimir Putin, Sergei Lavrov and Yulia Tymoshenko met Wladimir Klitschko.',
    'Boris Johnson, Igor Stravinsky, Anton Bruckner and Roman Polanski; Alexander Fleming.',
    'Michelle Obama met Boutros Boutros-Ghali and Natalie Portman in Martinique.',
  ],
  found: [
    { text: 'The speaker, Viktor ⟦Toumanchouk⟧, left.', to: 'The speaker, Viktor Tumanshuk, left.' },
    { text: 'The rest was up to ⟦Khrouchtchev⟧.', to: 'The rest was up to Khrushchev.' },
  ],
})
