import { testRule } from '../testing.ts'
import { frenchDash } from './french-dash.ts'

testRule(frenchDash, {
  clean: ['He came – late, as ever – and left.', 'The 1940–, or wartime, edition'],
})
