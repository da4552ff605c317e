import type { HouseName } from '../language/house-styles.ts'
import { type Draft, defineRule, type Rule } from '../rules/rule.ts'
import { PhraseMatcher } from '../text/phrase-matcher.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'

/** The rule for the style of the house: forms of names that are English, but not the house’s. */
export function houseNameRule(names: readonly HouseName[]): Rule {
  return defineRule({
    id: 'house-name',
    mqm: 'terminology/inconsistent-with-terminology-resource',
    severity: 'minor',
    fix: 'review',
    needs: 'target',
    round: 'sure',
    mutes: ['place-form', 'name-form', 'name-consistency'],
    priority: 74,
    summary: 'A name that the house writes in another way.',
    why: 'English has several forms of it (Zelensky, Zelenskyy; Kiev, Kyiv); the configuration says which the house writes.',
    examples: { bad: [{ text: '', expected: null }], good: ['', ''] },
    prepare(_language, vocabulary) {
      const matcher = new PhraseMatcher<{ readonly name: HouseName; readonly form: string }>(vocabulary)
      for (const name of names) for (const form of name.instead) matcher.add(form, { name, form })
      return {
        triggers: { phrases: matcher },
        *check({ tokens }) {
          for (const { start, end, values } of matcher.hits(tokens)) {
            for (const { name, form } of values) {
              const draft = draftOf(tokens, start, end, name, form)
              if (draft !== undefined) yield draft
            }
          }
        },
      }
    },
  })
}

function draftOf(tokens: Tokens, from: number, to: number, name: HouseName, form: string): Draft | undefined {
  if (!standsAs(tokens, from, to, form, name.unless)) return undefined
  const since = name.since === '' ? '' : ` since ${name.since.slice(0, 4)}`
  return {
    start: tokens.start(from),
    end: tokens.end(to - 1),
    confidence: 0.9,
    weight: 0,
    expected: [name.write],
    reason:
      name.house === 'own'
        ? `The house writes “${name.write}”`
        : `The style of the house (${name.house}) has “${name.write}”${since}`,
    evidence: [`source: ${name.source}`],
  }
}

/** Is what stands there this form of the name, as it is written, and not beside a word with which it is another’s? */
export function standsAs(tokens: Tokens, from: number, to: number, form: string, unless: readonly string[]): boolean {
  const actual = tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
  // `turkey` is a bird, and `Nato` is not `NATO`.
  if (straight(actual) !== straight(form)) return false
  if (unless.includes(tokens.lower(from - 1)) || unless.includes(tokens.lower(to))) return false
  // “Odessa, Texas”.
  return tokens.kind(to) !== TokenKind.comma || !unless.includes(tokens.lower(to + 1))
}

/** Gives the drafts of the other rules the forms of the house. */
export class HouseForms {
  readonly #forms: ReadonlyMap<string, string>
  readonly #pattern: RegExp

  constructor(names: readonly HouseName[]) {
    this.#forms = new Map(names.flatMap(({ write, instead }) => instead.map((form) => [straight(form), write])))
    const forms = [...this.#forms.keys()].sort((one, two) => two.length - one.length)
    const alternatives = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll("'", "['’]"))
    this.#pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  }

  /**
   * The draft with the repairs that the house would make; undefined when the text has the form of the house already.
   *
   * @param prose the text that the draft’s offsets are of
   */
  apply(draft: Draft, prose: string): Draft | undefined {
    const expected = [...new Set(draft.expected.map((text) => this.#write(text)))]
    if (expected.every((text, index) => text === draft.expected[index])) return draft
    const open = expected.filter((text) => text !== prose.slice(draft.start, draft.end))
    if (open.length === 0) return undefined
    const [old = '', now = ''] = [draft.expected[0], open[0]]
    return { ...draft, expected: open, reason: draft.reason.replaceAll(`“${old}”`, `“${now}”`) }
  }

  #write(text: string): string {
    return text.replace(this.#pattern, (form) => this.#forms.get(straight(form)) ?? form)
  }
}

function straight(text: string): string {
  return text.replaceAll('’', "'")
}
