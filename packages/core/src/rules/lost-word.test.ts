import { testRule } from '../testing.ts'
import { lostWord } from './lost-word.ts'

testRule(lostWord, {
  clean: ['He came in, sat down and looked on. It was thought of, and paid for.', 'This is “the,” not “a.”'],
  found: [{ text: 'This son of a grocer was born in ⟦the⟦, and left early.'.replace('the⟦,', 'the,⟧') }],
})
