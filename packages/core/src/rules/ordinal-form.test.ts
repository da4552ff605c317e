import { testRule } from '../testing.ts'
import { ordinalForm } from './ordinal-form.ts'

testRule(ordinalForm, {
  clean: ['She came 112th of 10,000th and 3rd; see A2th and 1.2th of it.'],
  found: [
    { text: 'This ⟦92th⟧ Miss France election was long.', to: 'This 92nd Miss France election was long.' },
    { text: 'He scored in the ⟦83th⟧ minute of the match.', to: 'He scored in the 83rd minute of the match.' },
    { text: 'In the ⟦XIXth⟧ century it was sold.', to: 'In the 19th century it was sold.' },
  ],
})
