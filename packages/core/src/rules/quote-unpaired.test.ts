import { testRule } from '../testing.ts'
import { quoteUnpaired } from './quote-unpaired.ts'

testRule(quoteUnpaired, {
  clean: ['“One.\n\n“Two.\n\n“Three,” he said.'],
  found: [
    {
      text: 'The minister promises more beds.⟦Everything⟧ is on the table, I have always said it”explains the minister.',
    },
    {
      text: '“We want her to go, because there was no vote on ⟦pensions quipped⟧ the deputy on the radio.',
      to: '“We want her to go, because there was no vote on pensions,” quipped the deputy on the radio.',
    },
    {
      text: 'Growth comes by summer. France should “return to a cycle of growth and to its ⟦vigor.⟧',
      to: 'Growth comes by summer. France should “return to a cycle of growth and to its vigor.”',
    },
    {
      text: '“It is so,” he said on the radio. ⟦You⟧ risk more here”, he added.',
      to: '“It is so,” he said on the radio. “You risk more here”, he added.',
    },
    {
      text: '“We go.\n\n⟦Then⟧ we stay.\n\n⟦We⟧ wait,” she said.',
      to: '“We go.\n\n“Then we stay.\n\n“We wait,” she said.',
    },
    { text: 'He spoke of ⟦“⟧the reform that will pass. So he left.\n\nThe end.' },
  ],
})
