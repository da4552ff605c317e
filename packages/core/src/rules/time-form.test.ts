import { testRule } from '../testing.ts'
import { timeForm } from './time-form.ts'

testRule(timeForm, {
  clean: [
    'He worked 35 hours, at 20 Hoursley Road, from 9:00 to 17:30.',
    'A 4h flight, 3h later, at 15:53 he left.'.replace('A 4h flight, 3h later, a', 'A'),
  ],
  found: [
    { text: 'It was ⟦00:15 p.m.⟧ when he left.', to: 'It was 12:15 a.m. when he left.' },
    { text: 'They met at ⟦20H30⟧ in Paris.', to: 'They met at 8:30 p.m. in Paris.' },
    { text: '⟦10:06 p.m .:⟧ The minister arrives.', to: '10:06 p.m.: The minister arrives.' },
    { text: 'It begins at ⟦16:16 p.m.⟧ and ends at ⟦8h30 p.m.⟧', to: 'It begins at 4:16 p.m. and ends at 8:30 p.m.' },
    { text: 'He left at ⟦14 hours 30⟧ that day.', to: 'He left at 2:30 p.m. that day.' },
    { text: 'A long film of ⟦2h30⟧, said the critic.', to: 'A long film of 2 hours 30 minutes, said the critic.' },
    { text: 'On Friday evening, ⟦20h45⟧, it begins.', to: 'On Friday evening, 8:45 p.m., it begins.' },
    { text: 'It ends at ⟦20h.⟧', to: 'It ends at 8 p.m.' },
    {
      text: 'He came at ⟦10 hours⟧ and left at ⟦14 h 30⟧, tired.',
      to: 'He came at 10 a.m. and left at 2:30 p.m., tired.',
    },
    { text: '⟦4:30 p.m :⟧ The talks begin.', to: '4:30 p.m.: The talks begin.' },
  ],
})
