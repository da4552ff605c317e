import { testRule } from '../testing.ts'
import { strayStop } from './stray-stop.ts'

testRule(strayStop, {
  found: [
    {
      text: 'He spoke of the plan presented⟦. by⟧ the government.',
      to: 'He spoke of the plan presented by the government.',
    },
    {
      text: 'The deal was signed in the evening⟦. with⟧ the unions.',
      to: 'The deal was signed in the evening with the unions.',
    },
    { text: 'It rained for a week. ⟦it⟧ was cold too.', to: 'It rained for a week. It was cold too.' },
  ],
  clean: [
    'See fig. of last year, vol. to follow, approx. the same, min. of two, sq. of four.',
    'He wrote “… the end. of” and nothing more.',
    'Visit example.org. the end came.',
    'One. two. three.',
  ],
})
