import { testRule } from '../testing.ts'
import { dateForm } from './date-form.ts'

testRule(dateForm, {
  clean: [
    'This time, Thursday will be sunny; on this, Monday’s papers agree.',
    'The Saturday, May 27, issue; last Friday, May 26, and the next day, Saturday, May 27, we met in Rome, Monday, May 29.',
    'Friday, Saturday and Sunday; Friday evening was fine. Saturday, May 27: Concert',
    'In May 2020 and on 12 May he said it may 12 times.',
  ],
  found: [
    { text: 'It was on ⟦the 12 March⟧ he left.', to: 'It was on 12 March he left.' },
    { text: 'It began in ⟦march⟧ 2022.', to: 'It began in March 2022.' },
    { text: 'A police car was attacked ⟦Saturday⟧ in Paris.', to: 'A police car was attacked on Saturday in Paris.' },
    {
      text: 'He fled ⟦in the night of Thursday to Friday⟧ from Lyon.',
      to: 'He fled overnight from Thursday to Friday from Lyon.',
    },
    { text: 'the vote of ⟦this Friday⟧ was lost', to: 'the vote of Friday was lost' },
    { text: '⟦This Friday⟧, the guest was late.', to: 'On Friday, the guest was late.' },
    {
      text: 'In an interview published ⟦Saturday, May 27⟧ in the paper, he said so.',
      to: 'In an interview published on Saturday, May 27, in the paper, he said so.',
    },
    {
      text: 'She was received by the union, ⟦Monday March 27⟧, on the eve of the strike.',
      to: 'She was received by the union, on Monday, March 27, on the eve of the strike.',
    },
    {
      text: 'The indictment is expected ⟦Tuesday, December 13⟧.',
      to: 'The indictment is expected on Tuesday, December 13.',
    },
    { text: '⟦Friday evening⟧ on television, she argued.', to: 'On Friday evening on television, she argued.' },
    { text: '⟦Friday evening⟧, during a visit, he spoke.', to: 'On Friday evening, during a visit, he spoke.' },
    { text: '⟦Thursday, January 27,⟧ the minister left.', to: 'On Thursday, January 27, the minister left.' },
    {
      text: 'On March 3 and April 5 he slept. His trial on ⟦2 November⟧ ended.',
      to: 'On March 3 and April 5 he slept. His trial on November 2 ended.',
    },
  ],
})
