import { testRule } from '../testing.ts'
import { duplicateParagraph } from './duplicate-paragraph.ts'

testRule(duplicateParagraph, { clean: ['Yes.\n\nNo.\n\nYes.'], found: [] })
