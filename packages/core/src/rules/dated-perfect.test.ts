import { testRule } from '../testing.ts'
import { datedPerfect } from './dated-perfect.ts'

testRule(datedPerfect, {
  clean: [
    'He has declared Monday a holiday and has chosen Friday as the day. She has been away since Tuesday.',
    'The court has set Thursday for the verdict. It has beaten last week’s record.',
  ],
  found: [
    { text: 'He ⟦has resigned⟧ Friday evening.', to: 'He resigned Friday evening.' },
    { text: 'Two men ⟦have been⟧ arrested on Tuesday in Nice.', to: 'Two men were arrested on Tuesday in Nice.' },
    {
      text: 'The party ⟦has already decided⟧ last week to leave.',
      to: 'The party already decided last week to leave.',
    },
  ],
})
