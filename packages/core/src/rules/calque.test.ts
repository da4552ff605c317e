import { testRule } from '../testing.ts'
import { calque } from './calque.ts'

testRule(calque, {
  clean: [
    'Charles Milliard won the leadership of the Quebec Liberals.',
    'The judge upheld the ruling. The MP spoke to reporters in French.',
    'Five years ago the law was passed at second reading.',
    'The users of the new phone like it. The heavyweight champion fought on.',
  ],
  found: [
    { text: 'He said so ⟦at the microphone of⟧ the station.', to: 'He said so on the station.' },
    {
      text: '⟦Taking the decision to⟧ stay was hard, for ⟦a man of 34 years⟧.',
      to: 'Deciding to stay was hard, for a 34-year-old man.',
    },
    { text: 'He was ⟦in the box of the accused⟧.', to: 'He was in the dock.' },
    // Only the part in brackets is marked; the rest is its surroundings.
    { text: 'He spoke in an interview ⟦granted to⟧ the daily.', to: 'He spoke in an interview with the daily.' },
    // Only at the start of a sentence.
    { text: '⟦Questioned about⟧ the plan, he smiled.', to: 'Asked about the plan, he smiled.' },
    // Any number; a word for a number.
    { text: 'The blast ⟦made 120 dead⟧.', to: 'The blast killed 120.' },
    { text: 'He led it in ⟦the five last years⟧.', to: 'He led it in the last five years.' },
    // Offices that English names its own way, and a title before a name.
    {
      text: '⟦Head of British Diplomacy⟧ Ann Smith met ⟦the head of American diplomacy⟧.',
      to: 'British Foreign Secretary Ann Smith met the US secretary of state.',
    },
    // “put” is past tense, or the infinitive after “to”.
    { text: 'The report ⟦put in evidence⟧ a flaw.', to: 'The report highlighted a flaw.' },
    { text: 'They want to ⟦put in evidence⟧ a flaw.', to: 'They want to highlight a flaw.' },
    // The article before the phrase follows its first sound.
    { text: 'There was ⟦a passage in force⟧.', to: 'There was an attempt to force it through.' },
    // The topic stands in another sentence of the article.
    {
      text: 'The trains stopped at the metro. ⟦Users⟧ were angry.',
      to: 'The trains stopped at the metro. Passengers were angry.',
    },
  ],
})
