import { testRule } from '../testing.ts'
import { staleTranslation } from './stale-translation.ts'

testRule(staleTranslation)
