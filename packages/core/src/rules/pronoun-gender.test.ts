import { testRule } from '../testing.ts'
import { pronounGender } from './pronoun-gender.ts'

testRule(pronounGender, {
  clean: [
    'In France a man took his hat.',
    'The government said the minister lied. He denied it. The party leader is out. He wept.',
    'The court has jailed John Smith. He will appeal.',
    'The company said John Smith lost his job.',
    'The king of Spain kept his crown; Moscow lost the one who had his keys.',
  ],
  found: [
    {
      text: 'The French State has decided to take legal action. ⟦He⟧ demands the money back.',
      to: 'The French State has decided to take legal action. It demands the money back.',
    },
    {
      text: 'After six weeks, nothing. The government issued its conclusions. ⟦He⟧ noted failings within the group.',
      to: 'After six weeks, nothing. The government issued its conclusions. It noted failings within the group.',
    },
    {
      text: 'China, which supported the concerns of Moscow for ⟦his⟧ safety, must use ⟦his⟧ influence.',
      to: 'China, which supported the concerns of Moscow for its safety, must use its influence.',
    },
    { text: 'The company will close two of ⟦his⟧ plants.', to: 'The company will close two of its plants.' },
  ],
})
