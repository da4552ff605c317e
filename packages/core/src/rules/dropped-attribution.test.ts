import { testRule } from '../testing.ts'
import { droppedAttribution } from './dropped-attribution.ts'

testRule(droppedAttribution, {
  clean: [
    'We met John Smith. They all lost to the same old champion, Smith.',
    'I saw Jane Paris. He moved from London to the capital of another country, Paris, and Rome.',
  ],
  found: [
    {
      text: 'We met Mr. John Smith. The government will have to find another way to pay its debts⟦, Smith⟧.',
      to: 'We met Mr. John Smith. The government will have to find another way to pay its debts, Smith said.',
    },
  ],
})
