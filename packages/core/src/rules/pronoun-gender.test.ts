import { testRule } from '../testing.ts'
import { pronounGender } from './pronoun-gender.ts'

testRule(pronounGender, {
  clean: [
    'In France a man took his hat.',
    'The company said John Smith lost his job.',
    'The king of Spain kept his crown; Moscow lost the one who had his keys.',
  ],
  found: [
    {
      text: 'China, which supported the concerns of Moscow for ⟦his⟧ safety, must use ⟦his⟧ influence.',
      to: 'China, which supported the concerns of Moscow for its safety, must use its influence.',
    },
    { text: 'The company will close two of ⟦his⟧ plants.', to: 'The company will close two of its plants.' },
  ],
})
