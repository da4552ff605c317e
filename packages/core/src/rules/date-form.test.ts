import { testRule } from '../testing.ts'
import { dateForm } from './date-form.ts'

testRule(dateForm, {
  clean: [
    'This time, Thursday will be sunny; on this, Monday’s papers agree.',
    'In May 2020 and on 12 May he said it may 12 times.',
  ],
  found: [
    {
      text: 'He fled ⟦in the night of Thursday to Friday⟧ from Lyon.',
      to: 'He fled overnight from Thursday to Friday from Lyon.',
    },
    { text: 'the vote of ⟦this Friday⟧ was lost', to: 'the vote of Friday was lost' },
    { text: '⟦This Friday⟧, the guest was late.', to: 'On Friday, the guest was late.' },
    { text: '⟦Thursday, January 27,⟧ the minister left.', to: 'On Thursday, January 27, the minister left.' },
    {
      text: 'On March 3 and April 5 he slept. His trial on ⟦2 November⟧ ended.',
      to: 'On March 3 and April 5 he slept. His trial on November 2 ended.',
    },
  ],
})
