import { testRule } from '../testing.ts'
import { havingClause } from './having-clause.ts'

testRule(havingClause, {
  clean: ['He left after a row over having children.', 'Having won, she left. They talk of having agreed.'],
  found: [
    { text: '⟦After having tried⟧ to flee, he was caught.', to: 'After trying to flee, he was caught.' },
    { text: 'It closed ⟦after having finally agreed⟧ to talks.', to: 'It closed after finally agreeing to talks.' },
    { text: 'A man accused of ⟦having planned⟧ the raid.', to: 'A man accused of planning the raid.' },
  ],
})
