import type { NameStyle } from '../language/house-styles.ts'
import type { Language } from '../language/language.ts'
import { NameForms } from '../language/name-spellings.ts'
import { endsName, givenBefore } from '../rules/name-consistency.ts'
import type { SegmentView } from '../rules/rule.ts'
import { PhraseMatcher } from '../text/phrase-matcher.ts'
import type { Vocabulary } from '../text/vocabulary.ts'
import { standsAs } from './house-names.ts'

/** Names of an article that are told; a list of a thousand winners says nothing of how an archive writes names. */
const mostNames = 60

/** Of a surname. */
const fewestLetters = 4

interface SettledForm {
  readonly form: string
  readonly unless: readonly string[]
}

/** Finds the names of an article that an archive may write in several forms, as they stand. */
export class WrittenNames {
  readonly #forms: NameForms
  readonly #settled: PhraseMatcher<SettledForm>

  constructor(language: Language, style: NameStyle | undefined, vocabulary: Vocabulary) {
    this.#forms = new NameForms(language, style)
    this.#settled = new PhraseMatcher(vocabulary)
    for (const [form, unless] of this.#forms.settled) this.#settled.add(form, { form, unless })
  }

  /** Each once, in the order of the article: given name and surname, and forms that houses differ on. */
  of(segments: readonly SegmentView[]): string[] {
    const names = new Set<string>()
    for (const { tokens } of segments) {
      /** Where forms end that houses differ on: a surname among them is told already. */
      const ends = new Set<number>()
      for (const { start, end, values } of this.#settled.hits(tokens)) {
        for (const { form, unless } of values) {
          if (!standsAs(tokens, start, end, form, unless)) continue
          names.add(form)
          ends.add(end - 1)
        }
      }
      for (let at = 1; at < tokens.count; at++) {
        if (!endsName(tokens, at, fewestLetters) || ends.has(at) || givenBefore(tokens, at) === undefined) continue
        const name = `${tokens.text(at - 1)} ${tokens.text(at)}`
        if (this.#forms.keyOf(name) !== undefined) names.add(name)
      }
    }
    return [...names].slice(0, mostNames)
  }
}
