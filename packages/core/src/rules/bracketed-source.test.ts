import { testRule } from '../testing.ts'
import { bracketedSource } from './bracketed-source.ts'

testRule(bracketedSource, {
  clean: [
    '“It [the bill] is dead,” he said [emphasis added].',
    'See [the rules](https://example.org/la-page) and depend[s] on it.',
    'He met [Charles de Gaulle] and [Le Pen] [pictured] in a café.',
    '“We were [m]any,” she said. “[W]e lost.”',
    'The [1990s] were “mak[ing] a comeback” […].',
  ],
  found: [
    { text: 'in all areas ⟦[de la mobilisation]⟧”, he said', to: 'in all areas [of mobilization]”, he said' },
    { text: 'all that belong to ⟦[s]has⟧ jurisdiction', to: 'all that belong to [his] jurisdiction' },
    { text: 'They ⟦[nous]⟧ told', to: 'They [we] told' },
    { text: 'the forces ⟦[ukrainiennes]⟧ and the ⟦[gouvernement]⟧', to: 'the forces [Ukrainian] and the [government]' },
  ],
})
