import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArticleRow, ProgressLine } from '@stet/archive'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { hasPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'

const script = fileURLToPath(new URL('run.ts', import.meta.url))
const sample = readFileSync(new URL('../../examples/sample-article/article.txt', import.meta.url), 'utf8').slice(0, 900)
/** Three shards of two batches. */
const articles = 120
const poison: Record<number, string> = { 33: 'HANGS', 71: 'ENDS' }

// Each test runs a handful of processes, one after the other.
vi.setConfig({ testTimeout: 240_000 })

let folder = ''
let server: PostgresServer | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-backend-'))
  const lines = Array.from({ length: articles }, (_, number) =>
    JSON.stringify({ id: `a${number}`, body: poison[number] ?? `${sample}\n\nPart ${number}.` }),
  )
  writeFileSync(join(folder, 'archive.jsonl'), `${lines.join('\n')}\n`)
  if (hasPostgres) server = await startPostgres()
})
afterAll(() => {
  server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the archive into a folder; ends the process with kill -9 once so many batches are checked. */
function run(out: string, url?: string, killAfter?: number) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const args = [script, out, ...(url === undefined ? [] : [url])]
    const child = spawn(process.execPath, args, { cwd: folder })
    let [text, err] = ['', '']
    child.stdout.on('data', (piece) => {
      text += piece
      if (killAfter !== undefined && text.split('checked').length > killAfter) child.kill('SIGKILL')
    })
    child.stderr.on('data', (piece) => {
      err += piece
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out: text, err }))
  })
}

function bytes(out: string): Record<string, string> {
  const findings = join(folder, out, 'findings')
  return Object.fromEntries(
    readdirSync(findings)
      .sort()
      .map((file) => [file, readFileSync(join(findings, file), 'utf8')]),
  )
}

function journal(out: string): ProgressLine[] {
  const text = readFileSync(join(folder, out, 'progress.jsonl'), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ProgressLine)
}

const backends = [
  { name: 'local', skip: false },
  { name: 'postgres', skip: !hasPostgres },
]

describe.each(backends)('the $name backend', ({ name, skip }) => {
  /** A database of its own for each run. */
  const place = (database: string) => (name === 'local' ? undefined : server?.database(database))

  it.skipIf(skip)(
    'an article that hangs or ends its worker costs itself alone; to plan twice is to plan once',
    async () => {
      const url = place('whole')
      const first = await run(`${name}-whole`, url)
      expect(first.err).toBe('')
      expect(first).toMatchObject({ code: 0, out: expect.stringContaining('120 articles, 2 failed') })
      const rows = Object.values(bytes(`${name}-whole`)).flatMap((text) =>
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as ArticleRow),
      )
      expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: articles }, (_, number) => `a${number}`))
      const failed = rows.filter(({ status }) => status === 'error')
      expect(failed.map(({ id }) => id)).toEqual(['a33', 'a71'])
      expect(failed[0]?.error).toBe('took longer than 2 seconds and was given up')
      expect(failed[1]?.error).toMatch(/^ended its worker/u)
      const before = journal(`${name}-whole`)
      const again = await run(`${name}-whole`, url)
      expect(again).toMatchObject({ code: 0, out: '120 articles, 2 failed\n' })
      expect(journal(`${name}-whole`)).toEqual(before)
      expect(before.map(({ shard }) => shard).sort()).toEqual([0, 1, 2])
    },
  )

  it.skipIf(skip)('killed in the middle of a shard, it goes on and writes the same bytes', async () => {
    const url = place('killed')
    for (const batches of [1, 2]) {
      const { code } = await run(`${name}-killed`, url, batches)
      expect(code).toBeNull()
    }
    expect(await run(`${name}-killed`, url)).toMatchObject({ code: 0, err: '' })
    expect(bytes(`${name}-killed`)).toEqual(bytes('local-whole'))
  })

  it.skipIf(skip)('two workers race: no shard is checked twice, the bytes are the same', async () => {
    const url = place('raced')
    // Two machines have two folders; on one, the second is refused.
    const folders = name === 'local' ? ['local-raced', 'local-raced'] : ['postgres-raced', 'postgres-raced-2']
    const both = await Promise.all(folders.map((out) => run(out, url)))
    const codes = both.map(({ code }) => code).sort()
    expect(codes).toEqual(name === 'local' ? [0, 1] : [0, 0])
    for (const out of new Set(folders)) {
      expect(bytes(out)).toEqual(bytes('local-whole'))
      expect(
        journal(out)
          .map(({ shard }) => shard)
          .sort(),
      ).toEqual([0, 1, 2])
    }
    if (name === 'local') expect(both.map(({ err }) => err).join('')).toContain('works on this run')
  })
})
