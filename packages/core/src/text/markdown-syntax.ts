import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { Construct, Extension } from 'micromark-util-types'

type Constructs = Record<string, Construct | Construct[] | undefined>

const table = 'table'
const addresses = ['protocolAutolink', 'wwwAutolink']
const mail = 'emailAutolink'

const known = new Map<string, Extension[]>()

/** All that the reader understands: CommonMark with front matter and GitHub's additions. */
export const fullSyntax: Extension[] = [frontmatter(['yaml', 'toml']), gfm()]

/**
 * The syntax that a text can make use of. Bare addresses and tables are looked for at every letter and every line, which
 * takes longer than all else together; a text without the signs that they need reads the same without them.
 */
export function syntaxFor(source: string): Extension[] {
  const absent: string[] = []
  if (!/\||:-|-:/u.test(source)) absent.push(table)
  if (!/:\/\/|www\./iu.test(source)) absent.push(...addresses)
  if (!source.includes('@')) absent.push(mail)
  if (absent.length === 0) return fullSyntax
  const key = absent.join(' ')
  let syntax = known.get(key)
  if (syntax === undefined) {
    syntax = [frontmatter(['yaml', 'toml']), without(gfm(), new Set(absent))]
    known.set(key, syntax)
  }
  return syntax
}

function without(extension: Extension, names: ReadonlySet<string>): Extension {
  const result = { ...extension }
  for (const hook of ['flow', 'text'] as const) {
    const kept: Constructs = {}
    for (const [code, constructs] of Object.entries((extension[hook] ?? {}) as Constructs)) {
      const rest = [constructs ?? []].flat().filter(({ name }) => name === undefined || !names.has(name))
      if (rest.length > 0) kept[code] = rest
    }
    result[hook] = kept as NonNullable<Extension[typeof hook]>
  }
  return result
}
