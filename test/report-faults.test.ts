import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import type { ArticleRow, Summary } from '@stet/archive'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canMount, mountDisk } from './small-disk.ts'

const main = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-faults-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function report(args: string[], node: string[] = []) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...node, main, 'report', '--workers', '1', '-q', ...args],
    { cwd: folder, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

function put(records: readonly object[]): void {
  writeFileSync(join(folder, 'archive.jsonl'), records.map((record) => `${JSON.stringify(record)}\n`).join(''))
}

function findings(run: string): string {
  const shards = join(folder, run, 'findings')
  return readdirSync(shards)
    .sort()
    .map((file) => readFileSync(join(shards, file), 'utf8'))
    .join('')
}

const talks = (number: number) => ({ id: `a${number}`, body: `The talks [cependant] went on, said number ${number}.` })

describe('a file that is cut off, behind a good one', () => {
  const lines = Array.from({ length: 300 }, (_, number) => ({ ...talks(number), id: `cut${number}` }))
  const jsonl = lines.map((record) => `${JSON.stringify(record)}\n`).join('')
  const csv = `id,body\n${lines.map(({ id, body }) => `${id},"${body}"\n`).join('')}`
  const half = (bytes: Uint8Array) => bytes.subarray(0, (bytes.length >> 1) + 100)
  const tar = () => {
    writeFileSync(join(folder, 'big.jsonl'), jsonl)
    for (const { id, body } of lines.slice(0, 30)) writeFileSync(join(folder, `${id}.txt`), body)
    spawnSync('sh', ['-c', 'tar -cf inner.tar cut*.txt big.jsonl'], { cwd: folder })
    return readFileSync(join(folder, 'inner.tar'))
  }
  const files: Record<string, () => Uint8Array> = {
    'cut.jsonl.gz': () => half(gzipSync(jsonl)),
    'cut.csv.gz': () => half(gzipSync(csv)),
    'cut.jsonl.zst': () => half(zstdCompressSync(jsonl)),
    'cut.tar.gz': () => half(gzipSync(tar())),
    'cut.tar': () => half(tar()),
  }
  for (const [name, bytes] of Object.entries(files)) {
    it(`is named in one line, and all that is whole is checked: ${name}`, () => {
      put(Array.from({ length: 40 }, (_, number) => talks(number)))
      writeFileSync(join(folder, name), bytes())
      const runs = ['1', '2'].map((workers) => {
        const { status, stderr } = report(['archive.jsonl', name, '--out', workers, '--workers', workers])
        expect(stderr).toMatch(/^stet: cut\.[a-z.]+: ends too early: .*what follows is missing\n$/u)
        expect(stderr).toContain(`stet: ${name}: ends`)
        expect(status).toBe(3)
        expect(readdirSync(join(folder, workers))).toContain('index.html')
        return findings(workers)
      })
      expect(runs[1]).toBe(runs[0])
      const rows = (runs[0] ?? '')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as ArticleRow)
      expect(rows.filter(({ path }) => path === 'archive.jsonl').map(({ status }) => status)).toEqual(
        Array.from({ length: 40 }, () => 'ok'),
      )
      expect(rows.filter(({ status }) => status === 'error').map(({ id }) => id)).toEqual([name])
    })
  }
})

describe.skipIf(!canMount)('a disk that is full (needs the right to mount one)', () => {
  it('costs what does not fit: a clear line, exit code 3, and with room again the run goes on', () => {
    put(Array.from({ length: 300 }, (_, number) => talks(number)))
    const args = ['archive.jsonl', '--workers', '2', '--shard-articles', '20', '--out']
    expect(report([...args, 'whole']).status).toBe(0)
    const disk = join(folder, 'disk')
    expect(mountDisk(disk, 96)).toBe(true)
    try {
      const full = report([...args, 'disk/run'])
      expect(full.stderr).toMatch(
        /^stet: disk\/run: no space left on the disk: \d+ articles are not done, .* --resume\n$/u,
      )
      expect(full.status).toBe(3)
      const done = readFileSync(join(disk, 'run/progress.jsonl'), 'utf8').trimEnd().split('\n').length
      expect(done).toBeGreaterThan(0)
      expect(done).toBeLessThan(15)
      expect(spawnSync('mount', ['-o', 'remount,size=50m', disk]).status).toBe(0)
      expect(report([...args, 'disk/run', '--resume'])).toMatchObject({ status: 0, stderr: '' })
      expect(findings('disk/run')).toBe(findings('whole'))
      for (const name of ['summary.json', 'worst.csv', 'index.html', 'articles.parquet', 'findings.parquet']) {
        expect(readFileSync(join(disk, 'run', name)).equals(readFileSync(join(folder, 'whole', name))), name).toBe(true)
      }
    } finally {
      spawnSync('umount', [disk])
    }
  })

  it('that takes the findings and no report: the line says which', () => {
    put(Array.from({ length: 20 }, (_, number) => talks(number)))
    const disk = join(folder, 'disk')
    expect(mountDisk(disk, 48)).toBe(true)
    try {
      const { status, stderr } = report(['archive.jsonl', '--out', 'disk/run'])
      expect(stderr).toMatch(
        /^stet: disk\/run: no space left on the disk: all findings are there, the report is not\..*\n$/u,
      )
      expect(status).toBe(3)
    } finally {
      spawnSync('umount', [disk])
    }
  })
})

it('an output that is closed early: the run goes on to its end, and a line says so', async () => {
  put(Array.from({ length: 50 }, (_, number) => talks(number)))
  const args = [main, 'report', 'archive.jsonl', '--out', 'run', '--workers', '2', '-q']
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let err = ''
  child.stderr.on('data', (piece) => {
    err += piece
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect(err).toBe('stet: standard output was closed before the end; the run is whole\n')
  expect(code).toBe(3)
  expect(findings('run').trimEnd().split('\n').length).toBe(50)
  expect(readdirSync(join(folder, 'run'))).toContain('index.html')
})

/** As if nobody had installed the package. */
function without(name: string): string[] {
  const hook = `import { registerHooks } from 'node:module'
    registerHooks({ resolve(specifier, context, next) {
      if (specifier !== '${name}') return next(specifier, context)
      throw Object.assign(new Error('not there'), { code: 'ERR_MODULE_NOT_FOUND' })
    } })`
  return ['--import', `data:text/javascript,${encodeURIComponent(hook)}`]
}

it('a command that stops in the middle does not end as if all were well', () => {
  put([talks(1)])
  const hook = `import { registerHooks } from 'node:module'
    registerHooks({ resolve(specifier, context, next) {
      if (specifier !== '@stet/archive') return next(specifier, context)
      return { url: 'data:text/javascript,await new Promise(() => {})', shortCircuit: true }
    } })`
  const stopped = report(
    ['archive.jsonl', '--out', 'run'],
    ['--import', `data:text/javascript,${encodeURIComponent(hook)}`],
  )
  expect(stopped).toEqual({
    status: 2,
    stdout: '',
    stderr: 'stet: this should not have happened: stopped in the middle\n',
  })
})

it('without DuckDB there is no Parquet, and one line says what to do; all else is there', () => {
  put([talks(1)])
  const { status, stderr } = report(['archive.jsonl', '--out', 'run'], without('@duckdb/node-api'))
  expect(stderr).toMatch(/^stet: no Parquet written: .*npm install @duckdb\/node-api.*\n$/u)
  expect(status).toBe(0)
  expect(readdirSync(join(folder, 'run')).sort()).toEqual([
    'findings',
    'index.html',
    'manifest.json',
    'progress.jsonl',
    'summary.json',
    'worst.csv',
  ])
})

it('without the driver of PostgreSQL a line says what to install', () => {
  put([talks(1)])
  for (const name of ['pg', 'graphile-worker']) {
    const { status, stderr } = report(['archive.jsonl', '--backend', 'postgres://127.0.0.1:1/none'], without(name))
    expect(status).toBe(2)
    if (name === 'pg')
      expect(stderr).toMatch(/^stet: PostgreSQL needs the packages .*npm install pg graphile-worker\n$/u)
  }
})

it('a spreadsheet takes nothing in worst.csv for a formula', () => {
  const starts = ['=HYPERLINK("http://x.example","y")', '+1', '-2+3', '@SUM(A1)', '\t=1', '  =1', '%0A=1']
  put(
    starts.map((start) => ({
      ...talks(1),
      id: start,
      outlet: start,
      author: start,
      body: `${start} [cependant] went on.`,
    })),
  )
  expect(report(['archive.jsonl', '--out', 'run']).status).toBe(0)
  const csv = readFileSync(join(folder, 'run/worst.csv'), 'utf8')
  const cells = [...csv.replace('\uFEFF', '').matchAll(/(?:^|,|\r\n)("(?:[^"]|"")*"|[^,\r\n]*)/gu)].map(([, cell]) =>
    (cell as string).replace(/^"|"$/gu, '').replaceAll('""', '"'),
  )
  expect(cells.filter((cell) => /^\s*[=+\-@%]/u.test(cell))).toEqual([])
  for (const start of starts) expect(cells).toContain(`'${start}`)
})

it('the results are the same bytes from one worker and two, Parquet too', () => {
  put(
    Array.from({ length: 120 }, (_, number) => ({
      ...talks(number),
      date: `2024-0${(number % 9) + 1}-01`,
      outlet: `o${number % 3}`,
    })),
  )
  for (const workers of ['1', '2']) {
    expect(report(['archive.jsonl', '--shard-articles', '30', '--out', workers, '--workers', workers]).status).toBe(0)
  }
  for (const name of ['summary.json', 'worst.csv', 'index.html', 'articles.parquet', 'findings.parquet']) {
    expect(readFileSync(join(folder, '2', name)).equals(readFileSync(join(folder, '1', name))), name).toBe(true)
  }
})

it('names in several forms over the archive are told, as the house writes them, and the same from two workers', () => {
  writeFileSync(join(folder, 'stet.config.json'), JSON.stringify({ names: { profile: 'ap' } }))
  put(
    Array.from({ length: 90 }, (_, number) => ({
      id: `a${number}`,
      body: `President Volodymyr ${number % 3 === 0 ? 'Zelenskyy' : 'Zelensky'} met Andrei ${
        number % 5 === 0 ? 'Sidorenkoff' : 'Sidorenkov'
      } on Monday. Paul ${number % 2 === 0 ? 'Johnson' : 'Johnston'} was there for the ${number}th time.`,
    })),
  )
  for (const workers of ['1', '2']) {
    expect(report(['archive.jsonl', '--shard-articles', '20', '--out', workers, '--workers', workers]).status).toBe(0)
  }
  for (const name of ['summary.json', 'index.html']) {
    expect(readFileSync(join(folder, '2', name), 'utf8')).toBe(readFileSync(join(folder, '1', name), 'utf8'))
  }
  const summary = JSON.parse(readFileSync(join(folder, '1/summary.json'), 'utf8')) as Summary
  expect(summary.spellings).toEqual({
    total: 2,
    most: [
      {
        preferred: 'Zelenskyy',
        by: 'house',
        others: 60,
        forms: [
          { form: 'Zelensky', articles: 60, example: 'a1' },
          { form: 'Zelenskyy', articles: 30, example: 'a0' },
        ],
      },
      {
        preferred: 'Andrei Sidorenkov',
        by: 'majority',
        others: 18,
        forms: [
          { form: 'Andrei Sidorenkov', articles: 72, example: 'a1' },
          { form: 'Andrei Sidorenkoff', articles: 18, example: 'a0' },
        ],
      },
    ],
  })
  const page = readFileSync(join(folder, '1/index.html'), 'utf8')
  expect(page).toContain('Zelensky (60), Zelenskyy (30)')
})

it('an article with its source text is checked by it; a source that does not fit is not used, and the summary says so', () => {
  const unlikeIt = readFileSync(new URL('corpus/clean/01-nice-tours.txt', import.meta.url), 'utf8')
  const source = 'Les pourparlers ont duré deux jours. Le ministre a rencontré Vladimir Poutine à Moscou.'
  put([
    { id: 'with', body: 'The talks lasted two days.', source_text: source },
    {
      id: 'unlike',
      body: unlikeIt,
      source_text: source,
    },
    { id: 'without', body: 'The talks lasted two days.' },
  ])
  expect(report(['archive.jsonl', '--out', 'run']).status).toBe(0)
  const [withSource, unlike, none] = findings('run')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ArticleRow)
  expect(withSource?.aligned).toBeGreaterThanOrEqual(0.5)
  expect(unlike?.aligned).toBeLessThan(0.5)
  expect(none).not.toHaveProperty('aligned')
  const summary = JSON.parse(readFileSync(join(folder, 'run/summary.json'), 'utf8')) as Summary
  expect(summary.sources).toEqual({ given: 2, unused: 1 })
})
