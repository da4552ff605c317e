import { testRule } from '../testing.ts'
import { linkMismatch } from './link-mismatch.ts'

testRule(linkMismatch)
