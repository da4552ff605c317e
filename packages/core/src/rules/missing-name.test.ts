import { testRule } from '../testing.ts'
import { missingName } from './missing-name.ts'

testRule(missingName)
