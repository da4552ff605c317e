import { testRule } from '../testing.ts'
import { speakerMismatch } from './speaker-mismatch.ts'

testRule(speakerMismatch)
