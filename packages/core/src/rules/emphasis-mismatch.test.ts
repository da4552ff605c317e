import { testRule } from '../testing.ts'
import { emphasisMismatch } from './emphasis-mismatch.ts'

testRule(emphasisMismatch)
