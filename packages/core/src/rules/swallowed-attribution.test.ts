import { testRule } from '../testing.ts'
import { swallowedAttribution } from './swallowed-attribution.ts'

testRule(swallowedAttribution, {
  clean: [
    '“He came, she told me, and left,” said Jean.',
    '“I met him, the minister, at noon,” he said. “We ate, drank and left.”',
    '“The court, which heard the case, ordered the company to pay, and that is that.”',
  ],
  found: [
    {
      text: '“We are all tired of this⟦, assured Jean Martin, in office since May. I⟧ make mistakes”.',
      to: '“We are all tired of this,” assured Jean Martin, in office since May. “I make mistakes”.',
    },
    {
      text: '“We do not strike against a virus⟦, he launched on the radio. I⟧ know that there is fatigue”.',
      to: '“We do not strike against a virus,” he launched on the radio. “I know that there is fatigue”.',
    },
  ],
})
