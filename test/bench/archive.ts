/**
 * Makes an archive of about 3.5 kB an article from test/corpus, with a seeded mix, and times `stet report` on it with one
 * worker on one core, with one worker that has all cores for its garbage collector and compiler, and with two (or with
 * those that are asked for): articles/s, articles a second of processor time (which other
 * work on the machine does not change), MB/s, peak memory, the size of the page. With `--kill`, another run is killed ten
 * times and goes on; its findings must be the same bytes.
 *
 *   pnpm bench:archive 1000000 [--workers 2] [--kill]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const count = Number(process.argv[2] ?? 10_000)
const stet = fileURLToPath(new URL('../../packages/cli/bin/stet.js', import.meta.url))
const corpus = fileURLToPath(new URL('../corpus/', import.meta.url))
let state = 20_260
const random = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

/** The paragraphs of a part of the corpus, as they were published. */
function paragraphsOf(part: string): string[] {
  return readdirSync(join(corpus, part))
    .sort()
    .flatMap((file) =>
      readFileSync(join(corpus, part, file), 'utf8')
        .replace(/\{~~(.*?)~>.*?~~\}|\{--(.*?)--\}|\{\+\+.*?\+\+\}|\{>>.*?<<\}|\{==(.*?)==\}/gsu, '$1$2$3')
        .split(/\n{2,}/u)
        .filter((paragraph) => paragraph.length > 80),
    )
}

const damaged = paragraphsOf('annotated')
const clean = paragraphsOf('clean')
/** One paragraph in so many is damaged: then an article has about as many findings as the sample article. */
const damagedOneIn = 3

function article(number: number): string {
  let body = ''
  while (body.length < 3300) {
    const paragraphs = random(damagedOneIn) === 0 ? damaged : clean
    body += `${paragraphs[random(paragraphs.length)]}\n\n`
  }
  const day = new Date(Date.UTC(2020, 0, 1 + random(1800))).toISOString().slice(0, 10)
  const meta = { id: `a${number}`, date: day, outlet: `outlet ${random(8)}`, engine: `engine ${random(3)}` }
  return `${JSON.stringify({ ...meta, body })}\n`
}

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
const archive = join(folder, 'archive.jsonl')
const file = createWriteStream(archive)
for (let number = 0; number < count; number++) if (!file.write(article(number))) await once(file, 'drain')
file.end()
await once(file, 'finish')
const megabytes = statSync(archive).size / 1e6
console.log(`${count} articles, ${megabytes.toFixed(0)} MB`)

interface Setting {
  readonly out: string
  readonly workers: number
  /** Held to one core (by taskset, on Linux): V8 has helpers that would take another. */
  readonly oneCore?: boolean
}

function start({ out, workers, oneCore = false }: Setting) {
  const args = [stet, 'report', archive, '--out', join(folder, out), '--workers', String(workers), '--resume', '-q']
  const command = [...(oneCore ? ['taskset', '--cpu-list', '0'] : []), process.execPath, ...args]
  return spawn(command[0] as string, command.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] })
}

const asked = process.argv.indexOf('--workers')
const counts = asked < 0 ? [1, 2] : (process.argv[asked + 1] ?? '').split(',').map(Number)
const settings: Setting[] = counts.map((workers) => ({ out: `workers-${workers}`, workers }))
if (asked < 0 && process.platform === 'linux') settings.unshift({ out: 'one-core', workers: 1, oneCore: true })
const secondsOf = new Map<string, number>()
for (const setting of settings) {
  const { out, workers, oneCore = false } = setting
  const began = performance.now()
  const child = start(setting)
  let peak = 0
  let processor = 0
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/u.exec(status)?.[1] ?? 0))
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      // Hundredths of a second, of the user and of the system.
      processor = Math.max(processor, (Number(fields[11]) + Number(fields[12])) / 100)
    } catch {}
  }, 200)
  await once(child, 'close')
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  secondsOf.set(out, seconds)
  const { findings } = JSON.parse(readFileSync(join(folder, out, 'summary.json'), 'utf8'))
  const page = statSync(join(folder, out, 'index.html')).size / 1e6
  console.log(
    `${workers} ${workers === 1 ? 'worker' : 'workers'}${oneCore ? ' on one core' : ''}: ${seconds.toFixed(1)} s  ${(count / seconds).toFixed(0)} articles/s  ` +
      `${(count / processor).toFixed(0)} a processor second  ` +
      `${(megabytes / seconds).toFixed(1)} MB/s  peak ${(peak / 1024).toFixed(0)} MB  ` +
      `${(findings / count).toFixed(1)} findings an article, page ${page.toFixed(1)} MB`,
  )
}

const [oneCore, two] = [secondsOf.get('one-core'), secondsOf.get('workers-2')]
if (oneCore !== undefined && two !== undefined)
  console.log(`two workers on two cores: ${(oneCore / two).toFixed(2)} times one worker on one`)

if (process.argv.includes('--kill')) {
  for (let kill = 0; kill < 10; kill++) {
    const child = start({ out: 'killed', workers: 2 })
    const timer = setTimeout(() => child.kill('SIGKILL'), 500 + random(4000))
    await once(child, 'close')
    clearTimeout(timer)
  }
  await once(start({ out: 'killed', workers: 2 }), 'close')
  const read = (run: string, file: string) => readFileSync(join(folder, run, 'findings', file))
  const undisturbed = `workers-${counts[0]}`
  const files = readdirSync(join(folder, undisturbed, 'findings'))
  const same = files.every((file) => read('killed', file).equals(read(undisturbed, file)))
  console.log(same ? 'killed ten times: the same bytes' : 'killed ten times: OTHER BYTES')
}
rmSync(folder, { recursive: true })
