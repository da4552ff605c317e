import { testRule } from '../testing.ts'
import { cutEnding } from './cut-ending.ts'

testRule(cutEnding, {
  clean: ['It was the largest crowd that the old town had seen, and nobody knew where they all came from.'],
  found: [
    {
      text: 'Social plans\n\nThe unions have drawn up a list of the plans that they know of so far.\n\nThe minister said that he would look at it with all of them next week.\n\nThe firms did not want to say anything before the end of the talks.\n\nThe confederation has already drawn up a list of plans in preparation, which is ⟦close⟧',
    },
    {
      text: 'The reform was voted.\n\nThe deputies of the left left the room before the end of the session and ⟦were⟧…\n\nRead more',
    },
  ],
})
