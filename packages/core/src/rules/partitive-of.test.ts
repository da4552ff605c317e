import { testRule } from '../testing.ts'
import { partitiveOf } from './partitive-of.ts'

testRule(partitiveOf)
