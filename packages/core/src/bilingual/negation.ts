import { isCommonWord } from '../language/common-words.ts'
import { type Language, targetLanguage } from '../language/language.ts'
import type { WordFilter } from '../language/word-filter.ts'
import { fold } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import type { AlignedSource, Sentence } from './aligned-source.ts'
import { anchorsOfTarget } from './translations.ts'

/** A denial that one language has and the other has not. */
export interface Denial {
  readonly isLost: boolean
  readonly sentence: Sentence
  /** Token of the translation: the verb that ought to be denied, or the word that denies. */
  readonly at: number
  readonly isAuxiliary: boolean
  /** The denied words of the source; empty where the denial was gained. */
  readonly verb: string
}

/** The tables `negation` of both languages: what each word has to do with denial. */
export class NegationWords {
  readonly #source: WordList
  readonly #target: WordList
  readonly #french: WordFilter

  constructor(language: Language) {
    this.#french = language.words()
    this.#source = new WordList(language)
    this.#target = new WordList(targetLanguage())
  }

  source(word: string): string {
    return this.#source.roleOf(word)
  }

  target(word: string): string {
    if (/n't$/u.test(word)) return 'strong'
    const role = this.#target.roleOf(word)
    return role === '' && deniedAdjective.test(word) && isCommonWord(word.replace(prefix, '')) ? 'double' : role
  }

  /** Imprévisible, inapproprié: a French word behind a syllable that denies. */
  deniesBySyllable(word: string): boolean {
    return /^(?:in|im|ir|mal|mé|non)/u.test(word) && this.#french.has(word.replace(prefix, ''))
  }
}

/** Unreasonable, inappropriate; not information or income. */
const deniedAdjective = /^(?:un\p{L}{4}|(?:in|im|ir|dis).*(?:ble|ate|ete|ect|al|ar|ite|ent|ive)$)/u
const prefix = /^(?:un|in|im|ir|dis|non|mal|mé)/u

class WordList {
  readonly #words = new Map<string, string>()
  readonly #beginnings: [string, string][] = []

  constructor(language: Language) {
    for (const { word = '', role = '' } of language.table('negation')) {
      if (word.endsWith('*')) this.#beginnings.push([word.slice(0, -1), role])
      else this.#words.set(word, role)
    }
  }

  roleOf(word: string): string {
    return this.#words.get(word) ?? this.#beginnings.find(([beginning]) => word.startsWith(beginning))?.[1] ?? ''
  }
}

/** The denial that was lost or gained between aligned sentences; undefined where both deny or neither does. */
export function negationsOf(
  aligned: AlignedSource,
  sources: readonly Sentence[],
  targets: readonly Sentence[],
  words: NegationWords,
): Denial | undefined {
  // A question may deny or not: Ne faut-il pas …?
  if ([...sources, ...targets].some(({ text }) => text.includes('?'))) return undefined
  const english = new Set(targets.flatMap((target) => [...rolesIn(target, (word) => words.target(word))]))
  const denied = sources.map((source) => ({ source, ...deniedIn(source, words) }))
  const lost = denied.find(({ strong }) => strong > 0)
  if (lost !== undefined) {
    if (english.size > 0 || denied.some(({ isDouble }) => isDouble)) return undefined
    const { source, from, to } = lost
    for (const target of targets) {
      const at = verbOf(aligned, lost.verb, source, target, sources.length + targets.length > 2)
      if (at === undefined) continue
      const verb = source.tokens.prose.slice(source.tokens.start(from), source.tokens.end(to - 1))
      return { isLost: true, sentence: target, at, isAuxiliary: auxiliaries.has(target.tokens.lower(at)), verb }
    }
    return undefined
  }
  if (denied.some(({ isDenying }) => isDenying) || english.has('double')) return undefined
  for (const target of targets) {
    const at = deniedAt(target)
    if (at !== undefined) return { isLost: false, sentence: target, at, isAuxiliary: false, verb: '' }
  }
  return undefined
}

const auxiliaries = new Set(
  'is was are were am has had have will would can could should must may might does did do'.split(' '),
)

function rolesIn({ tokens, from, to }: Sentence, roleOf: (word: string) => string): Set<string> {
  const roles = new Set<string>()
  for (let at = from; at < to; at++) {
    if (!tokens.isWord(at)) continue
    const role = roleOf(tokens.lower(at)) || roleOf(`${tokens.lower(at)} ${tokens.lower(at + 1)}`)
    if (role !== '') roles.add(role)
  }
  return roles
}

interface Denied {
  /** How many surely denying pairs: ne … pas. */
  readonly strong: number
  /** Does anything else deny, lack or refuse? */
  readonly isDenying: boolean
  /** Does something else turn the first denial round again? */
  readonly isDouble: boolean
  readonly from: number
  readonly to: number
  /** Tokens between the parts: the verb among them. */
  readonly verb: readonly number[]
}

const longestPair = 8
const behindPair = 2

function deniedIn({ tokens, from, to }: Sentence, words: NegationWords): Denied {
  let strong = 0
  let isDenying = false
  let isDouble = false
  let first = from
  let last = from
  let verb: number[] = []
  for (let at = from; at < to; at++) {
    const word = fold(tokens.lower(at)).replace(/'$/u, '')
    const role = words.source(word)
    if (role === 'ne') {
      isDenying = true
      const end = pairAt(tokens, at, to, words)
      const before = end === undefined ? subjectBefore(tokens, at, from, words) : undefined
      if (end === undefined && before === undefined) continue
      strong++
      if (strong > 1) continue
      first = before ?? at
      last = end ?? Math.min(to, at + 2)
      // N’a pas confirmé: what is denied stands behind.
      const until = Math.min(to, (end ?? at + 2) + behindPair)
      verb = []
      for (let index = at + 1; index < until; index++) if (tokens.isWord(index)) verb.push(index)
    } else if (role === 'double') {
      isDenying = true
      isDouble = true
    } else if (role === 'strong' || role === 'weak' || words.deniesBySyllable(tokens.lower(at))) isDenying = true
  }
  return { strong, isDenying, isDouble, from: first, to: Math.max(last, first + 1), verb }
}

/** Index behind the second part of `ne … pas`; undefined for `ne … que` and a lone ne. */
function pairAt(tokens: Tokens, at: number, to: number, words: NegationWords): number | undefined {
  for (let next = at + 1; next < Math.min(to, at + longestPair); next++) {
    if (tokens.kind(next) === TokenKind.comma || tokens.kind(next) === TokenKind.stop) return undefined
    const word = fold(tokens.lower(next)).replace(/'$/u, '')
    const role = words.source(word)
    if (role === 'only') return undefined
    if (role === 'strong' || role === 'pair') {
      // Ne … plus que: only.
      const behind = fold(tokens.lower(next + 1)).replace(/'$/u, '')
      return words.source(behind) === 'only' && word !== 'pas' ? undefined : next + 1
    }
  }
  return undefined
}

/** Personne ne, rien ne, aucune victime n’ */
function subjectBefore(tokens: Tokens, at: number, from: number, words: NegationWords): number | undefined {
  for (let before = at - 1; before >= Math.max(from, at - 6); before--) {
    if (tokens.kind(before) === TokenKind.comma) return undefined
    const word = fold(tokens.lower(before))
    const role = words.source(word)
    if ((role === 'strong' && word !== 'pas') || word === 'personne') return before
  }
  return undefined
}

/** The word of the translation that stands for the denied verb: the auxiliary before it, else itself. */
function verbOf(
  { translations }: AlignedSource,
  verb: readonly number[],
  source: Sentence,
  target: Sentence,
  mustBeFound: boolean,
): number | undefined {
  const { tokens } = target
  const wanted = new Set(verb.flatMap((at) => translations.of(source.tokens.lower(at), false)))
  let found: number | undefined
  for (let at = target.from; at < target.to && found === undefined; at++) {
    if (tokens.isWord(at) && anchorsOfTarget(tokens.lower(at), false).some((anchor) => wanted.has(anchor))) found = at
  }
  if (found === undefined && mustBeFound) return undefined
  const last = found ?? target.to
  let auxiliary: number | undefined
  for (let at = Math.max(target.from, found === undefined ? target.from : last - 5); at < last; at++) {
    if (auxiliaries.has(tokens.lower(at)) && (found !== undefined || auxiliary === undefined)) auxiliary = at
  }
  return auxiliary ?? found ?? firstWord(target)
}

function firstWord({ tokens, from, to }: Sentence): number | undefined {
  for (let at = from; at < to; at++) if (tokens.isWord(at)) return at
  return undefined
}

/** The sure denial of the translation: not, never, n’t; no set phrase. */
function deniedAt({ tokens, from, to }: Sentence): number | undefined {
  let found: number | undefined
  for (let at = from; at < to; at++) {
    const word = tokens.lower(at)
    if (word !== 'not' && word !== 'never' && word !== 'cannot' && !/n't$/u.test(word)) continue
    const next = tokens.lower(at + 1)
    const before = tokens.lower(at - 1)
    const isPhrase =
      /^(?:only|just|least|until|to|so|because|long|far|unlike|all|merely|simply|even|before|but)$/u.test(next) ||
      /^(?:if|or|why|whether|than|but|and)$/u.test(before) ||
      tokens.kind(at - 1) === TokenKind.comma
    if (isPhrase || found !== undefined) return undefined
    found = at
  }
  return found
}
