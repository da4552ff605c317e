import { testRule } from '../testing.ts'
import { historicFuture } from './historic-future.ts'

testRule(historicFuture, {
  clean: [
    'By 2010, he said, the ice will melt if nothing changes.',
    'The trial will show what happened in 1998.',
    'By then the house will have been sold. Many will have seen the film. He will have to go.',
    'The film, released in 1972, will be shown again. It will cost as much as in 2015 prices.',
  ],
  found: [
    {
      text: 'The political exploitation of the murder ⟦will have⟧ been complete.',
      to: 'The political exploitation of the murder has been complete.',
    },
    { text: 'She ⟦will finally leave⟧ the party in 1999.', to: 'She finally left the party in 1999.' },
    { text: 'In March 1962, the army ⟦will lose⟧ the town.', to: 'In March 1962, the army lost the town.' },
  ],
})
