import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Decision, serialiseDecisions } from '@stet/core'
import { afterEach, beforeEach, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))
const sample = 'Vladimir Poutine spoke at the palace.\n\nIt came [cependant] late.\n'
let folder = ''

const run = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' })
const settle = (name: string, text: string): void => {
  mkdirSync(join(folder, '.stet'), { recursive: true })
  writeFileSync(join(folder, '.stet', name), text)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-'))
  writeFileSync(join(folder, 'article.txt'), sample)
})

afterEach(() => rmSync(folder, { recursive: true }))

it('stats: how often editors agreed, rule by rule', () => {
  const made = (fingerprint: string, ruleId: string, more: Partial<Decision>): Decision => ({
    doc: 'a.txt',
    fingerprint,
    ruleId,
    quote: 'x',
    verdict: 'fixed',
    ...more,
  })
  settle(
    'decisions.jsonl',
    serialiseDecisions([
      made('1', 'calque', { own: true }),
      made('2', 'calque', {}),
      made('3', 'calque', { verdict: 'stet' }),
      made('4', 'calque', { verdict: 'baseline' }),
      made('5', 'date-form', { verdict: 'stet' }),
    ]),
  )
  const { status, stdout } = run('stats')
  expect(status).toBe(0)
  expect(stdout).toMatch(/calque +1 +1 +1 +67% +21%\ndate-form +0 +0 +1 +0% +0%\nall +1 +1 +2 +50% +15%/u)
  expect(JSON.parse(run('stats', '--format', 'json').stdout)).toHaveLength(2)
})

it('stats: says so where nothing was decided', () => {
  expect(run('stats')).toMatchObject({ status: 0, stdout: '' })
})

it('check honours what the house settled in a review', () => {
  expect(run('check', 'article.txt').stdout).toContain('[cependant]')
  settle('keep.txt', '[cependant]\n')
  settle('glossary.tsv', 'the palace\tthe Élysée\n')
  const { stdout } = run('check', 'article.txt')
  expect(stdout).not.toContain('[cependant]')
  expect(stdout).toContain('house-glossary')
})
