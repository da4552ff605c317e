import { testRule } from '../testing.ts'
import { invertedAttribution } from './inverted-attribution.ts'

testRule(invertedAttribution, {
  clean: [
    '“Yes,” replied the minister. He called it “a deal”, announced on Monday.',
    '“No”, he insisted.',
    'The “Brexit” vote warned the parties.',
  ],
  found: [
    { text: '“It rains”, ⟦adds Jane van Doe⟧, a farmer.', to: '“It rains”, Jane van Doe adds, a farmer.' },
    { text: '“We go”, for her part, ⟦declared the number three of the department⟧.' },
    { text: '“We go”, ⟦had reported, that day, the head of the agency⟧.' },
  ],
})
