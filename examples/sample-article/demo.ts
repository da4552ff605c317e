/** Checks the sample article, prints what an editor would mark, and the text after the safe repairs as a diff. */
import { readFileSync } from 'node:fs'
import { createChecker, formatText, repair } from '@stet/core'
import { createTwoFilesPatch } from 'diff'

const path = 'article.txt'
const source = readFileSync(new URL(path, import.meta.url), 'utf8')
const checker = createChecker()

const result = checker.check(source)
process.stdout.write(`${formatText([{ path, result }])}\n`)

const repaired = repair(source, (text) => checker.check(text))
process.stdout.write(createTwoFilesPatch(path, path, source, repaired.text, 'as published', 'after the safe repairs'))
const left = repaired.result.findings.length
process.stdout.write(
  `\n${repaired.applied.length} safe repairs made; ${left} findings left for an editor (stet review).\n`,
)
