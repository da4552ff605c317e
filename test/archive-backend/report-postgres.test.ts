import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArticleRow } from '@stet/archive'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { hasPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'

const main = fileURLToPath(new URL('../../packages/cli/bin/stet.js', import.meta.url))

// Each test runs a handful of processes, one after the other.
vi.setConfig({ testTimeout: 240_000 })

let folder = ''
let server: PostgresServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-query-'))
  if (hasPostgres) server = await startPostgres()
})
afterAll(() => {
  if (hasPostgres) server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function report(...args: string[]) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [main, 'report', ...args], { cwd: folder })
    let [out, err] = ['', '']
    child.stdout.on('data', (piece) => {
      out += piece
    })
    child.stderr.on('data', (piece) => {
      err += piece
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

function text(run: string): string {
  const findings = join(folder, run, 'findings')
  return readdirSync(findings)
    .sort()
    .map((file) => readFileSync(join(findings, file), 'utf8'))
    .join('')
}

describe.skipIf(!hasPostgres)('articles out of PostgreSQL, and work shared through it (needs postgresql)', () => {
  it('a query is read in the order of its key, a page at a time, and can be gone on with', async () => {
    server.sql(`CREATE TABLE news (number bigint PRIMARY KEY, story text, paper text, published timestamptz, about jsonb);
      INSERT INTO news SELECT n, 'The talks [cependant] went on, ' || n || '.', 'Paper ' || n % 2, '2024-03-01T23:30:00Z', '{"desk": "world"}'
      FROM generate_series(1, 450) AS n`)
    const query = 'SELECT number, story, paper, published, about FROM news;'
    const columns = 'id=number,body=story,outlet=paper,desk=about.desk'
    const args = ['--from', server.url, '--query', query, '--columns', columns, '--shard-articles', '150', '-q']
    const { code, err, out } = await report(...args, '--out', 'all')
    expect(err).toBe('')
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('450 articles') })
    const rows = text('all')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ArticleRow)
    expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 450 }, (_, number) => String(number + 1)))
    expect(rows[9]).toMatchObject({ outlet: 'Paper 0', desk: 'world', date: expect.stringMatching(/^2024-03-0[12]/u) })
    expect(rows[9]?.findings[0]).toMatchObject({ ruleId: 'bracketed-source' })

    const journal = join(folder, 'all/progress.jsonl')
    writeFileSync(journal, `${readFileSync(journal, 'utf8').split('\n')[0]}\n`)
    expect(await report(...args, '--out', 'all', '--resume')).toMatchObject({ code: 0, err: '' })
    expect(text('all')).toBe(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    server.sql("UPDATE news SET story = 'Fine.' WHERE number = 300")
    expect(await report(...args, '--out', 'all', '--resume')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^stet: all: postgres:.* has changed since this run began.*\n$/u),
    })
  })

  it('says in a line what is wrong with a query, and shows no password', async () => {
    const ask = async (query: string, ...more: string[]) => {
      const { code, err } = await report(
        '--from',
        server.url.replace('stet@', 'stet:secret@'),
        '--query',
        query,
        '--out',
        'x',
        ...more,
      )
      expect(code).toBe(2)
      expect(err).not.toContain('secret')
      expect(err.split('\n').length).toBe(2)
      return err
    }
    expect(await ask('SELECT story FROM news')).toContain('has no column “id” (it has story)')
    expect(await ask('SELECT paper AS id, story AS body FROM news')).toContain('two rows have the id “Paper 0”')
    expect(await ask("SELECT NULL::text AS id, 'x' AS body")).toContain('a row has no id')
    expect(await ask('SELEKT')).toContain('syntax error')
    expect(await ask('DELETE FROM news RETURNING number AS id')).toMatch(/syntax error|read-only/u)
    const nobody = await report('--from', 'postgres://127.0.0.1:1/none', '--query', 'SELECT 1', '--out', 'x')
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('Is PostgreSQL running there?') })
  })

  it('one machine reports, another helps and keeps nothing; the report is that of one machine', async () => {
    const lines = Array.from({ length: 120 }, (_, id) =>
      JSON.stringify({ id, body: `The talks [cependant] went on, ${id}.` }),
    )
    writeFileSync(join(folder, 'news.jsonl'), `${lines.join('\n')}\n`)
    const args = ['news.jsonl', '--shard-articles', '20', '--workers', '1', '-q']
    expect(await report(...args, '--out', 'alone')).toMatchObject({ code: 0, err: '' })
    const url = server.database('shared')
    const [reported, helped] = await Promise.all([
      report(...args, '--backend', url, '--out', 'shared'),
      report(...args, '--backend', url),
    ])
    expect(reported).toMatchObject({ code: 0, err: '' })
    expect(helped).toMatchObject({ code: 0, err: '', out: expect.stringContaining('together with others') })
    expect(text('shared')).toBe(text('alone'))
    expect(existsSync(join(folder, 'shared/index.html'))).toBe(true)
  })
})
