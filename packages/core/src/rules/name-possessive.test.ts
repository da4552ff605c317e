import { testRule } from '../testing.ts'
import { namePossessive } from './name-possessive.ts'

testRule(namePossessive, {
  clean: ['He joined the government of Jean Castex, the prime minister, and the party of the left.'],
  found: [
    {
      text: 'After talks with ⟦the entourage of Emmanuel Macron⟧ he left.',
      to: 'After talks with Emmanuel Macron’s entourage he left.',
    },
  ],
})
