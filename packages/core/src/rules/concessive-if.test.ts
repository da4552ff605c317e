import { testRule } from '../testing.ts'
import { concessiveIf } from './concessive-if.ts'

testRule(concessiveIf, {
  clean: [
    'If the company has broken the law, it must pay.',
    'If they said no, they have a reason. If it was raining, nobody cared.',
    'If the vote is lost, the government is out. Ask him if he said that.',
    'If the deal, which was announced on Monday, is signed, prices fall.',
  ],
  found: [
    {
      text: '⟦If⟧ the head of government expressed her fears about the winter, she insisted that there was gas.',
      to: 'While the head of government expressed her fears about the winter, she insisted that there was gas.',
    },
    { text: '⟦If⟧ Eric Zemmour assured that he was there, it is Jordan Bardella who leads.' },
    { text: '⟦If⟧ a slight improvement is observed in the north, other difficulties are appearing.' },
  ],
})
