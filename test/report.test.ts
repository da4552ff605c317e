import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import type { ArticleRow } from '@stet/archive'
import { afterEach, beforeEach, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../packages/cli/src/main.ts', import.meta.url))
const sample = readFileSync(new URL('../examples/sample-article/article.txt', import.meta.url), 'utf8')
const bad = 'The talks [cependant] went on.'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-report-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** `stet report`; `killAfter` is how many shards may be done before it is killed. */
function report(args: string[], killAfter?: number): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--conditions=@stet/source', main, 'report', ...args], { cwd: folder })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => out.push(piece))
    child.stderr.on('data', (piece: Buffer) => err.push(piece))
    const watch = setInterval(() => {
      if (killAfter !== undefined && shardsDone() >= killAfter) child.kill('SIGKILL')
    }, 5)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() })
    })
  })
}

function shardsDone(): number {
  const path = join(folder, 'killed', 'progress.jsonl')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0
}

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

function rows(run: string): ArticleRow[] {
  const findings = join(folder, run, 'findings')
  return readdirSync(findings)
    .sort()
    .flatMap((file) => readFileSync(join(findings, file), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as ArticleRow)
}

function hashOf(run: string): string {
  const hash = createHash('sha256')
  const findings = join(folder, run, 'findings')
  for (const file of readdirSync(findings).sort()) hash.update(file).update(readFileSync(join(findings, file)))
  return hash.digest('hex')
}

const jsonl = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `${JSON.stringify({ id: `a${at}`, body: `${sample}\n\n${at}.`, outlet: 'X' })}\n`,
  ).join('')

it('one worker and two, and a run that is killed and goes on, write the same bytes', async () => {
  put('archive.jsonl', jsonl(240))
  const args = ['archive.jsonl', '--shard-articles', '20']
  expect((await report([...args, '--out', 'one', '--workers', '1'])).code).toBe(0)
  expect((await report([...args, '--out', 'two', '--workers', '2'])).code).toBe(0)
  expect(hashOf('two')).toBe(hashOf('one'))
  for (const done of [1, 4, 8]) {
    await report([...args, '--out', 'killed', '--workers', '2', '--resume'], done)
    expect(existsSync(join(folder, 'killed', 'manifest.json'))).toBe(true)
  }
  expect((await report([...args, '--out', 'killed', '--resume'])).code).toBe(0)
  expect(hashOf('killed')).toBe(hashOf('one'))
})

it('tables, ninjs, texts, HTML and compressed files are read, with what is known of each article', async () => {
  put('in/a.csv', `key;x,story,paper\n1,"He said ""${bad}""",Le Monde\n`)
  put(
    'in/b.json',
    JSON.stringify({ uri: 'urn:1', body_html: `<p>${bad}</p>`, byline: 'A. B.', versioncreated: '2024-01-02' }),
  )
  put('in/c.txt', bad)
  put('in/d.jsonl.gz', gzipSync(`${JSON.stringify({ id: 'z', body: bad })}\n`))
  put('in/e.tsv', `id\tbody\nt1\t${bad}\n`)
  const { code, err } = await report(['in', '--out', 'run', '--workers', '1'])
  expect(err).toContain('in/a.csv:1: has no text')
  expect(code).toBe(3)
  const found = rows('run')
  expect(found.map(({ id }) => id)).toEqual(['in/a.csv:1', 'urn:1', 'in/c.txt', 'z', 't1'])
  for (const row of found.slice(1)) expect(row.findings.map(({ actual }) => actual)).toContain('[cependant]')
  expect(found[1]).toMatchObject({ author: 'A. B.', date: '2024-01-02' })
  expect(found[2]?.findings[0]).toMatchObject({ before: 'The talks ', after: ' went on.' })
  const mapped = await report(['in/a.csv', '--out', 'mapped', '--columns', 'id=key;x,body=story,outlet=paper'])
  expect(mapped.code).toBe(0)
  expect(rows('mapped')[0]).toMatchObject({ id: '1', outlet: 'Le Monde', status: 'ok' })
})

it('tar files, plain or compressed, zst, Markdown and globs are read', async () => {
  put('tree/x/one.txt', bad)
  put('tree/x/two.md', `# Talks\n\n${bad}`)
  put('tree/x/three.jsonl', `${JSON.stringify({ id: 'inner', body: bad })}\n`)
  for (const [flags, name] of [
    ['-cf', 'in/a.tar'],
    ['-czf', 'in/b.tgz'],
  ] as const) {
    mkdirSync(join(folder, 'in'), { recursive: true })
    const order = ['x/one.txt', 'x/two.md', 'x/three.jsonl']
    expect(spawnSync('tar', [flags, join(folder, name), '-C', join(folder, 'tree'), ...order]).status).toBe(0)
  }
  put('in/c.jsonl.zst', zstdCompressSync(`${JSON.stringify({ id: 'z', body: bad })}\n`))
  put('in/left-out.html', `<p>${bad}</p>`)
  const { code, err } = await report(['in/*.t{ar,gz}', 'in/*.zst', '--out', 'run', '--workers', '1'])
  // The one inside has the same id in both tars: that is told.
  expect(err).toContain('id “inner” stands more than once')
  expect(code).toBe(3)
  const found = rows('run')
  expect(found.map(({ id }) => id)).toEqual([
    ...['in/a.tar/x/one.txt', 'in/a.tar/x/two.md', 'inner'],
    ...['in/b.tgz/x/one.txt', 'in/b.tgz/x/two.md', 'inner'],
    'z',
  ])
  for (const row of found) expect(row.findings.map(({ actual }) => actual)).toContain('[cependant]')
})

it('what is broken costs itself alone: a clear line each, exit code 3', async () => {
  const zipped = gzipSync(jsonl(200))
  put('in/a-cut.jsonl.gz', zipped.subarray(0, zipped.length >> 1))
  put('in/b-latin.txt', Buffer.from('caf\xe9 [cependant]', 'latin1'))
  put('in/c-long.txt', 'x '.repeat(25 * 1024 * 1024))
  put('in/d.jsonl', `{"id":"same","body":"${bad}"}\nnonsense\n{"id":"same","body":"Fine."}\n`)
  put('in/e.txt', bad)
  put(
    'in/f.csv',
    Buffer.concat([
      Buffer.from(`id,body\ncsv1,${bad}\ncsv2,"${'x, '.repeat(17 * 1024 * 1024)}"\ncsv3,${bad}\ncsv4,caf`),
      Buffer.from([0xe9]),
      Buffer.from(`\ncsv5,${bad}\n`),
    ]),
  )
  put('in/g.csv', `id,body\ncsv6,${bad}\ncsv7,"${bad}\n`)
  const { code, err, out } = await report(['in', 'missing.jsonl', '--out', 'run', '--workers', '2'])
  expect(code).toBe(3)
  expect(err).toContain('in/a-cut.jsonl.gz: ends too early')
  expect(err).toContain('in/b-latin.txt: is not valid UTF-8')
  expect(err).toContain('in/c-long.txt: 50 MB is more than')
  expect(err).toContain('in/d.jsonl:2: is not JSON')
  expect(err).toContain('id “same” stands more than once')
  expect(err).toContain('missing.jsonl: no such file')
  expect(err).toContain('in/f.csv:2: 51 MB is more than')
  expect(err).toContain('in/f.csv:4: is not valid UTF-8')
  expect(err).toContain('in/g.csv: a quotation mark is not closed')
  expect(out).toContain('7 articles failed')
  const checked = rows('run').filter(({ status }) => status === 'ok')
  expect(checked.slice(-5).map(({ id }) => id)).toEqual(['in/e.txt', 'csv1', 'csv3', 'csv5', 'csv6'])
})

it('a run goes on only with the same articles and the same rules', async () => {
  put('archive.jsonl', jsonl(3))
  expect((await report(['archive.jsonl', '--out', 'run'])).code).toBe(0)
  const again = await report(['archive.jsonl', '--out', 'run'])
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('holds a run already')])
  const rules = await report(['archive.jsonl', '--out', 'run', '--resume', '--min-confidence', '0.9'])
  expect([rules.code, rules.err]).toEqual([2, expect.stringContaining('the rules or their configuration have changed')])
  put('archive.jsonl', jsonl(4))
  const changed = await report(['archive.jsonl', '--out', 'run', '--resume'])
  expect([changed.code, changed.err]).toEqual([2, expect.stringContaining('archive.jsonl has changed')])
  const since = await report(['archive.jsonl', '--out', 'next', '--since', 'run'])
  expect(since.code, since.err).toBe(0)
  expect((await report(['archive.jsonl', '--out', 'whole'])).code).toBe(0)
  expect(hashOf('next')).toBe(hashOf('whole'))
})

it('a baseline leaves out what was there before', async () => {
  put('archive.jsonl', `{"id":"1","body":"${bad} He saw [aussi] this."}\n`)
  await report(['archive.jsonl', '--out', 'before'])
  const first = rows('before')[0]?.findings[0]
  put(
    'base.jsonl',
    `${JSON.stringify({ doc: '1', fingerprint: first?.fingerprint, ruleId: first?.ruleId, verdict: 'baseline' })}\n`,
  )
  expect((await report(['archive.jsonl', '--out', 'after', '--baseline', 'base.jsonl'])).code).toBe(0)
  expect(rows('after')[0]?.findings).toEqual(rows('before')[0]?.findings.slice(1))
})
