import { testRule } from '../testing.ts'
import { hearsayConditional } from './hearsay-conditional.ts'

testRule(hearsayConditional, {
  clean: ['Police would have to leave.', 'A source said it would have been worse.'],
  found: [
    {
      text: 'Three people ⟦would have been⟧ hurt, according to AFP.',
      to: 'Three people was reportedly hurt, according to AFP.',
    },
  ],
})
