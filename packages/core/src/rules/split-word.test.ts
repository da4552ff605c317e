import { testRule } from '../testing.ts'
import { splitWord } from './split-word.ts'

testRule(splitWord, {
  clean: [
    'An otherwise quiet day; he can, not she.',
    'He ate penne alla panna in situ, per se an ad hoc meal, with Mr Govern Ment.',
  ],
  found: [
    { text: 'An ⟦interna tional⟧ firm.', to: 'An international firm.' },
    { text: '⟦More over⟧, he fell, ⟦never the less⟧.', to: 'Moreover, he fell, nevertheless.' },
  ],
})
