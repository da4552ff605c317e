import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))
const queries = fileURLToPath(new URL('../packages/archive/queries/', import.meta.url))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-queries-'))
  const body = 'The talks [cependant] went on. He met Poutine in Moscou.'
  const lines = Array.from({ length: 30 }, (_, number) =>
    JSON.stringify({
      id: number,
      body: number % 3 === 0 ? 'Nothing here.' : body,
      date: `2024-0${(number % 2) + 1}-05`,
      outlet: `Paper ${number % 2}`,
      engine: `engine ${number % 5 === 0 ? 'old' : 'new'}`,
    }),
  )
  writeFileSync(join(folder, 'archive.jsonl'), `${lines.join('\n')}\n`)
  const args = [main, 'report', 'archive.jsonl', '--out', 'run', '--workers', '1', '-q']
  expect(spawnSync(process.execPath, args, { cwd: folder }).status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function rowsOf(query: string, run = 'run'): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`SET file_search_path = '${join(folder, run)}'`)
  const rows = (await connection.runAndReadAll(query)).getRowObjectsJson() as Record<string, unknown>[]
  connection.closeSync()
  instance.closeSync()
  return rows
}

/** Makes the results of a folder of findings, in a process of their own. */
function resultsOf(run: string) {
  const archive = new URL('../packages/archive/dist/index.js', import.meta.url).href
  writeFileSync(join(folder, 'results.mjs'), `import { writeResults } from '${archive}'; await writeResults('${run}')`)
  const { status, stderr } = spawnSync(process.execPath, ['results.mjs'], { cwd: folder, encoding: 'utf8' })
  return { status, stderr }
}

it.each(readdirSync(queries))('%s answers over the Parquet of a run', async (name) => {
  const rows = await rowsOf(readFileSync(join(queries, name), 'utf8'))
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(Object.values(row)).not.toContain(null)
})

it('Parquet holds what the findings hold: an article a row, a finding a row', async () => {
  const shard = readFileSync(join(folder, 'run/findings/00000.jsonl'), 'utf8')
  const articles = shard
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; findings: { actual: string; start: number }[] })
  const stored = await rowsOf("SELECT id, findings FROM 'articles.parquet'")
  expect(stored).toEqual(articles.map(({ id, findings }) => ({ id, findings: String(findings.length) })))
  const found = await rowsOf(`SELECT article AS id, actual, "start" FROM 'findings.parquet'`)
  expect(found).toEqual(
    articles.flatMap(({ id, findings }) => findings.map(({ actual, start }) => ({ id, actual, start: String(start) }))),
  )
})

it('articles with very many findings find room too', () => {
  const shard = readFileSync(join(folder, 'run/findings/00000.jsonl'), 'utf8').split('\n')[1] as string
  const row = JSON.parse(shard) as { id: string; findings: object[] }
  const findings = Array.from({ length: 500 }, (_, at) => row.findings[at % row.findings.length])
  mkdirSync(join(folder, 'dense/findings'), { recursive: true })
  const manifest = JSON.parse(readFileSync(join(folder, 'run/manifest.json'), 'utf8')) as object
  writeFileSync(join(folder, 'dense/manifest.json'), JSON.stringify(manifest))
  const dense = JSON.stringify({ ...row, findings })
  writeFileSync(join(folder, 'dense/findings/00000.jsonl'), `${dense}\n`.repeat(400))
  expect(resultsOf('dense')).toEqual({ status: 0, stderr: '' })
})

it('more than a hundred shards go into several files, which a query reads as one', async () => {
  const manifest = JSON.parse(readFileSync(join(folder, 'run/manifest.json'), 'utf8')) as { shards: object[] }
  const shards = Array.from({ length: 130 }, (_, shard) => ({ ...manifest.shards[0], shard }))
  mkdirSync(join(folder, 'many/findings'), { recursive: true })
  writeFileSync(join(folder, 'many/manifest.json'), JSON.stringify({ ...manifest, shards }))
  for (const { shard } of shards) {
    const name = `findings/${String(shard).padStart(5, '0')}.jsonl`
    copyFileSync(join(folder, 'run/findings/00000.jsonl'), join(folder, 'many', name))
  }
  expect(resultsOf('many')).toEqual({ status: 0, stderr: '' })
  const count = 'SELECT count(*) AS articles, sum(findings) AS findings FROM'
  const [all] = await rowsOf(`${count} 'articles*.parquet'`, 'many')
  const [one] = await rowsOf(`${count} 'articles.parquet'`)
  expect(all).toEqual({ articles: String(130 * 30), findings: String(130 * Number(one?.['findings'])) })
  expect(await rowsOf("SELECT count(*) AS findings FROM 'findings*.parquet'", 'many')).toEqual([
    { findings: all?.['findings'] },
  ])
})

it('the documented query over names finds what the articles have', async () => {
  const rows = await rowsOf(readFileSync(join(queries, 'names-by-outlet.sql'), 'utf8'))
  expect(rows).toContainEqual({ outlet: 'Paper 0', wrong: 'Poutine', correct: 'Putin', times: '10', articles: '10' })
})
