import { testRule } from '../testing.ts'
import { ellipsisCut } from './ellipsis-cut.ts'

testRule(ellipsisCut, {
  clean: ['He waited (and waited…) for the end.', 'It was over (…and out).'],
  found: [{ text: '“It is late ⟦( … )⟧. We go.”', to: '“It is late […]. We go.”' }],
})
