import { testRule } from '../testing.ts'
import { missingSentence } from './missing-sentence.ts'

testRule(missingSentence)
