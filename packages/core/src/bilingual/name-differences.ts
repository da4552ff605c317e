import { fold } from '../text/fold.ts'
import { Shape } from '../text/tokens.ts'
import type { Bead } from './align.ts'
import type { AlignedSource, Sentence } from './aligned-source.ts'
import { NameIndex, type NameWord, sourceNames, standsFor, targetNames } from './name-words.ts'
import { anchorsOfTarget } from './translations.ts'

/** A name of the source and the other one that the translation has in its place. Token indexes, ends exclusive. */
export interface NameChange {
  readonly bead: Bead
  readonly sentence: Sentence
  readonly from: number
  readonly to: number
  /** The name as the source has it. */
  readonly wanted: string
  /** Does a part of the name stand beside it: Claire Combes for Hélène Combes? */
  readonly partly: boolean
  /** Neither name stands anywhere in the other text. */
  readonly strange: boolean
}

interface Exchange {
  readonly gone: readonly NameWord[]
  readonly other: readonly NameWord[]
}

interface MissingName {
  readonly bead: Bead
  readonly name: string
}

export interface NameDifferences {
  readonly changed: readonly NameChange[]
  readonly missing: readonly MissingName[]
}

const fewestTrust = 0.6
const mostNames = 40
const mostWords = 1000

const known = new WeakMap<AlignedSource, NameDifferences>()

/** Compares the names of aligned sentences; computed once for an article. */
export function nameDifferences(aligned: AlignedSource): NameDifferences {
  let differences = known.get(aligned)
  if (differences === undefined) {
    differences = new Comparison(aligned).run()
    known.set(aligned, differences)
  }
  return differences
}

class Comparison {
  readonly #aligned: AlignedSource
  readonly #sources: readonly (readonly NameWord[])[]
  readonly #targets: readonly (readonly NameWord[])[]
  /** Folded words of the whole translation with a capital, and anchors of all its words. */
  readonly #targetWords = new NameIndex()
  readonly #targetAnchors = new Set<string>()
  readonly #sourceWords: readonly NameWord[]
  readonly #nameWords: ReadonlySet<string>
  /** For each sentence of the translation the bead that it stands in, where it can be trusted. */
  readonly #beadOfTarget: readonly (Bead | undefined)[]

  constructor(aligned: AlignedSource) {
    this.#aligned = aligned
    const smallSource = smallWordsOf(aligned.source)
    const smallTarget = smallWordsOf(aligned.target)
    this.#sources = aligned.source.map((sentence) =>
      sourceNames(sentence, aligned).filter(({ folded }) => !smallSource.has(folded)),
    )
    this.#targets = aligned.target.map((sentence) =>
      targetNames(sentence).filter(({ folded }) => !smallTarget.has(folded)),
    )
    for (const words of this.#targets) for (const { folded } of words) this.#targetWords.add(folded)
    for (const { tokens, from, to } of aligned.target) {
      for (let at = from; at < to; at++) {
        if (!tokens.isWord(at)) continue
        for (const anchor of anchorsOfTarget(tokens.lower(at), false))
          if (anchor.startsWith('=')) this.#targetAnchors.add(anchor)
        if (tokens.isCapitalised(at)) this.#targetWords.add(fold(tokens.lower(at)))
      }
    }
    const words = new Map<string, NameWord>()
    for (const names of this.#sources) for (const name of names) words.set(name.folded, name)
    this.#sourceWords = [...words.values()]
    this.#nameWords = new Set(words.keys())
    const beads: (Bead | undefined)[] = aligned.target.map(() => undefined)
    for (const bead of aligned.beads) {
      if (bead.trust >= fewestTrust) beads.fill(bead, bead.targetFrom, bead.targetTo)
    }
    this.#beadOfTarget = beads
  }

  run(): NameDifferences {
    const changed: NameChange[] = []
    const missing: MissingName[] = []
    for (const bead of this.#aligned.beads) {
      if (bead.trust < fewestTrust || this.#isList(bead)) continue
      const change = this.#changeIn(bead)
      if (change !== undefined) changed.push(change)
      else missing.push(...this.#missingIn(bead))
    }
    return { changed, missing }
  }

  /** Told only where one name of the source has gone and one other has come. */
  #changeIn(bead: Bead): NameChange | undefined {
    const names = this.#wordsOf(this.#sources, bead.sourceFrom, bead.sourceTo)
    const candidates = this.#wordsOf(this.#targets, bead.targetFrom, bead.targetTo)
    const pair = this.#exchanged(bead, names, candidates) ?? this.#replaced(bead, names, candidates)
    if (pair === undefined) return undefined
    const { gone, other } = pair
    const [first] = other
    const last = other.at(-1)
    const sentence = this.#aligned.target
      .slice(bead.targetFrom, bead.targetTo)
      .find(({ tokens, from, to }) => tokens === first?.tokens && from <= first.at && first.at < to)
    if (first === undefined || last === undefined || sentence === undefined) return undefined
    const wanted = this.#inEnglish(gone)
    if (wanted === undefined || this.#isWritten(gone, bead)) return undefined
    const strange = gone.every((name) => !this.#isAnywhere(name)) && this.#isStranger(other)
    return {
      bead,
      sentence,
      from: first.at,
      to: last.at + 1,
      wanted,
      partly: this.#isPartly(gone, other),
      strange,
    }
  }

  /** The one name that has gone from these sentences and from those beside, and the one other that has come. */
  #exchanged(bead: Bead, names: readonly NameWord[], candidates: readonly NameWord[]): Exchange | undefined {
    const lost = groupsOf(names.filter((name) => !this.#isNear(name, bead)))
    const [gone] = lost
    if (lost.length !== 1 || gone === undefined) return undefined
    // Whoever is named in full and gone altogether may have been mixed up with someone of the next sentence.
    const isGone = gone.length > 1 && gone.every((name) => !this.#isAnywhere(name))
    const come = groupsOf(candidates.filter((name) => !this.#hasSource(name, bead, isGone ? 0 : 1)))
    const [other] = come
    return come.length !== 1 || other === undefined ? undefined : { gone, other }
  }

  /** A full name that the source has nowhere, where a full name of the source is missing in these sentences. */
  #replaced(bead: Bead, names: readonly NameWord[], candidates: readonly NameWord[]): Exchange | undefined {
    const strangers = groupsOf(candidates).filter((group) => group.length > 1 && this.#isStranger(group))
    const [other] = strangers
    if (strangers.length !== 1 || other === undefined) return undefined
    const own = this.#aligned.target.slice(bead.targetFrom, bead.targetTo)
    const absent = groupsOf(names).filter(
      (group) => group.length > 1 && !group.some((name) => own.some((sentence) => this.#hasName(sentence, name))),
    )
    const [gone] = absent
    return absent.length !== 1 || gone === undefined ? undefined : { gone, other }
  }

  #isStranger(group: readonly NameWord[]): boolean {
    return group.every((name) => !this.#sourceWords.some((word) => standsFor(word, name.folded)))
  }

  /** A list of names as one sentence, or a sentence without end: nothing can be told, and it would take long. */
  #isList({ sourceFrom, sourceTo, targetFrom, targetTo }: Bead): boolean {
    const names = this.#wordsOf(this.#sources, sourceFrom, sourceTo).length
    const words = this.#aligned.target
      .slice(Math.max(0, targetFrom - 1), targetTo + 1)
      .reduce((sum, { from, to }) => sum + to - from, 0)
    return names > mostNames || words > mostWords
  }

  #wordsOf(words: readonly (readonly NameWord[])[], from: number, to: number): NameWord[] {
    return words.slice(from, to).flat()
  }

  /** Does the translation have the name in these sentences, or beside them where their own source has it not? */
  #isNear(name: NameWord, { targetFrom, targetTo }: Bead): boolean {
    const { target } = this.#aligned
    for (let at = Math.max(0, targetFrom - 1); at < Math.min(target.length, targetTo + 1); at++) {
      if (!this.#hasName(target[at] as Sentence, name)) continue
      if (at >= targetFrom && at < targetTo) return true
      const bead = this.#beadOfTarget[at]
      const own = bead === undefined ? [] : this.#wordsOf(this.#sources, bead.sourceFrom, bead.sourceTo)
      if (!own.some(({ folded }) => folded === name.folded)) return true
    }
    return false
  }

  #hasName({ tokens, from, to }: Sentence, name: NameWord): boolean {
    for (let at = from; at < to; at++) {
      if (!tokens.isWord(at)) continue
      const lower = tokens.lower(at)
      if (tokens.isCapitalised(at) && standsFor(name, fold(lower))) return true
      const anchors = anchorsOfTarget(lower, tokens.isCapitalised(at))
      // The beginning alone would take Barreau for Barrault.
      if (anchors.some((anchor) => anchor.startsWith('=') && name.anchors.includes(anchor))) return true
    }
    return false
  }

  #hasSource({ folded, tokens, at }: NameWord, { sourceFrom, sourceTo }: Bead, reach: number): boolean {
    const anchors = anchorsOfTarget(tokens.lower(at), true).filter((anchor) => anchor.startsWith('='))
    const near = this.#aligned.source.slice(Math.max(0, sourceFrom - reach), sourceTo + reach)
    const names = this.#wordsOf(this.#sources, Math.max(0, sourceFrom - reach), sourceTo + reach)
    if (names.some((name) => standsFor(name, folded) || name.anchors.some((anchor) => anchors.includes(anchor))))
      return true
    return near.some((sentence) => this.#hasWord(sentence, folded, anchors))
  }

  /** A word that is no name in the source: l’Elysée, la Corse, le Parlement. */
  #hasWord({ tokens, from, to }: Sentence, folded: string, anchors: readonly string[]): boolean {
    for (let at = from; at < to; at++) {
      if (!tokens.isWord(at)) continue
      const own = this.#aligned.translations.of(tokens.lower(at), tokens.isCapitalised(at))
      const isName = this.#nameWords.has(fold(tokens.lower(at)))
      if (own.some((anchor) => anchors.includes(anchor) || (!isName && anchor === folded.slice(0, 4)))) return true
    }
    return false
  }

  /** Do these sentences have the English form already? La Joconde is the Mona Lisa. */
  #isWritten(names: readonly NameWord[], { targetFrom, targetTo }: Bead): boolean {
    const english = this.#aligned.translations.english(textOf(names))
    if (english === undefined) return false
    const wanted = ` ${fold(english)} `
    const words = this.#aligned.target
      .slice(targetFrom, targetTo)
      .map(({ text }) => fold(text).replace(/[^\p{L}-]+/gu, ' '))
    return words.some((text) => ` ${text} `.includes(wanted))
  }

  #isAnywhere(name: NameWord): boolean {
    if (name.anchors.some((anchor) => anchor.startsWith('=') && this.#targetAnchors.has(anchor))) return true
    return this.#targetWords.has(name)
  }

  /** The name in the English form of the tables, where they have it; undefined where it is known to change but not how. */
  #inEnglish(names: readonly NameWord[]): string | undefined {
    const text = textOf(names)
    return text === '' ? undefined : (this.#aligned.translations.english(text) ?? text)
  }

  /** Does a word of the same name stand beside both? */
  #isPartly(gone: readonly NameWord[], other: readonly NameWord[]): boolean {
    const besides = (names: readonly NameWord[]) => {
      const [first] = names
      const last = names.at(-1)
      if (first === undefined || last === undefined) return []
      const { tokens } = first
      return [first.at - 1, last.at + 1].filter((at) => tokens.isCapitalised(at)).map((at) => fold(tokens.lower(at)))
    }
    const beside = new Set(besides(gone))
    return besides(other).some((word) => beside.has(word))
  }

  /** Given name and surname of someone whom the translation does not know at all. */
  #missingIn(bead: Bead): MissingName[] {
    return groupsOf(this.#wordsOf(this.#sources, bead.sourceFrom, bead.sourceTo)).flatMap((names) => {
      if (names.length < 2 || isPlace(names) || names.some((name) => this.#isAnywhere(name))) return []
      const name = this.#inEnglish(names)
      return name === undefined ? [] : [{ bead, name }]
    })
  }
}

function textOf(names: readonly NameWord[]): string {
  const [first] = names
  const last = names.at(-1)
  if (first === undefined || last === undefined) return ''
  return first.tokens.prose.slice(first.tokens.start(first.at), first.tokens.end(last.at))
}

/** `New York (AFP) –`, `la Bourse de New York`, `à San Francisco` */
function isPlace(names: readonly NameWord[]): boolean {
  const [first] = names
  const last = names.at(-1)
  if (first === undefined || last === undefined) return false
  const before = first.tokens.lower(first.at - 1)
  return /^(?:de|à|en|d['’]|du)$/u.test(before) || /^[(–—]$/u.test(last.tokens.text(last.at + 1))
}

/** Words that the text writes small somewhere: with a capital they are no names either. */
function smallWordsOf(sentences: readonly Sentence[]): Set<string> {
  const words = new Set<string>()
  for (const { tokens, from, to } of sentences) {
    for (let at = from; at < to; at++) {
      if (tokens.isWord(at) && tokens.shape(at) === Shape.lower) words.add(fold(tokens.lower(at)))
    }
  }
  return words
}

/** Words that stand side by side, or with a particle between them, make one name. */
function groupsOf(names: readonly NameWord[]): NameWord[][] {
  const groups: NameWord[][] = []
  for (const name of names) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group !== undefined && last !== undefined && last.tokens === name.tokens && joins(last, name)) group.push(name)
    else groups.push([name])
  }
  return groups
}

function joins({ tokens, at }: NameWord, next: NameWord): boolean {
  for (let between = at + 1; between < next.at; between++) {
    if (!/^(?:-|de|du|des|d['’]|la|le|les|al|el|ben|bin|von|van|der)$/iu.test(tokens.text(between))) return false
  }
  return next.at - at <= 3
}
