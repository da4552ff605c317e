import { testRule } from '../testing.ts'
import { negationMismatch } from './negation-mismatch.ts'

testRule(negationMismatch)
