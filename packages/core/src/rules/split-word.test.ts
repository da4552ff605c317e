import { testRule } from '../testing.ts'
import { splitWord } from './split-word.ts'

testRule(splitWord, {
  clean: ['An otherwise quiet day; he can, not she.'],
  found: [{ text: '⟦With out⟧ help he fell.', to: 'Without help he fell.' }],
})
