import { testRule } from '../testing.ts'
import { placeholderMismatch } from './placeholder-mismatch.ts'

testRule(placeholderMismatch)
