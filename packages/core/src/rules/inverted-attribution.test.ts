import { testRule } from '../testing.ts'
import { invertedAttribution } from './inverted-attribution.ts'

testRule(invertedAttribution, {
  clean: [
    'China’s leader, Xi Jinping, welcomed Vladimir V. Putin. The minister, who left early, defended Sergei Shoigu.',
    'Óscar Puente, the minister, and María Montero, his colleague at the treasury, defended Pedro Sánchez in Congress.',
    '“Yes,” replied the minister. He called it “a deal”, announced on Monday.',
    '“No”, he insisted.',
    'The “Brexit” vote warned the parties.',
    '“No deal”, announced on Tuesday, is off. “Yes,” she told Monday Magazine.',
    'He rose, announced the winner and left. They met, confirmed the date.',
    'The firm, announced the deal on Monday, he said to the BBC.',
    'He called it “a shock”, and the mayor is alarmed.',
    'Jean Doe, mayor of Lyon, told AFP the prosecutor had lied. “Go”, she told AFP.',
    'France, he said, “is late”, will be the last to sign.',
    'He came, announced the winner, left. “Has he left?”, she asked.',
  ],
  found: [
    { text: '“We will go”, ⟦gets annoyed the mayor⟧.', to: '“We will go”, the mayor complains.' },
    { text: '“We will go”, ⟦warn the experts⟧.', to: '“We will go”, the experts warn.' },
    {
      text: 'The road is closed, ⟦confirms to AFP a police source⟧.',
      to: 'The road is closed, a police source tells AFP.',
    },
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
    { text: '“A good thing”, ⟦did he declare⟧.', to: '“A good thing”, he said.' },
    {
      text: '“We go”, ⟦indicated for his part the mayor of Lyon⟧.',
      to: '“We go”, the mayor of Lyon, for his part, said.',
    },
    {
      text: '“It holds”, ⟦insisted again Thursday evening the prosecutor of Digne⟧.',
      to: '“It holds”, the prosecutor of Digne insisted again on Thursday evening.',
    },
    {
      text: '“I stay”, ⟦said on franceinfo Jane Doe⟧, the envoy.',
      to: '“I stay”, Jane Doe said on franceinfo, the envoy.',
    },
    {
      text: 'The road was searched, ⟦told Agence France-Presse (AFP) the public prosecutor of Digne⟧, Rémy Avon.',
      to: 'The road was searched, the public prosecutor of Digne told Agence France-Presse (AFP), Rémy Avon.',
    },
    { text: '“The call came at six”, ⟦will explain the prosecutor⟧.' },
    { text: 'The child is missing, ⟦announced the prosecution⟧, definitively ending the search.' },
    { text: 'It cannot be done in a week, ⟦observed Olivier Véran⟧ during a briefing.' },
    { text: 'We are in a crisis, however ⟦concedes the minister⟧.' },
    { text: 'It exceeded 6%, ⟦recalls Le Monde⟧.', to: 'It exceeded 6%, Le Monde points out.' },
    { text: '“It falls”, thus ⟦indicated the minister⟧.' },
    { text: '“We go”, for her part, ⟦declared the number three of the department⟧.' },
    { text: '“We go”, ⟦had reported, that day, the head of the agency⟧.' },
  ],
})
