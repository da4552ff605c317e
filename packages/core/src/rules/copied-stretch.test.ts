import { testRule } from '../testing.ts'
import { copiedStretch } from './copied-stretch.ts'

testRule(copiedStretch)
