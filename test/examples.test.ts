import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

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

it('the publishing gate: holds the sample article', () => {
  const { status, output } = run('publishing-gate', 'gate.ts', '../sample-article/article.txt')
  expect(status, output).toBe(1)
  expect(output).toMatch(/^hold .*score/u)
})

it('the unified pipeline: findings are messages on the file', () => {
  const { status, output } = run('unified-pipeline', 'lint.ts')
  expect(status, output).toBe(0)
  for (const ruleId of ['organisation-form', 'bracketed-source', 'quote-direction']) expect(output).toContain(ruleId)
})
