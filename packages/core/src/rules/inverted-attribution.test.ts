import { testRule } from '../testing.ts'
import { invertedAttribution } from './inverted-attribution.ts'

testRule(invertedAttribution, {
  clean: [
    '“Yes,” replied the minister. He called it “a deal”, announced on Monday.',
    '“No”, he insisted.',
    'The “Brexit” vote warned the parties.',
    '“No deal”, announced on Tuesday, is off. “Yes,” she told Monday Magazine.',
    'He rose, announced the winner and left. They met, confirmed the date.',
    'The firm, announced the deal on Monday, he said to the BBC.',
    'He called it “a shock”, and the mayor is alarmed.',
  ],
  found: [
    { text: '“It rains”, ⟦adds Jane van Doe⟧, a farmer.', to: '“It rains”, Jane van Doe adds, a farmer.' },
    {
      text: '“We go”, ⟦said Monday the head of the group⟧.',
      to: '“We go”, the head of the group said on Monday.',
    },
    {
      text: '“Two died”, ⟦indicated Wednesday evening the prefecture⟧.',
      to: '“Two died”, the prefecture said on Wednesday evening.',
    },
    { text: '“It is grave”, ⟦is alarmed the mayor of Nice⟧.', to: '“It is grave”, says the mayor of Nice.' },
    {
      text: '“We stay”, ⟦explains to 20 Minutes Jane Doe⟧, a judge.',
      to: '“We stay”, Jane Doe tells 20 Minutes, a judge.',
    },
    { text: 'The road is closed, ⟦announced the prefecture⟧.', to: 'The road is closed, the prefecture announced.' },
    { text: 'The man was arrested, ⟦reveals franceinfo⟧.', to: 'The man was arrested, franceinfo reports.' },
    {
      text: 'Two died, ⟦indicated Wednesday the fire department⟧.',
      to: 'Two died, the fire department said on Wednesday.',
    },
    { text: '“We go”, for her part, ⟦declared the number three of the department⟧.' },
    { text: '“We go”, ⟦had reported, that day, the head of the agency⟧.' },
  ],
})
