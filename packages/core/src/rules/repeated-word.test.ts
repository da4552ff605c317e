import { testRule } from '../testing.ts'
import { repeatedWord } from './repeated-word.ts'

testRule(repeatedWord, {
  clean: ['It is, to, to some, true.'],
  found: [{ text: 'It was by ⟦an an⟧ old man.', to: 'It was by an old man.' }],
})
