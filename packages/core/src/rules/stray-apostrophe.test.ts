import { testRule } from '../testing.ts'
import { strayApostrophe } from './stray-apostrophe.ts'

testRule(strayApostrophe, {
  clean: [
    'The workers ‘strike back’, they said. The dogs’ dinner was ‘cold’.',
    'He said: “The ‘National Front’ of the ‘Assembly’ is gone.”',
    'Five years’ experience, and the ‘Big Four’ went on.',
  ],
  found: [
    {
      text: 'It is the government⟦ ’s⟧ plan, and they don⟦ ’t⟧ like it.',
      to: 'It is the government’s plan, and they don’t like it.',
    },
    { text: 'It was the ⟦‘ ⟧great debate⟦ ’⟧ of the year.', to: 'It was the ‘great debate’ of the year.' },
    {
      text: 'to protest against the ‘confusion⟦‘⟧created by the protocol',
      to: 'to protest against the ‘confusion’ created by the protocol',
    },
    { text: 'after five ⟦years ’experience⟧ in the army', to: 'after five years’ experience in the army' },
  ],
})
