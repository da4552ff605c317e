import type { Language } from '../../language/language.ts'
import { fold } from '../../text/fold.ts'
import type { Tokens } from '../../text/tokens.ts'
import type { Vocabulary } from '../../text/vocabulary.ts'

/** A given name that tells the family of the surname after it. */
export interface GivenName {
  readonly targets: readonly string[]
  readonly origin: string
  /** French and English people bear it too. */
  readonly shared: boolean
  /** English does not write it like this. */
  readonly french: boolean
  /** It has letters or accents that no other name has: a sign even without a surname. */
  readonly unmistakable: boolean
}

const accent = /[áéèêëíîïóôúûý]/u
/** What no French given name has. */
const foreignAccent = /[áíïóúý]/u

/** The pack's table of given names, looked up by token. */
export class GivenNames {
  readonly #byEntry = new Map<number, GivenName>()
  readonly #vocabulary: Vocabulary

  constructor(language: Language, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    const rows = language.table('given-names')
    for (const row of rows) this.#add(row.source ?? '', row, true)
    // News copy drops accents; “Andrei” without them is English, though.
    for (const row of rows) {
      const bare = fold(row.source ?? '')
      const english = (row.target ?? '').split('|').some((target) => target.toLowerCase() === bare)
      if (!english && vocabulary.lookup(bare) === 0) this.#add(bare, row, false)
    }
  }

  at(tokens: Tokens, index: number): GivenName | undefined {
    const entry = tokens.entry(index)
    if (!tokens.isCapitalised(index)) return undefined
    return (entry === 0 ? undefined : this.#byEntry.get(entry)) ?? this.#withAccents(tokens.lower(index))
  }

  /** `Lévan`, `Nikólaos`: no English form has the accents. `Valéry` is a Frenchman. */
  #withAccents(lower: string): GivenName | undefined {
    if (!accent.test(lower)) return undefined
    const entry = this.#vocabulary.lookup(fold(lower))
    const known = entry === 0 ? undefined : this.#byEntry.get(entry)
    if (known === undefined || known.shared || (known.origin === 'ru' && !foreignAccent.test(lower))) return undefined
    return { ...known, french: true, unmistakable: true }
  }

  #add(form: string, { target = '', origin = '', shared = '' }: Record<string, string>, accented: boolean): void {
    const lower = form.toLowerCase()
    const entry = this.#vocabulary.addWord(lower)
    if (this.#byEntry.has(entry)) return
    const targets = target.split('|')
    const french = !targets.some((text) => text.toLowerCase() === lower)
    this.#byEntry.set(entry, {
      targets,
      origin,
      shared: shared !== '',
      french,
      unmistakable:
        french && shared === '' && ((accented && lower !== fold(lower)) || /iou|gu[eiy]|tch|^ie[lkv]|^ou/u.test(lower)),
    })
  }
}
