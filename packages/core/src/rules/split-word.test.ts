import { testRule } from '../testing.ts'
import { splitWord } from './split-word.ts'

testRule(splitWord, {
  clean: ['An otherwise quiet day; he can, not she.'],
  found: [{ text: '⟦More over⟧, he fell, ⟦never the less⟧.', to: 'Moreover, he fell, nevertheless.' }],
})
