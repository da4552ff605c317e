import { testRule } from '../testing.ts'
import { calque } from './calque.ts'

testRule(calque, {
  clean: [
    'The judge upheld the ruling. The MP spoke to reporters in French.',
    'Five years ago the law was passed at second reading.',
  ],
  found: [
    { text: 'He said so ⟦at the microphone of⟧ the station.', to: 'He said so on the station.' },
    {
      text: '⟦Taking the decision to⟧ stay was hard, for ⟦a man of 34 years⟧.',
      to: 'Deciding to stay was hard, for a 34-year-old man.',
    },
    { text: 'He was in ⟦the box of the accused⟧.', to: 'He was in the dock.' },
  ],
})
