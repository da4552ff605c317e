import { testRule } from '../testing.ts'
import { sincePresent } from './since-present.ts'

testRule(sincePresent, {
  clean: [
    'It is the largest deal since 2008, and the works since 1990 are on show.',
    'Prices are down since Monday. The road is closed, since Monday is a holiday.',
    'She is in prison for the first time since 2011.',
  ],
  found: [
    { text: 'The road ⟦is closed since⟧ Monday.', to: 'The road has been closed since Monday.' },
    {
      text: 'Jane Doe, who ⟦heads the group since⟧ 2012, left.',
      to: 'Jane Doe, who has headed the group since 2012, left.',
    },
    { text: 'Both men ⟦are detained since⟧ several months.', to: 'Both men have been detained for several months.' },
  ],
})
