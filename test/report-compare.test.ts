import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Comparison } from '@stet/archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))
const clean = fileURLToPath(new URL('corpus/clean', import.meta.url))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-compare-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'report', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** Later articles of the corpus are full of foreign names, which count once an article shows that it is a translation. */
const plainArticles = 30

/** 120 articles of clean English; `slips` tells what an engine leaves in the article of that number. */
function archive(name: string, slips: (number: number) => string, outlets = ['North', 'South']): void {
  const bodies = readdirSync(clean)
    .sort()
    .slice(0, plainArticles)
    .map((file) => readFileSync(join(clean, file), 'utf8').split('\n\n').slice(0, 3).join('\n\n'))
  const lines = Array.from({ length: 120 }, (_, number) => {
    const body = `${bodies[number % bodies.length]}\n\n${slips(number)}`
    return `${JSON.stringify({ id: `a${number}`, outlet: outlets[number % 2], body })}\n`
  })
  writeFileSync(join(folder, `${name}.jsonl`), lines.join(''))
  expect(report(`${name}.jsonl`, '--out', name, '--workers', '1', '-q').status).toBe(0)
}

describe('stet report --compare', () => {
  beforeAll(() => {
    archive('old', (number) =>
      number % 2 === 0 ? 'The talks [cependant] went on. He met Poutine in Moscou.' : 'Done.',
    )
    // The new engine has learnt the names, but brings brackets into one article in three.
    archive('new', (number) => (number % 3 === 0 ? 'The talks [cependant] went on [aussi] there.' : 'Done.'), [
      'North',
      'West',
    ])
  })

  it('tells which rules and outlets have fewer or more findings, with intervals, and which articles changed', () => {
    const { status, stdout, stderr } = report('--compare', 'old', 'new', '--format', 'json')
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const found = JSON.parse(stdout) as Comparison
    expect(found).toMatchObject({ sameRules: true, sameInputs: false })
    const names = found.rules.find(({ name }) => name === 'name-form')
    expect(names).toMatchObject({ findings: [60, 0], verdict: 'fewer' })
    expect(names?.difference.high).toBeLessThan(0)
    expect(found.rules.find(({ name }) => name === 'bracketed-source')).toMatchObject({ findings: [60, 80] })
    expect(found.dimensions.outlet.map(({ name }) => name)).toEqual(['North'])
    expect(found.alone.outlet).toEqual({ a: ['South'], b: ['West'] })
    const { compared, fewer, same, more, mostFewer } = found.articles
    expect([compared, fewer, same, more]).toEqual([120, 60, 40, 20])
    expect(mostFewer[0]?.findings[1]).toBe(0)
  })

  it('prints the same for people, and calls nothing clear that chance would make', () => {
    const { stdout } = report('--compare', 'old', 'new')
    expect(stdout).toMatch(/^name-form +[\d.]+ +0\.0 +−[\d.]+ +−[\d.]+ to −[\d.]+ +fewer in B$/mu)
    expect(stdout).toMatch(/^bracketed-source .* not clear$/mu)
    expect(stdout).toContain('Of 120 articles in both: 60 with fewer findings')
    expect(stdout).toContain('only in A: South')
    const same = report('--compare', 'old', 'old').stdout
    expect(same).toContain('Both are the same articles by the same rules.')
    expect(same).toContain('No clear difference')
    expect(same).not.toMatch(/fewer in B|more in B/u)
  })

  it('writes a page and its data where it is told to', () => {
    expect(report('--compare', 'old', 'new', '--out', 'both').status).toBe(0)
    const page = readFileSync(join(folder, 'both/comparison.html'), 'utf8')
    expect(page).toMatch(/<th scope="row">name-form<\/th>/u)
    expect(JSON.parse(readFileSync(join(folder, 'both/comparison.json'), 'utf8'))).toHaveProperty('rules')
  })

  it('says in a line what is no run, and what did not come to its end', () => {
    expect(report('--compare', 'old')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^.*names two runs.*\n$/u),
    })
    expect(report('--compare', 'old', 'nowhere')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^stet: nowhere: holds no run.*\n$/u),
    })
    rmSync(join(folder, 'new/findings/00000.jsonl'))
    expect(report('--compare', 'old', 'new')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^stet: new: this run did not come to its end.*--resume.*\n$/u),
    })
  })
})
