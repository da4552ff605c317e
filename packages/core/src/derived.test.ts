import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = new URL('rules/', import.meta.url)
/** Files of the folder that are not rules. */
const framework = new Set(['index.ts', 'rule.ts'])

function ruleIds(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !framework.has(file))
    .map((file) => file.slice(0, -3))
    .sort()
}

function exportName(id: string): string {
  return id.replace(/-([a-z])/gu, (_match, letter: string) => letter.toUpperCase())
}

it('rules/index.ts lists every rule of the folder (pnpm derive renews it)', async () => {
  const ids = ruleIds()
  const text = [
    ...ids.map((id) => `import { ${exportName(id)} } from './${id}.ts'`),
    `import type { Rule } from './rule.ts'`,
    '',
    '/** Every rule that comes with Stet. Derived from the folder: `pnpm derive` writes it. */',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${exportName(id)},`),
    ']',
    '',
  ]
  await expect(sortImports(text).join('\n')).toMatchFileSnapshot('rules/index.ts')
})

it('every rule has a test beside it, and the id of its file', async () => {
  const files = new Set(readdirSync(folder))
  for (const id of ruleIds()) {
    expect(files.has(`${id}.test.ts`), `rules/${id}.test.ts`).toBe(true)
    const module = (await import(`./rules/${id}.ts`)) as Record<string, { id?: string }>
    expect(module[exportName(id)]?.id, `rules/${id}.ts`).toBe(id)
  }
})

function importPath(line: string): string {
  return /'([^']+)'/u.exec(line)?.[1] ?? ''
}

/** As Biome sorts them: by path. */
function sortImports(lines: string[]): string[] {
  const imports = lines.filter((line) => line.startsWith('import '))
  const rest = lines.filter((line) => !line.startsWith('import '))
  return [...imports.sort((a, b) => (importPath(a) < importPath(b) ? -1 : 1)), ...rest]
}
