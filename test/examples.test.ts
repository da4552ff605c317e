import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parse } from 'yaml'

const examples = fileURLToPath(new URL('../examples/', import.meta.url))

function run(folder: string, script: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=@stet/source', script, ...args], {
    cwd: `${examples}${folder}`,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

it('the sample article: prints findings, a diff and what is left', () => {
  const { status, output } = run('sample-article', 'demo.ts')
  expect(status, output).toBe(0)
  expect(output).toContain('[atlantique]')
  expect(output).toMatch(/^\+.*\[Atlantic\]”/mu)
  expect(output).toMatch(/\d+ safe repairs made; \d+ findings left/u)
})

it('the publishing gate: blocks the sample article and lets a clean one out', () => {
  const clean = '../../test/corpus/clean/18-bridge.txt'
  const { status, output } = run('publishing-gate', 'gate.ts', '../sample-article/article.txt', clean)
  expect(status, output).toBe(1)
  expect(output).toMatch(/^block {3}\S+: \d+ repaired\n {8}\d+ major findings? \(confidence 0\.9/u)
  expect(output).toContain(`publish ${clean}: 0 repaired\n`)
})

it('the unified pipeline: findings are messages on the file', () => {
  const { status, output } = run('unified-pipeline', 'lint.ts')
  expect(status, output).toBe(0)
  for (const ruleId of ['organisation-form', 'bracketed-source', 'quote-direction']) expect(output).toContain(ruleId)
})

it('the Fastify hook: holds back what the gate blocks, publishes what could be repaired', () => {
  const { status, output } = run('fastify-hook', 'server.ts')
  expect(status, output).toBe(0)
  const [published, blocked, ...bodies] = output.trimEnd().split('\n')
  expect(published).toBe('200 {"published":"Talks go on"}')
  expect(blocked).toMatch(/^422 \{"verdict":"block","reasons":\["\d major finding/u)
  expect(bodies).toEqual(['<p>The talks [however] went on.</p>'])
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-example-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a program in the folder, where `stet` is the command line as it was built. */
function runThere(command: string, args: readonly string[], more: Record<string, string> = {}) {
  const bin = join(folder, '..bin')
  mkdirSync(bin, { recursive: true })
  rmSync(join(bin, 'stet'), { force: true })
  symlinkSync(fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url)), join(bin, 'stet'))
  const { CI: _, ...environment } = process.env
  const path = [bin, dirname(process.execPath), environment['PATH']].join(delimiter)
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b.c' }
  const env = { ...environment, PATH: path, GIT_CONFIG_GLOBAL: '/dev/null', ...who, ...more }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

function git(...args: string[]) {
  return runThere('git', args)
}

it('the small archive: a report on each of two engines, and what is different', () => {
  const { status, output } = runThere('sh', [`${examples}archive/report.sh`, 'runs'])
  expect(status, output).toBe(0)
  expect(output).toMatch(/^A {2}runs\/old: 6 articles/mu)
  expect(output).toMatch(/Of 6 articles in both: 4 with fewer findings, 2 with as many, 0 with more/u)
  expect(existsSync(join(folder, 'runs/new/index.html'))).toBe(true)
  expect(existsSync(join(folder, 'runs/compared/comparison.html'))).toBe(true)
  const outlets = run('archive', 'outlets.ts', join(folder, 'runs/old'))
  expect(outlets.output).toMatch(/^The Northern Post: [1-9]\d*$/mu)
})

/** A compressed archive: the sample article, a line that is none, one in which nothing is found. */
function zippedArchive(): void {
  const body = readFileSync(`${examples}sample-article/article.txt`, 'utf8')
  const lines = [JSON.stringify({ id: 1, body }), 'nonsense', JSON.stringify({ id: 2, body: 'Fine.' })]
  writeFileSync(join(folder, 'archive.jsonl.gz'), gzipSync(`${lines.join('\n')}\n`))
}

it('the shell pipe: articles with findings come out, and the count of all', () => {
  zippedArchive()
  const { status, output } = runThere('sh', [`${examples}filter-pipes/pipe.sh`, 'archive.jsonl.gz'])
  expect(status, output).toBe(0)
  const [found, error, trailer, ...more] = output.trimEnd().split('\n')
  expect(JSON.parse(found as string)).toMatchObject({ id: 1, stet: { words: expect.any(Number) } })
  expect(JSON.parse(error as string)).toEqual({ error: 'line 2: not JSON' })
  expect(JSON.parse(trailer as string)).toEqual({ trailer: { in: 3, out: 3 } })
  expect(more).toEqual([])
})

const hasParallel = spawnSync('parallel', ['--version']).status === 0

it.skipIf(!hasParallel)('GNU parallel: the same bytes as from one process (needs parallel)', () => {
  const line = (id: number) => `${JSON.stringify({ id, body: `The talks [cependant] went on, ${id}.` })}\n`
  writeFileSync(join(folder, 'archive.jsonl.gz'), gzipSync(Array.from({ length: 60 }, (_, id) => line(id)).join('')))
  const script = readFileSync(`${examples}filter-pipes/parallel.sh`, 'utf8')
  // Small pieces, so that there are some.
  const inPieces = script.replace('--block 10M', '--block 1500')
  expect(inPieces).not.toBe(script)
  const { status, output } = runThere('sh', ['-c', inPieces, 'sh', 'archive.jsonl.gz'])
  expect(status, output).toBe(0)
  expect(output).toBe(runThere('sh', ['-c', 'gzip -dc archive.jsonl.gz | stet filter --field body']).output)
})

it('the recipe for Spark: the command that it pipes through is one that Stet has', () => {
  zippedArchive()
  const recipe = readFileSync(`${examples}filter-pipes/spark.py`, 'utf8')
  const command = /pipe\("([^"]+)"/u.exec(recipe)?.[1] as string
  const { status, output } = runThere('sh', ['-c', `gzip -dc archive.jsonl.gz | ${command}`])
  expect(status).toBe(0)
  expect(output.trimEnd().split('\n').length).toBe(3)
})

it('the pre-commit hook: an article that the gate blocks is not committed until it is repaired or decided', () => {
  git('init', '--quiet')
  const hook = join(folder, '.git/hooks/pre-commit')
  copyFileSync(`${examples}git-pre-commit/pre-commit`, hook)
  chmodSync(hook, 0o755)
  writeFileSync(join(folder, 'a b.txt'), 'The talks [cependant] went on.\n')
  git('add', 'a b.txt')
  // What lies in the folder is mended, what is staged is not.
  writeFileSync(join(folder, 'a b.txt'), 'The talks went on.\n')
  const refused = git('commit', '-m', 'news')
  expect(refused.status).toBe(1)
  expect(refused.output).toContain('block  a b.txt')
  expect(refused.output).toContain('not committed')

  writeFileSync(join(folder, 'a b.txt'), 'The talks [cependant] went on.\n')
  const [{ findings }] = JSON.parse(runThere('stet', ['check', '--format', 'json', 'a b.txt']).output)
  runThere('stet', ['decide', 'a b.txt', findings[0].fingerprint, '--reason', 'As it was said'])
  git('add', '.stet')
  const passed = git('commit', '-m', 'news')
  expect(passed.output).toContain('publish  a b.txt')
  expect(passed.status).toBe(0)
})

it('the workflow of GitHub Actions: its command annotates the articles of a pull request, and fails where one is blocked', () => {
  const workflow = parse(readFileSync(`${examples}github-actions/stet.yml`, 'utf8'))
  expect(Object.keys(workflow)).toEqual(['name', 'on', 'permissions', 'jobs'])
  const { run: script, env } = workflow.jobs.stet.steps.at(-1)
  expect(Object.keys(env)).toEqual(['BASE'])
  git('init', '--quiet')
  writeFileSync(join(folder, 'old.txt'), 'The talks [cependant] went on.\n')
  git('add', 'old.txt')
  git('commit', '-m', 'before')
  const base = git('rev-parse', 'HEAD').output.trim()
  const push = (text: string) => {
    writeFileSync(join(folder, 'new.md'), text)
    git('add', 'new.md')
    git('commit', '-m', 'news')
    return runThere('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { BASE: base })
  }
  const bad = push('The talks [cependant] went on.\n')
  expect(bad.output).toMatch(/^::error file=new\.md,line=1,/mu)
  expect(bad.output).not.toContain('old.txt')
  expect(bad.status).not.toBe(0)
  expect(push('The talks went on.\n')).toMatchObject({ status: 0 })
})
