import { testRule } from '../testing.ts'
import { brokenParagraph } from './broken-paragraph.ts'

testRule(brokenParagraph, {
  clean: ['The prices of the houses that the people of the town pay\n\nThe end.', 'What he hoped for\n\nHe left.'],
  found: [
    { text: 'The film was made in the spring, four days before the army went into ⟦the⟧\n\nDonbass\n\nIt rained.' },
  ],
})
