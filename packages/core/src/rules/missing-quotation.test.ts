import { testRule } from '../testing.ts'
import { missingQuotation } from './missing-quotation.ts'

testRule(missingQuotation)
