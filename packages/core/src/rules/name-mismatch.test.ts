import { testRule } from '../testing.ts'
import { nameMismatch } from './name-mismatch.ts'

testRule(nameMismatch)
