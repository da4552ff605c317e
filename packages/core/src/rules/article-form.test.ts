import { testRule } from '../testing.ts'
import { articleForm } from './article-form.ts'

testRule(articleForm, {
  clean: [
    'Group A “early” came; a “one-off”. A uniform; a unique case; a eulogy; a ewe.',
    // Wrong, but “an” would not make it right.
    'It has a again disappointed.',
  ],
  found: [
    { text: 'There is ⟦a “ebb⟧” of the wave.', to: 'There is an “ebb” of the wave.' },
    { text: 'It was ⟦an minister⟧ of the left.', to: 'It was a minister of the left.' },
    { text: 'It was ⟦an unique⟧ chance.', to: 'It was a unique chance.' },
    { text: 'It is ⟦a “ultra⟧-left” press.', to: 'It is an “ultra-left” press.' },
    { text: 'It is ⟦a offensive⟧ plan.', to: 'It is an offensive plan.' },
  ],
})
