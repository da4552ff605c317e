import { testRule } from '../testing.ts'
import { numberMismatch } from './number-mismatch.ts'

testRule(numberMismatch)
