import { testRule } from '../testing.ts'
import { repeatedWord } from './repeated-word.ts'

testRule(repeatedWord, {
  clean: [
    'It is, to, to some, true.',
    'Said said that he was ready. Will will come.',
    'He sang “Bye bye”, a very very long time ago, on Koh Phi Phi island, and that that was so is clear.',
  ],
  found: [
    { text: 'It was by ⟦an an⟧ old man.', to: 'It was by an old man.' },
    { text: 'He won ⟦nine nine⟧ titles there.', to: 'He won nine titles there.' },
    { text: 'They ⟦will will⟧ join him next year.', to: 'They will join him next year.' },
  ],
})
