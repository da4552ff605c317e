import { testRule } from '../testing.ts'
import { nameConsistency } from './name-consistency.ts'

testRule(nameConsistency, {
  clean: ['Vladimir Zelenskov met Sergei Zelensky.', 'Anna Karenina and Boris Karenin.'],
  found: [
    {
      text: 'Volodymyr Zelensky came. Volodymyr ⟦Zelenskiy⟧ left. Zelensky won.',
      to: 'Volodymyr Zelensky came. Volodymyr Zelensky left. Zelensky won.',
    },
  ],
})
