/**
 * Times the first frame and the first finding of a review of 500 articles (some 5,000 findings) against a bare Ink program
 * that draws two words, all as whole processes under tmux in the same run. Prints medians and their ratio to bare Ink;
 * nothing is asserted.
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

let servers = 0

/** Milliseconds from the start of a command to each of the words on the screen, one after the other. */
function timesTo(command: readonly string[], ...words: string[]): number[] {
  // A server that is just leaving would take the next one with it: each has its own socket.
  const socket = join(folder, `tmux${servers++}`)
  const tmux = (...args: string[]): string => execFileSync('tmux', ['-S', socket, ...args], { encoding: 'utf8' })
  const start = performance.now()
  tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'bench', '-x', '80', '-y', '24', '-c', folder, ...command)
  const times = words.map((word) => {
    while (!tmux('capture-pane', '-p', '-t', 'bench').includes(word)) {
      if (performance.now() - start > 60_000) throw new Error(`“${word}” never came`)
    }
    return performance.now() - start
  })
  tmux('kill-server')
  return times
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const hellos: number[] = []
const paints: number[] = []
const findings: number[] = []
for (let round = 0; round < rounds; round++) {
  hellos.push(...timesTo([process.execPath, hello], 'hello world'))
  const [paint = Number.NaN, finding = Number.NaN] = timesTo(
    [process.execPath, cli, 'review', queue],
    '.txt',
    'accepted',
  )
  paints.push(paint)
  findings.push(finding)
}
rmSync(folder, { recursive: true, force: true })
const line = (what: string, values: readonly number[]): void => {
  const ratio = (median(values) / median(hellos)).toFixed(2)
  console.log(`${what.padEnd(44)}${median(values).toFixed(0).padStart(6)} ms${ratio.padStart(8)}`)
}
line('bare Ink, two words', hellos)
line(`review of ${articles} articles: first frame`, paints)
line(`review of ${articles} articles: first finding`, findings)
