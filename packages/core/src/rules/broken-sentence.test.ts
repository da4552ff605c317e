import { testRule } from '../testing.ts'
import { brokenSentence } from './broken-sentence.ts'

testRule(brokenSentence, {
  clean: [
    'He is in San Jose, Calif. to see Acme Assn. of Paris; Santa Maria. To the north it rained.',
    'The minister said he would stay. The mayor left.',
    'The price, incl. tax, and the dept. of health; min. age and max. weight in the rules.',
    'He wrote a.k.a. the boss, approx. ten times. . . and left.',
  ],
  found: [
    {
      text: 'The rapporteur of the text Florent ⟦Boudié. to⟧ establish the strategy of all.',
      to: 'The rapporteur of the text Florent Boudié to establish the strategy of all.',
    },
    {
      text: 'The record of the cabinet as rumours ⟦spread. are⟧ accelerating in Paris.',
      to: 'The record of the cabinet as rumours spread are accelerating in Paris.',
    },
    {
      text: 'This is the day of the first ⟦round. legislative⟧ elections were held then.',
      to: 'This is the day of the first round legislative elections were held then.',
    },
  ],
})
