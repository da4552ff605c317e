import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What programs outside build on: changing one of these takes a new version, `vitest run public-types -u` shows which. */
const contracts = ['gate-policy', 'gate', 'usage-error', 'check-many', 'check/finding', 'report/json', 'decisions']

it('the types that programs build on are these', async () => {
  const surface = contracts.map((name) => {
    const declared = readFileSync(new URL(`../packages/core/dist/${name}.d.ts`, import.meta.url), 'utf8')
    const bare = declared.replace(/\/\*\*[\s\S]*?\*\/|\/\/#.*/gu, '').replace(/\n\s*\n/gu, '\n')
    return `// ${name}\n${bare.trim()}\n`
  })
  await expect(surface.join('\n')).toMatchFileSnapshot('public-types.golden.txt')
})
