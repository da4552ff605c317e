import { type Draft, defineRule, type Rule } from '../rules/rule.ts'

/** What the house writes for a name or phrase that the machine leaves. */
export interface GlossaryLine {
  readonly source: string
  readonly target: string
}

/**
 * Reads a house glossary: `source ⇥ target`, one a line; `#` begins a comment. Of two lines on one source the last holds.
 */
export function parseGlossary(text: string): GlossaryLine[] {
  const lines = new Map<string, GlossaryLine>()
  for (const line of text.split(/\r?\n/u)) {
    if (line.startsWith('#')) continue
    const [source = '', target = ''] = line.split('\t').map((cell) => cell.trim())
    if (source === '' || target === '' || source === target) continue
    lines.set(source, { source, target })
  }
  return [...lines.values()]
}

/** The rule for the house’s own glossary: finds its phrases, letter for letter, as words of their own. */
export function houseGlossary(lines: readonly GlossaryLine[]): Rule {
  return defineRule({
    id: 'house-glossary',
    mqm: 'terminology/inconsistent-with-terminology-resource',
    severity: 'major',
    fix: 'review',
    needs: 'target',
    round: 'sure',
    mutes: ['name-form', 'place-form', 'organisation-form', 'untranslated-french', 'bracketed-source'],
    priority: 95,
    summary: 'A phrase for which the house has its own English.',
    why: 'An editor decided it once, in a review; the house writes it so from then on.',
    examples: { bad: [{ text: '', expected: null }], good: ['', ''] },
    prepare() {
      return {
        triggers: { every: true },
        *check({ prose }) {
          for (const { source, target } of lines) yield* occurrences(prose, source, target)
        },
      }
    },
  })
}

function* occurrences(prose: string, source: string, target: string): Generator<Draft> {
  for (let start = prose.indexOf(source); start >= 0; start = prose.indexOf(source, start + source.length)) {
    const end = start + source.length
    if (joins(prose, start) || joins(prose, end) || standsIn(prose, start, source, target)) continue
    yield {
      start,
      end,
      confidence: 0.95,
      weight: 0,
      expected: [target],
      reason: `The house writes “${target}” for “${source}”.`,
    }
  }
}

/** Do a letter or figure and another touch here? */
function joins(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]$/u.test(text[at - 1] ?? '') && /^[\p{L}\p{N}]$/u.test(text[at] ?? '')
}

/** Is this the source inside its own target: “Putin” of “Vladimir Putin”? */
function standsIn(prose: string, start: number, source: string, target: string): boolean {
  for (let at = target.indexOf(source); at >= 0; at = target.indexOf(source, at + 1)) {
    if (start >= at && prose.startsWith(target, start - at)) return true
  }
  return false
}
