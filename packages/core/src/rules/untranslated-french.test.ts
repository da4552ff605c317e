import { testRule } from '../testing.ts'
import { untranslatedFrench } from './untranslated-french.ts'

testRule(untranslatedFrench, {
  clean: [
    'The magazine Nous Deux, the film “Tout va bien” and the Maison de la Radio.',
    'He has a certain je ne sais quoi, and an avant-garde taste.',
  ],
  found: [
    { text: 'The law was passed ⟦notamment⟧ by the left.', to: 'The law was passed notably by the left.' },
    { text: 'It rained ⟦également⟧ in May.', to: 'It rained also in May.' },
  ],
})
