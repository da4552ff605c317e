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

  /** Imprévisible, inapproprié: a French word behind a syllable that denies; not imposé, informé, inquiet or Irlande. */
  deniesBySyllable(word: string): boolean {
    const rest = word.replace(/^(?:in|im|ir|mal|mé|non)/u, '')
    if (rest === word || rest.length < shortestDenied || seeminglyDenied.test(word) || !this.#french.has(rest))
      return false
    const stem = word.replace(/(?:ées?|és?|ent|e)$/u, '')
    return stem === word || !this.#french.has(`${stem}er`)
  }
}

const shortestDenied = 4
const seeminglyDenied = /^(?:inform|inqui[eè]t|impress|import|irland|inver[st])/u

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
  const known = counterparts(aligned, sources, targets)
  const told = targets.map((target) => rolesIn(target, words, known.ofSource))
  const english = told.map((one) => one.filter((role) => !isSince(role)))
  const roles = new Set(english.flatMap((one) => one.map(({ role }) => role)))
  const denied = sources.map((source) => ({ source, ...deniedIn(source, words, known.isKept) }))
  const lost = denied.find(({ strong }) => strong > 0)
  if (lost === undefined) {
    if (denied.some(({ isDenying }) => isDenying) || roles.has('double')) return undefined
    return firstOf(targets, (target) => gainedAt(target, deniedAt(target)))
  }
  if (told.some((one) => one.some(isSince)) && sources.some((source) => hasSince(source, words))) return undefined
  if (roles.size === 0 || (roles.size === 1 && roles.has('polar') && !targets.some(isLicensed))) {
    if (denied.some(({ isDouble }) => isDouble)) return undefined
    const { source, from, to } = lost
    const isMany = sources.length + targets.length > 2
    return firstOf(targets, (target) => {
      const at = verbOf(aligned, lost.verb, source, target, isMany)
      if (at === undefined) return undefined
      const verb = source.tokens.prose.slice(source.tokens.start(from), source.tokens.end(to - 1))
      return { isLost: true, sentence: target, at, isAuxiliary: auxiliaries.has(target.tokens.lower(at)), verb }
    })
  }
  const [target] = targets
  const [source] = denied
  if (target === undefined || source === undefined || targets.length + denied.length > 2) return undefined
  return gainedAt(target, extraAt(aligned, source, target, english[0] ?? []))
}

/** Which side alone has a sure denial, where the other has nothing like it. */
export function denyingSide(
  sources: readonly Sentence[],
  targets: readonly Sentence[],
  words: NegationWords,
): 'source' | 'target' | undefined {
  const denied = sources.map((source) => deniedIn(source, words, () => false))
  const none: ReadonlySet<string> = new Set()
  const roles = targets.flatMap((target) => rolesIn(target, words, none)).filter((role) => !isSince(role))
  if (roles.length === 0) return denied.some(({ strong }) => strong > 0) ? 'source' : undefined
  const isTold = roles.some(({ role }) => role === 'strong')
  return isTold && !denied.some(({ isDenying, others }) => isDenying || others > 0) ? 'target' : undefined
}

function isSince({ role }: Role): boolean {
  return role === 'since'
}

/** They had not lost since 2017, no king had ever spoken there: their first defeat, the first king. */
function hasSince({ tokens, from, to }: Sentence, words: NegationWords): boolean {
  for (let at = from; at < to; at++) {
    const word = fold(tokens.lower(at))
    if (word === 'jamais' || words.source(word) === 'since') return true
  }
  return false
}

function firstOf(targets: readonly Sentence[], find: (target: Sentence) => Denial | undefined): Denial | undefined {
  for (const target of targets) {
    const found = find(target)
    if (found !== undefined) return found
  }
  return undefined
}

function gainedAt(sentence: Sentence, at: number | undefined): Denial | undefined {
  return at === undefined ? undefined : { isLost: false, sentence, at, isAuxiliary: false, verb: '' }
}

/** Which words have their counterpart on the other side: refusé and refused, seulement and only tell nothing more. */
function counterparts(aligned: AlignedSource, sources: readonly Sentence[], targets: readonly Sentence[]) {
  const ofSource = new Set<string>()
  const ofTarget = new Set<string>()
  const { translations } = aligned
  for (const { tokens, from, to } of sources) {
    for (let at = from; at < to; at++) {
      if (tokens.isWord(at)) for (const anchor of translations.of(tokens.lower(at), false)) ofSource.add(anchor)
    }
  }
  for (const { tokens, from, to } of targets) {
    for (let at = from; at < to; at++) {
      if (tokens.isWord(at)) for (const anchor of anchorsOfTarget(tokens.lower(at), false)) ofTarget.add(anchor)
    }
  }
  const isKept = (word: string) => translations.of(word, false).some((anchor) => ofTarget.has(anchor))
  return { ofSource, isKept }
}

/** Any, ever and yet want a denial before them, unless a condition, a question or a comparison stands there. */
function isLicensed({ tokens, from, to }: Sentence): boolean {
  for (let at = from; at < to; at++) {
    const word = tokens.lower(at)
    if (licences.has(word) || /.{2}est$/u.test(word)) return true
  }
  return false
}

const licences = new Set(
  'if than whether most more best first last all every who whoever only before as and can could may would will must should in at'.split(
    ' ',
  ),
)

/** The one denial of the translation that denies nothing that the source denies, where it has one more. */
function extraAt(
  { translations }: AlignedSource,
  { source, strong, others, verbs }: Denied & { readonly source: Sentence },
  { tokens, from, to }: Sentence,
  roles: readonly Role[],
): number | undefined {
  const denials = roles.filter(({ role }) => role === 'strong')
  if (denials.length !== strong + 1 || others > 0 || denials.length !== roles.length) return undefined
  const wanted = new Set(verbs.flatMap((at) => translations.of(source.tokens.lower(at), false)))
  const extra = denials.filter(({ at }) => {
    for (let next = at + 1; next < Math.min(to, at + 5); next++) {
      if (tokens.isWord(next) && anchorsOfTarget(tokens.lower(next), false).some((one) => wanted.has(one))) return false
    }
    return true
  })
  const at = extra[0]?.at
  return at === undefined || extra.length > 1 || !isSure(tokens, at) || at === from ? undefined : at
}

const auxiliaries = new Set(
  'is was are were am has had have will would can could should must may might does did do'.split(' '),
)

interface Role {
  readonly role: string
  readonly at: number
}

/** @param counterparts anchors of the source's words: what has one there tells nothing, unless it denies surely */
function rolesIn({ tokens, from, to }: Sentence, words: NegationWords, counterparts: ReadonlySet<string>): Role[] {
  const roles: Role[] = []
  for (let at = from; at < to; at++) {
    if (!tokens.isWord(at)) continue
    const lower = tokens.lower(at)
    const role = words.target(lower) || words.target(`${lower} ${tokens.lower(at + 1)}`)
    if (role === '') continue
    const isKept = role !== 'strong' && anchorsOfTarget(lower, false).some((anchor) => counterparts.has(anchor))
    if (!isKept) roles.push({ role, at })
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
  /** Tokens between the parts of the first: the verb among them. */
  readonly verb: readonly number[]
  /** The same of all of them. */
  readonly verbs: readonly number[]
  /** How many other words deny, lack or refuse. */
  readonly others: number
}

const longestPair = 8
const behindPair = 2

/** @param isKept has the translation its counterpart of this word? */
function deniedIn({ tokens, from, to }: Sentence, words: NegationWords, isKept: (word: string) => boolean): Denied {
  let strong = 0
  let others = 0
  let isDenying = false
  let isDouble = false
  let first = from
  let last = from
  let verb: number[] = []
  const verbs: number[] = []
  for (let at = from; at < to; at++) {
    const word = fold(tokens.lower(at)).replace(/'$/u, '')
    const role = words.source(word)
    if (role === 'ne') {
      isDenying = true
      const end = pairAt(tokens, at, to, words)
      const before = end === undefined ? subjectBefore(tokens, at, from, words) : undefined
      if (end === undefined && before === undefined) continue
      strong++
      // N’a pas confirmé: what is denied stands behind.
      const until = Math.min(to, (end ?? at + 2) + behindPair)
      const between: number[] = []
      for (let index = at + 1; index < until; index++) if (tokens.isWord(index)) between.push(index)
      verbs.push(...between)
      if (strong > 1) continue
      first = before ?? at
      last = end ?? Math.min(to, at + 2)
      verb = between
    } else if (role === 'strong') isDenying = true
    else if (role === 'double' || role === 'weak' || words.deniesBySyllable(tokens.lower(at))) {
      others++
      if (isKept(tokens.lower(at))) continue
      isDenying = true
      if (role === 'double') isDouble = true
    }
  }
  return { strong, others, isDenying, isDouble, from: first, to: Math.max(last, first + 1), verb, verbs }
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

/** The one sure denial of the translation. */
function deniedAt({ tokens, from, to }: Sentence): number | undefined {
  let found: number | undefined
  for (let at = from; at < to; at++) {
    if (!isDenial(tokens.lower(at))) continue
    if (found !== undefined || !isSure(tokens, at)) return undefined
    found = at
  }
  return found
}

function isDenial(word: string): boolean {
  return word === 'not' || word === 'never' || word === 'cannot' || /n't$/u.test(word)
}

/** Not, never or n’t that is in no set phrase. */
function isSure(tokens: Tokens, at: number): boolean {
  return (
    isDenial(tokens.lower(at)) &&
    !/^(?:only|just|least|until|to|so|because|long|far|unlike|all|merely|simply|even|before|but)$/u.test(
      tokens.lower(at + 1),
    ) &&
    !/^(?:if|or|why|whether|than|but|and)$/u.test(tokens.lower(at - 1)) &&
    tokens.kind(at - 1) !== TokenKind.comma
  )
}
