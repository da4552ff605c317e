import { testRule } from '../testing.ts'
import { hearsayConditional } from './hearsay-conditional.ts'

testRule(hearsayConditional, {
  clean: [
    'Police would have to leave.',
    'A source said it would have been worse.',
    'She turned 40 on Monday. He would have loved it. We would have won on Sunday.',
    'The victim would have been 20 today. The man would be known as a saint if he had lived.',
    'The cup would have been ours on Saturday had he scored.',
  ],
  found: [
    {
      text: 'The forty-year-old ⟦would have received⟧ one or more stab wounds to the throat.',
      to: 'The forty-year-old allegedly received one or more stab wounds to the throat.',
    },
    {
      text: 'The shootings left three dead in the night. All ⟦would be⟧ related to drug trafficking.',
      to: 'The shootings left three dead in the night. All are reportedly related to drug trafficking.',
    },
    {
      text: 'The suspect, who fled, ⟦would be⟧ aged about thirty.',
      to: 'The suspect, who fled, is reportedly aged about thirty.',
    },
    { text: 'The attackers ⟦would be⟧ known to the police.', to: 'The attackers are reportedly known to the police.' },
    {
      text: 'The driver ⟦would have lost⟧ control of his car.',
      to: 'The driver is said to have lost control of his car.',
    },
    {
      text: 'Three people ⟦would have been⟧ hurt, according to AFP.',
      to: 'Three people were reportedly hurt, according to AFP.',
    },
    {
      text: 'Emile ⟦would have been⟧ seen for the last time on Saturday, in a street of the hamlet.',
      to: 'Emile was reportedly seen for the last time on Saturday, in a street of the hamlet.',
    },
    {
      text: 'The prosecutor opened an investigation. The suspect ⟦would have fled⟧ on foot.',
      to: 'The prosecutor opened an investigation. The suspect allegedly fled on foot.',
    },
  ],
})
