import { testRule } from '../testing.ts'
import { attributionVerb } from './attribution-verb.ts'

testRule(attributionVerb, {
  clean: [
    '“Go”, he launched the boat. “Yes,” he hammers the table.',
    'She slips, he said. He called it “a trap”, she supported the plan.',
  ],
  found: [
    { text: '“It is a right,” he further ⟦hammers⟧ on RTL.', to: '“It is a right,” he further insists on RTL.' },
    { text: '“Nothing is decided”, she ⟦estimates⟧.', to: '“Nothing is decided”, she believes.' },
  ],
})
