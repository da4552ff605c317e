import { testRule } from '../testing.ts'
import { falseFriend } from './false-friend.ts'

testRule(falseFriend, {
  clean: ['The text of the song moved the audience.', 'A manifestation of grief; the president of the United States.'],
  found: [
    {
      text: 'The court ⟦confirmed the judgment⟧ at the end of the ⟦audience⟧.',
      to: 'The court upheld the ruling at the end of the hearing.',
    },
    { text: 'The police banned the ⟦manifestation⟧ in Paris.', to: 'The police banned the demonstration in Paris.' },
  ],
})
