import { Lexicon } from './lexicon.ts'
import { PhraseTrie } from './phrase-trie.ts'

const nobody: readonly number[] = []

/** Spellings that are kept from one article to the next. */
const mostSpellings = 60_000

/**
 * The words and marks that any rule wants to hear of, compiled once for a set of rules.
 * The tokenizer looks each word up once; all that rules do afterwards is compare numbers.
 * Entry 0 is "no rule knows it".
 */
export class Vocabulary {
  readonly #words = new Map<string, number>()
  /** Words of phrases that were added late: the tokens do not have their entries, the trie looks them up. */
  readonly #lateWords = new Map<string, number>()
  readonly #lateEntries = new Set<number>()
  readonly #marks = new Map<number, number>()
  /** Of most words nobody but a phrase wants to hear: they share one empty list. */
  readonly #listeners: (readonly number[])[] = [nobody]
  #lexicon: Lexicon | undefined
  /** The phrases of all rules. */
  readonly phrases: PhraseTrie = new PhraseTrie(this)
  /** The entry of every number token. */
  readonly number: number

  constructor() {
    this.number = this.#create()
  }

  get size(): number {
    return this.#listeners.length
  }

  #create(): number {
    this.#listeners.push(nobody)
    return this.#listeners.length - 1
  }

  /** The entry of a word (lower case), made when it is new. */
  addWord(word: string): number {
    let entry = this.#words.get(word)
    if (entry === undefined) {
      entry = this.#create()
      this.#words.set(word, entry)
      // Spellings that were read before the word was known have no entry.
      this.#lexicon = undefined
    }
    return entry
  }

  /** The entry of a word (lower case) of a phrase that is added while articles are checked: tokens keep what they have. */
  addLateWord(word: string): number {
    const known = this.#words.get(word) ?? this.#lateWords.get(word)
    if (known !== undefined) return known
    const entry = this.#create()
    this.#lateWords.set(word, entry)
    this.#lateEntries.add(entry)
    return entry
  }

  /** Did only a phrase that was added late need this entry? */
  isLate(entry: number): boolean {
    return this.#lateEntries.has(entry)
  }

  /** The entry of a word that only a phrase added late has; 0 for any other. */
  lookupLate(word: string): number {
    return this.#lateWords.get(word) ?? 0
  }

  /** Every spelling met so far, with its entry; made anew when it has grown too large. */
  get lexicon(): Lexicon {
    if (this.#lexicon === undefined || this.#lexicon.size > mostSpellings)
      this.#lexicon = new Lexicon((lower) => this.lookup(lower))
    return this.#lexicon
  }

  /** The entry of a mark, made when it is new. */
  addMark(mark: string): number {
    const code = mark.charCodeAt(0)
    let entry = this.#marks.get(code)
    if (entry === undefined) {
      entry = this.#create()
      this.#marks.set(code, entry)
    }
    return entry
  }

  /** Rule number `rule` is told of every token with this entry. */
  listen(entry: number, rule: number): void {
    const listeners = this.#listeners[entry]
    if (listeners === nobody) this.#listeners[entry] = [rule]
    else if (listeners !== undefined && !listeners.includes(rule)) (listeners as number[]).push(rule)
  }

  listeners(entry: number): readonly number[] {
    return this.#listeners[entry] as readonly number[]
  }

  lookup(word: string): number {
    return this.#words.get(word) ?? 0
  }

  mark(code: number): number {
    return this.#marks.get(code) ?? 0
  }
}
