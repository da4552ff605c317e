import { testRule } from '../testing.ts'
import { cutEnding } from './cut-ending.ts'

testRule(cutEnding, {
  clean: ['It was the largest crowd that the old town had seen, and nobody knew where they all came from.'],
  found: [
    {
      text: 'The reform was voted.\n\nThe deputies of the left left the room before the end of the session and ⟦were⟧…\n\nRead more',
    },
  ],
})
