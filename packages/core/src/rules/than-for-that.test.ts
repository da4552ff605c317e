import { testRule } from '../testing.ts'
import { thanForThat } from './than-for-that.ts'

testRule(thanForThat, {
  clean: ['Older than time; what else than this?', 'Than he, none was braver.'],
  found: [{ text: 'He believes ⟦than⟧ the law is good.', to: 'He believes that the law is good.' }],
})
