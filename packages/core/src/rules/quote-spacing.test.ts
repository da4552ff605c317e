import { testRule } from '../testing.ts'
import { quoteSpacing } from './quote-spacing.ts'

testRule(quoteSpacing, {
  clean: ['"No," she said. "Yes."', 'The “M”s and “N”s.', '5\'6" tall'],
  found: [{ text: 'my “victim of injustice⟦”that⟧ of Sarkozy', to: 'my “victim of injustice” that of Sarkozy' }],
})
