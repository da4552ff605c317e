import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-bundle-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('the library works in one file that a bundler made, with its tables beside it', async () => {
  const program = `
    import { createChecker, UsageError } from '@stet/core'
    try {
      const [finding] = createChecker().check('The talks [cependant] went on.').findings
      console.log(finding.expected[0])
    } catch (error) {
      console.log(error instanceof UsageError, error.code, error.hint)
    }`
  const outfile = join(folder, 'bundle.mjs')
  await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    conditions: ['@stet/source'],
    platform: 'node',
    // The main file of jsonc-parser hides what it requires from bundlers; its module does not.
    mainFields: ['module', 'main'],
    format: 'esm',
    // What of our dependencies is CommonJS asks for Node's modules by require().
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    bundle: true,
    minify: true,
    outfile,
    logLevel: 'error',
  })
  const run = () => spawnSync(process.execPath, [outfile], { cwd: folder, encoding: 'utf8' })
  expect(run().stdout).toMatch(/^true STET_USAGE .*copy the folder “languages”/u)
  cpSync(new URL('../packages/core/languages', import.meta.url), join(folder, 'languages'), { recursive: true })
  expect(run()).toMatchObject({ stdout: '[however]\n', stderr: '' })
})
