import { testRule } from '../testing.ts'
import { expectedShould } from './expected-should.ts'

testRule(expectedShould, {
  clean: [
    'What should be published this week? Should it be held on Monday, they will come.',
    'The law should be repealed this year. He should be held to account.',
    'Prices should fall, economists say. The treaty should not be signed this week.',
  ],
  found: [
    {
      text: 'The two projects of law ⟦should be examined⟧ next week.',
      to: 'The two projects of law are due to be examined next week.',
    },
    {
      text: 'The next day of strikes ⟦should take⟧ place on 7 March.',
      to: 'The next day of strikes is expected to take place on 7 March.',
    },
    {
      text: 'The price of gas ⟦should probably fall⟧ in the coming weeks.',
      to: 'The price of gas is expected to probably fall in the coming weeks.',
    },
  ],
})
