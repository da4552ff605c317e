import { fold } from '../text/fold.ts'
import { allHouseNames, type HouseName, type NameStyle, namesOfStyle } from './house-styles.ts'
import type { Language } from './language.ts'

/** Letter groups by which romanisations of one name differ, in the order in which they are made alike. */
const alike: readonly (readonly [RegExp, string])[] = [
  // Shcherbakov, Chtcherbakov; Mishustin, Michoustine; Gorbachev, Gorbatchev.
  [/chtch|shch|tch|sch|sh|ch/gu, 'ç'],
  // Zhirinovsky, Jirinovski.
  [/dzh|dj|zh|j/gu, 'ž'],
  [/gu(?=[ei])/gu, 'g'],
  [/ou/gu, 'u'],
  [/ks/gu, 'x'],
  [/(?<=[aeiuy])ss(?=[aeiuy])/gu, 's'],
  [/[iy]ne$/u, 'in'],
  [/off$/u, 'ov'],
  // Dudayev, Doudaïev, Dudaev.
  [/(?<=^|[aou])[iy]+e|[iy]+e(?=v)/gu, 'e'],
  // Zelensky, Zelenskyy, Zelenskiy, Zelenski; Yanukovych, Yanukovich; but Smith is not Smyth.
  [/[iy]+$|[iy]+(?=[aeouç])|(?<=[aeou])[iy]+/gu, 'i'],
]
/** Shorter surnames of two persons are too often a letter apart: Chang, Shang. */
const shortest = 6

/** What the spellings of one name have in common, whoever romanised it. */
function spellingKey(surname: string): string {
  return alike.reduce((text, [pattern, to]) => text.replace(pattern, to), fold(surname))
}

/** The form of a name that is preferred, and who says so. */
export interface PreferredForm {
  readonly form: string
  /** The configuration or its profile, or Stet’s table of names. */
  readonly by: 'house' | 'index'
}

/** Tells which forms are of one name. */
export class NameForms {
  /** Forms that houses differ on, as they are written, each with the key of its name. */
  readonly #settled = new Map<string, string>()
  readonly #unless = new Map<string, readonly string[]>()
  readonly #people = new Map<string, string>()
  readonly #givenNames = new Map<string, string>()
  readonly #preferred = new Map<string, PreferredForm>()

  /**
   * @param style what the house writes
   * @throws UsageError when there is no such profile
   */
  constructor(language: Language, style?: NameStyle) {
    const ofHouse = style === undefined ? [] : namesOfStyle(style)
    this.#settle([...ofHouse, ...allHouseNames()])
    for (const { write } of ofHouse) {
      const key = this.#settled.get(write)
      if (key !== undefined && !this.#preferred.has(key)) this.#preferred.set(key, { form: write, by: 'house' })
    }
    for (const { source = '', target = '' } of language.table('given-names')) {
      this.#givenNames.set(fold(source), fold(target.split('|', 1)[0] as string))
    }
    for (const { source = '', target = '' } of language.table('people')) {
      if (target.includes('|') || target.split(' ').length !== 2) continue
      this.#people.set(fold(source), target)
      this.#people.set(fold(target), target)
      const key = this.keyOf(target)
      if (key?.startsWith('=') === false) this.#preferred.set(key, { form: target, by: 'index' })
    }
  }

  /** Forms that houses differ on, and the words in lower case beside which each is another’s. */
  get settled(): Iterable<readonly [form: string, unless: readonly string[]]> {
    return this.#unless
  }

  /**
   * What all forms of a name have in common; undefined of a word that is no name to be compared.
   *
   * @param form a given name and a surname, or one of the `settled`
   */
  keyOf(form: string): string | undefined {
    const settled = this.#settled.get(form)
    if (settled !== undefined) return settled
    const known = this.#people.get(fold(form))
    const parts = (known ?? form).split(' ')
    const [given, surname] = parts
    if (parts.length !== 2 || given === undefined || surname === undefined) return undefined
    const ofHouses = known === undefined ? undefined : this.#settled.get(surname)
    if (ofHouses !== undefined) return ofHouses
    if (known === undefined && surname.length < shortest) return undefined
    const folded = fold(given)
    return `${this.#givenNames.get(folded) ?? folded} ${spellingKey(surname)}`
  }

  /** What the house, or else the table of names, has for it. */
  preferred(key: string): PreferredForm | undefined {
    return this.#preferred.get(key)
  }

  /** Are forms of one key spellings of the surname, and not only of the given name? Alexandre and Alexander Martin are two. */
  areSeveral(forms: readonly string[]): boolean {
    return new Set(forms.map((form) => form.slice(form.indexOf(' ') + 1))).size > 1
  }

  /** Names that share a form in two houses are one name. */
  #settle(names: readonly HouseName[]): void {
    for (const { write, instead, unless } of names) {
      const forms = [write, ...instead]
      const known = new Set(forms.map((form) => this.#settled.get(form)).filter((key) => key !== undefined))
      const key = [...known][0] ?? `=${write}`
      if (known.size > 1) {
        for (const [form, other] of this.#settled) if (known.has(other)) this.#settled.set(form, key)
      }
      for (const form of forms) {
        this.#settled.set(form, key)
        this.#unless.set(form, [...new Set([...(this.#unless.get(form) ?? []), ...unless])])
      }
    }
  }
}
