/**
 * Times the first screen of a review of 500 articles (some 5,000 findings) against a bare Ink program that draws two
 * words, both as whole processes under tmux in the same run. Prints medians and their ratio; nothing is asserted.
 *
 *   pnpm bench:review
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const articles = 500
const rounds = 5
const cli = fileURLToPath(new URL('../../packages/cli/bin/stet.js', import.meta.url))
const article = readFileSync(new URL('../../examples/sample-article/article.txt', import.meta.url), 'utf8')
const paragraphs = article.split('\n\n')
const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
const queue = join(folder, 'queue')
mkdirSync(queue)
for (let index = 0; index < articles; index++) {
  // A third of the sample, turned by one paragraph from article to article: about ten findings each.
  const own = paragraphs.map((_, at) => paragraphs[(at + index) % paragraphs.length]).slice(0, 6)
  writeFileSync(join(queue, `${index}.txt`), `${own.join('\n\n')}\n\nArticle ${index}.\n`)
}
const hello = fileURLToPath(new URL('hello.ts', import.meta.url))

/** Milliseconds from the start of a command to the words on the screen. */
function firstScreen(command: readonly string[], words: string): number {
  const socket = join(folder, 'tmux')
  const tmux = (...args: string[]): string => execFileSync('tmux', ['-S', socket, ...args], { encoding: 'utf8' })
  const start = performance.now()
  tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'bench', '-x', '80', '-y', '24', '-c', folder, ...command)
  while (!tmux('capture-pane', '-p', '-t', 'bench').includes(words)) {
    if (performance.now() - start > 60_000) throw new Error(`“${words}” never came`)
  }
  const milliseconds = performance.now() - start
  tmux('kill-server')
  return milliseconds
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const times = { hello: [] as number[], review: [] as number[] }
for (let round = 0; round < rounds; round++) {
  times.hello.push(firstScreen([process.execPath, hello], 'hello world'))
  times.review.push(firstScreen([process.execPath, cli, 'review', queue], 'accepted'))
}
rmSync(folder, { recursive: true, force: true })
console.log(`bare Ink, two words            ${median(times.hello).toFixed(0).padStart(6)} ms`)
console.log(`review of ${articles} articles         ${median(times.review).toFixed(0).padStart(6)} ms`)
console.log(`ratio                          ${(median(times.review) / median(times.hello)).toFixed(2).padStart(6)}`)
