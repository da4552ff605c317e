import { testRule } from '../testing.ts'
import { missingNumber } from './missing-number.ts'

testRule(missingNumber)
