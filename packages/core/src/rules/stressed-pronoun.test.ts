import { testRule } from '../testing.ts'
import { stressedPronoun } from './stressed-pronoun.ts'

testRule(stressedPronoun, {
  clean: [
    'They asked the minister, her, and him. Pronouns such as she, her, are listed.',
    'He gave it to them, them being the last, and us.',
    'I told her, him, was all she said.',
  ],
  found: [
    { text: 'Emmanuel Macron⟦, him,⟧ will speak tonight.', to: 'Emmanuel Macron will speak tonight.' },
    { text: 'Marine Le Pen⟦, her,⟧ believes that it is too late.' },
  ],
})
