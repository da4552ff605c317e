import type { Language } from '../../language/language.ts'
import type { Row } from '../../language/table.ts'
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
  /** Made of their rows when a text first has them. */
  readonly #byEntry = new Map<number, GivenName | Form>()
  readonly #vocabulary: Vocabulary

  constructor(language: Language, vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    const rows = language.table('given-names')
    for (const row of rows) this.#add((row.source ?? '').toLowerCase(), row, true)
    // News copy drops accents; “Andrei” without them is English, though.
    for (const row of rows) {
      const { source = '' } = row
      const bare = fold(source)
      if (bare === source.toLowerCase() || vocabulary.lookup(bare) !== 0) continue
      const english = (row.target ?? '').split('|').some((target) => target.toLowerCase() === bare)
      if (!english) this.#add(bare, row, false)
    }
  }

  at(tokens: Tokens, index: number): GivenName | undefined {
    const entry = tokens.entry(index)
    if (!tokens.isCapitalised(index)) return undefined
    return (entry === 0 ? undefined : this.#named(entry)) ?? this.#withAccents(tokens.lower(index))
  }

  /** `Lévan`, `Nikólaos`: no English form has the accents. `Valéry` is a Frenchman. */
  #withAccents(lower: string): GivenName | undefined {
    if (!accent.test(lower)) return undefined
    const entry = this.#vocabulary.lookup(fold(lower))
    const known = entry === 0 ? undefined : this.#named(entry)
    if (known === undefined || known.shared || (known.origin === 'ru' && !foreignAccent.test(lower))) return undefined
    return { ...known, french: true, unmistakable: true }
  }

  #named(entry: number): GivenName | undefined {
    const known = this.#byEntry.get(entry)
    if (known === undefined || !('row' in known)) return known
    const name = nameOf(known)
    this.#byEntry.set(entry, name)
    return name
  }

  #add(lower: string, row: Row, accented: boolean): void {
    const entry = this.#vocabulary.addWord(lower)
    if (!this.#byEntry.has(entry)) this.#byEntry.set(entry, { lower, row, accented })
  }
}

/** A form of a row, in lower case: as the row has it, or without its accents. */
interface Form {
  readonly lower: string
  readonly row: Row
  readonly accented: boolean
}

function nameOf({ lower, row, accented }: Form): GivenName {
  const { target = '', origin = '', shared = '' } = row
  const targets = target.split('|')
  const french = !targets.some((text) => text.toLowerCase() === lower)
  return {
    targets,
    origin,
    shared: shared !== '',
    french,
    unmistakable:
      french && shared === '' && ((accented && lower !== fold(lower)) || /iou|gu[eiy]|tch|^ie[lkv]|^ou/u.test(lower)),
  }
}
