/**
 * Draws the README's picture of the review: runs it on the sample article under tmux, presses a few keys and turns the
 * screen, colours included, into an SVG.
 *
 *   pnpm picture
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const columns = 84
const rows = 20
const cell = { width: 8.43, height: 18 }
const margin = 14
const cli = fileURLToPath(new URL('../../packages/cli/bin/stet.js', import.meta.url))
const sample = fileURLToPath(new URL('../../examples/sample-article/article.txt', import.meta.url))
const picture = fileURLToPath(new URL('../../packages/tui/review.svg', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'stet-picture-'))
const socket = join(folder, 'tmux')
copyFileSync(sample, join(folder, 'article.txt'))
const tmux = (...args: string[]): string => execFileSync('tmux', ['-S', socket, ...args], { encoding: 'utf8' })

function waitFor(words: string): void {
  const start = performance.now()
  while (!tmux('capture-pane', '-p', '-t', 'picture').includes(words)) {
    if (performance.now() - start > 30_000) throw new Error(`“${words}” never came`)
  }
}

const size = ['-x', String(columns), '-y', String(rows)]
tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'picture', ...size, '-c', folder, 'sh')
tmux('send-keys', '-t', 'picture', `clear; '${process.execPath}' '${cli}' review article.txt`, 'Enter')
waitFor('1/')
// To the bracket that the translator left: the finding that the README speaks of.
for (let at = 2; at <= 4; at++) {
  tmux('send-keys', '-t', 'picture', 'a')
  waitFor(`${at}/`)
}
const screen = tmux('capture-pane', '-e', '-p', '-t', 'picture')
tmux('kill-server')
rmSync(folder, { recursive: true, force: true })

/** The sixteen colours that the screen may use, dark enough for a light ground. */
const colours: Readonly<Record<string, string>> = { 31: '#b3261e', 32: '#1b6e3a', 34: '#1f4e9c' }

const marked = '#8a5a00'

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

/** What starts a change of style: escape, bracket. */
const styleStart = `${String.fromCharCode(27)}[`

/** One line of the screen as SVG: each run of one style is a tspan. */
function drawn(line: string, row: number): string {
  let style = { bold: false, dim: false, underline: false, inverse: false, fill: '' }
  const parts = line.split(styleStart).flatMap((part, index) => {
    const end = part.indexOf('m')
    return index === 0 ? [part] : [part.slice(0, end), part.slice(end + 1)]
  })
  const runs = parts.map((part, index) => {
    if (index % 2 === 0) {
      if (part === '') return ''
      const attributes = [
        // A tspan has no ground of its own: what is inverse in the terminal has a colour here.
        style.inverse
          ? ` fill="${marked}"`
          : style.fill === ''
            ? style.dim
              ? ' fill="#6b6b6b"'
              : ''
            : ` fill="${style.fill}"`,
        style.bold ? ' font-weight="bold"' : '',
        style.underline ? ' text-decoration="underline"' : '',
      ].join('')
      return `<tspan${attributes}>${escaped(part)}</tspan>`
    }
    for (const code of part.split(';')) {
      if (code === '' || code === '0') style = { bold: false, dim: false, underline: false, inverse: false, fill: '' }
      else if (code === '1') style.bold = true
      else if (code === '2') style.dim = true
      else if (code === '22') style = { ...style, bold: false, dim: false }
      else if (code === '4') style.underline = true
      else if (code === '24') style.underline = false
      else if (code === '7') style.inverse = true
      else if (code === '27') style.inverse = false
      else if (code === '39') style.fill = ''
      else if (colours[code] !== undefined) style.fill = colours[code]
    }
    return ''
  })
  const top = margin + (row + 0.75) * cell.height
  return `<text x="${margin}" y="${top.toFixed(1)}" xml:space="preserve">${runs.join('')}</text>`
}

const lines = screen.trimEnd().split('\n')
const width = Math.ceil(columns * cell.width + 2 * margin)
const height = Math.ceil(lines.length * cell.height + 2 * margin)
writeFileSync(
  picture,
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="The review: a paragraph with one finding marked, the reason and the repair below it">
<rect width="100%" height="100%" rx="8" fill="#fdfcf8" stroke="#d8d4c8"/>
<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#1d1d1b">
${lines.map(drawn).join('\n')}
</g>
</svg>
`,
)
console.log(picture)
