import { testRule } from '../testing.ts'
import { verblessSentence } from './verbless-sentence.ts'

testRule(verblessSentence, {
  clean: [
    'It fell. A decision that affects millions comes into force today.',
    'A proposal made by the union was refused. A man who lives in Lyon won.',
    'An appeal failed. A trial opened in Paris. A plan to cut costs failed. A vote held on Monday backed it.',
    'Including him was a mistake. Including tax, the price is £10.',
    'A measure which the minister, who resigned, defended was dropped.',
  ],
  found: [
    {
      text: 'She resigned⟦. A decision⟧ welcomed by the unions.',
      to: 'She resigned, a decision welcomed by the unions.',
    },
    {
      text: 'They lost⟦. A request⟧ accepted.',
      to: 'They lost, a request accepted.',
    },
    {
      text: 'The club paid €10m⟦. A sum⟧ which is still a record in the league.',
      to: 'The club paid €10m, a sum which is still a record in the league.',
    },
    { text: '“Never,” he said.\n\n⟦A new complaint⟧ which does not mention the abuse.' },
  ],
})
