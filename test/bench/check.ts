/**
 * Times `check` against named floors in the same run: remark-parse alone (for Markdown) and a bare word tokeniser with
 * one Map look-up a word (for plain text). Prints medians; nothing here is asserted.
 *
 *   pnpm bench
 */
import { readFileSync } from 'node:fs'
import { createChecker } from '@stet/core'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const article = readFileSync(new URL('../../examples/sample-article/article.txt', import.meta.url), 'utf8')
const articles = 300
const rounds = 7
const checker = createChecker()
const words = new Map<string, number>()
for (const word of article.match(/\p{L}+/gu) ?? []) words.set(word.toLowerCase(), words.size)

function bareTokeniser(text: string): number {
  let known = 0
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at)
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0
    if (letter && start < 0) start = at
    else if (!letter && start >= 0) {
      if (words.has(text.slice(start, at))) known++
      start = -1
    }
  }
  return known
}

const parser = unified().use(remarkParse)
const tasks: Record<string, (text: string) => unknown> = {
  'bare tokeniser': bareTokeniser,
  'remark-parse alone': (text) => parser.parse(text),
  'check, plain text': (text) => checker.check(text),
  'check, Markdown': (text) => checker.check(text, { format: 'markdown' }),
}

const times = new Map<string, number[]>(Object.keys(tasks).map((name) => [name, []]))
for (let round = 0; round <= rounds; round++) {
  for (const [name, task] of Object.entries(tasks)) {
    const start = process.hrtime.bigint()
    // A little different each time, so that nothing can be remembered.
    for (let index = 0; index < articles; index++) task(`${article}\n\nArticle ${index}.`)
    const seconds = Number(process.hrtime.bigint() - start) / 1e9
    if (round > 0) times.get(name)?.push(seconds)
  }
}

const median = (name: string): number => [...(times.get(name) ?? [])].sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN
const megabytes = (Buffer.byteLength(article) * articles) / 1e6
for (const name of Object.keys(tasks)) {
  const seconds = median(name)
  console.log(
    `${name.padEnd(20)} ${(megabytes / seconds).toFixed(1).padStart(7)} MB/s ${(articles / seconds).toFixed(0).padStart(8)} articles/s`,
  )
}
console.log(
  `\ncheck on Markdown takes ${(median('check, Markdown') / median('remark-parse alone')).toFixed(2)} times as long as remark-parse alone`,
)
console.log(
  `check on plain text takes ${(median('check, plain text') / median('bare tokeniser')).toFixed(2)} times as long as the bare tokeniser`,
)
