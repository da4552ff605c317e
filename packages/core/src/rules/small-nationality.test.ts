import { testRule } from '../testing.ts'
import { smallNationality } from './small-nationality.ts'

testRule(smallNationality, {
  clean: ['The Turkish coffee was good, and the turkish baths too; he took french leave.'],
  found: [{ text: 'The ⟦ukrainian⟧ army and the ⟦european⟧ powers', to: 'The Ukrainian army and the European powers' }],
})
