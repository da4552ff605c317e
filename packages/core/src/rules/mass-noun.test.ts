import { testRule } from '../testing.ts'
import { massNoun } from './mass-noun.ts'

testRule(massNoun, {
  clean: [
    'He had a good deal of cash, a wealth of evidence and a knowledge of the law.',
    'An evidence-based plan, a Violence Against Women Act, a detention centre and a weather forecast.',
  ],
  found: [
    {
      text: 'He was placed in ⟦a pre-trial detention⟧ on Monday.',
      to: 'He was placed in pre-trial detention on Monday.',
    },
    { text: 'It was ⟦an unheard-of violence⟧, he said.', to: 'It was unheard-of violence, he said.' },
    { text: 'This is ⟦a great progress⟧ for us.', to: 'This is great progress for us.' },
  ],
})
