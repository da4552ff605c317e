import { testRule } from '../testing.ts'
import { punctuationSpacing } from './punctuation-spacing.ts'

testRule(punctuationSpacing, {
  clean: ['It was -5 degrees; he waited...', 'Was it so?! Yes: at 16:47 : said he.', 'One\n. two'],
  found: [
    { text: '“We will go⟦.”,⟧ he said.', to: '“We will go,” he said.' },
    { text: '“We will go”⟦ ,⟧he said.', to: '“We will go”, he said.' },
    { text: 'It was a success⟦.⟧ (1-0) in the derby.', to: 'It was a success (1-0) in the derby.' },
    { text: 'A ⟦well- known⟧ man spoke.', to: 'A well-known man spoke.' },
    { text: 'He left⟦,,⟧ tired.', to: 'He left, tired.' },
    { text: 'The law⟦ ,⟧voted on Monday, is out.', to: 'The law, voted on Monday, is out.' },
    { text: 'Giscard ⟦d ’Estaing⟧ read ⟦L ’Equipe⟧.', to: 'Giscard d’Estaing read L’Equipe.' },
    { text: 'Who is he⟦ ?⟧ A man⟦ ;⟧ a friend.', to: 'Who is he? A man; a friend.' },
    { text: 'He left⟦ ,⟧ then he came⟦ .⟧', to: 'He left, then he came.' },
  ],
})
