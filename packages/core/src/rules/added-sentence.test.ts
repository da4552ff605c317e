import { testRule } from '../testing.ts'
import { addedSentence } from './added-sentence.ts'

testRule(addedSentence)
