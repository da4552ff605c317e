import { isCommonWord } from '../../language/common-words.ts'
import { isEnglishWord } from '../../language/english-words.ts'
import { Shape, TokenKind, type Tokens } from '../../text/tokens.ts'
import type { Draft } from '../rule.ts'

const small =
  'the that this these those with from which their there they and for was were has have had who but where when while what will would could should must before after because during between without against about through until since although than then been being into especially particularly including according notably however therefore moreover meanwhile despite among'
/** Small words of two letters make up too many words; they count beside another small one, or a word that takes them. */
const smallest = 'of to in is by at on as be he we an it or if so'
const smallWords = new Set(small.split(' '))
const allSmall = new Set([...smallWords, ...smallest.split(' ')])
const shortest = 5
/** Words that no compound starts with, so that a word behind them was one of its own. */
const loose = new Set(
  'also always another any are both can did does each either even every few former found further general given gets got his her its extra just low high last least less like made many may might more most much must near nearly never next nor not now often once only other others our own per quite rather recent said same saw says second several some soon still such taken their third those thus told too took very want wants went whether whose why yet your eight first seven new no my us'.split(
    ' ',
  ),
)
/** Endings of words that no compound starts with (`governmentreconstruction`, `bankingsectors`). */
const looseEnding =
  /^(?!sports$).*(?:..ing|..ed|..ly|....[^s]s|..al|.ous|.ive|.ic|.ion|.ment|.ity|.ence|.ance|..ary|.ful|[ai]ble)$/u
/** Second parts of English compounds and derived words. */
export const compoundEnd =
  /^(?:able|away|back|based|bed|board|boat|book|born|bound|box|down|fields?|fire|fold|free|front|gate|ground|hand|head|holders?|hold|holding|house|houses|keepers?|keeping|land|less|light|like|lines?|look|made|makers?|making|man|mark|master|mates?|men|most|minded|mouth|ness|off|out|over|paper|person|piece|place|point|power|proof|rooms?|safe|scapes?|set|shift|ship|shop|side|sided|site|sized|space|stand|stone|streams?|streaming|style|team|times?|top|town|up|users?|wards?|ware|water|ways?|wide|wise|woman|women|wood|wooden|words?|work|workers?|working|world|worthy)$/u
/** First parts that make new words (`onboarding`, `inbound`, `newfound`). */
const prefix = new Set(
  'in on by he be we so or if us my no all out off up over under down back after for non self one two ten six new like near any rather'.split(
    ' ',
  ),
)
/** Of the small words, those that no foreign word ends with behind a short English one (`suchas`, `dealto`). */
const afterShortWords = new Set(['at', 'it', 'of', 'to', 'by', 'as'])
const derived = /(?:ing|ed|ers?|able)$/u

/** A word of the dictionary, or a plain inflection of one. */
function isEnglishForm(word: string): boolean {
  if (isEnglishWord(word)) return true
  const stem = /^(.{3,}?)(?:e?s|e?d|ing|er|ly)$/u.exec(word)?.[1]
  return stem !== undefined && (isEnglishWord(stem) || isEnglishWord(`${stem}e`))
}

/** `company’sshares`, `don’tknow` */
const behindApostrophe = /^(\p{L}{2,}(?:['’]s|n['’]t))(\p{Ll}{3,})$/u

/** The two English words that a spelling in small letters, which is no English word itself, is made of. */
export function split(tokens: Tokens, at: number): readonly [string, string] | undefined {
  const word = tokens.text(at)
  const owned = behindApostrophe.exec(word)
  if (owned !== null) return isEnglishWord(owned[2] ?? '') ? [owned[1] ?? '', owned[2] ?? ''] : undefined
  if (tokens.shape(at) !== Shape.lower || word.length < shortest || !/^[a-z]+$/u.test(word) || isEnglishForm(word))
    return undefined
  return cutInTwo(word)
}

/** The likeliest cut of a spelling in small letters into two English words. */
export function cutInTwo(word: string): readonly [string, string] | undefined {
  let best: readonly [string, string] | undefined
  let highest = 0
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const first = word.slice(0, cut)
    const second = word.slice(cut)
    const likelihood = areTwoWords(first, second)
    if (likelihood > highest) {
      highest = likelihood
      best = [first, second]
    }
  }
  return best
}

/** How clearly both are words of their own; 0 for not at all. */
function areTwoWords(first: string, second: string): number {
  if (allSmall.has(first) && allSmall.has(second)) return 5
  if (smallWords.has(first) && second.length >= 4 && isEnglishWord(second)) return isCommonWord(second) ? 5 : 4
  if (smallWords.has(second) && first.length >= 4 && isEnglishWord(first)) return isCommonWord(first) ? 5 : 4
  // `projectionof`, `accessto`
  if (allSmall.has(second)) {
    if (first.length >= 5) return isEnglishWord(first) ? 3 : 0
    return first.length === 4 && afterShortWords.has(second) && isCommonWord(first) ? 3 : 0
  }
  // `toboost`, `ofloans`, but not `onboarding`
  if (allSmall.has(first) || loose.has(first)) {
    if (second.length < (prefix.has(first) ? 6 : 4)) return 0
    if (!isCommonWord(second)) return !prefix.has(first) && second.length > 4 && isEnglishWord(second) ? 2 : 0
    return prefix.has(first) && (derived.test(second) || compoundEnd.test(second)) ? 0 : 3
  }
  if (first.length < 4 || second.length < 4 || !isEnglishWord(first) || !isEnglishWord(second)) return 0
  const common = isCommonWord(first)
  if (looseEnding.test(first)) {
    if (isCommonWord(second)) return first.length > 4 ? 2 : 0
    return second.length > (first.length > 5 && !compoundEnd.test(second) ? 3 : 5) && (common || first.length > 5)
      ? 1
      : 0
  }
  // `cityreturned`, `presidentdescribed`: a compound with so long a verb would be known.
  if (
    common &&
    first.length > 3 &&
    !first.endsWith('s') &&
    second.length > 6 &&
    second.endsWith('ed') &&
    isCommonWord(second)
  )
    return 1
  return common &&
    !compoundEnd.test(second) &&
    isCommonWord(second) &&
    first.length > 5 &&
    first.length + second.length > 11
    ? 1
    : 0
}

/** `thatthere`, `ofthe`, `whichmust`: no word of either language, but two of English, one of them a small one. */
export function unspaced(tokens: Tokens, at: number): Draft | undefined {
  const parts = split(tokens, at)
  if (parts === undefined || isHyphenated(tokens, at)) return undefined
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [parts.join(' ')],
    confidence: 0.85,
    round: 'weak',
    weight: 0.7,
    reason: `“${parts[0]}” and “${parts[1]}” are two words`,
  }
}

/** Is the word a part of one with hyphens? */
export function isHyphenated(tokens: Tokens, at: number): boolean {
  return (
    (tokens.text(at - 1) === '-' && !tokens.spaceBefore(at)) ||
    (tokens.text(at + 1) === '-' && !tokens.spaceBefore(at + 1))
  )
}

/** Words that start a sentence or clause and never end a compound name. */
export const starters = new Set(
  'if the but and this that these those when while after before for they there according however because since with where what who its his her although in it he she we on at by as'.split(
    ' ',
  ),
)
/** Trade names whose small half is a word. */
const tradeNames = new Set(
  'easyJet flyDubai airBaltic airAsia nextGen postNL ownCloud openStack kickStart bookMyShow eBay iPhone iPad iCloud openAI macOS miniDisc autoCorrect playStation faceTime webOS netGear mediaTek linkTree kinoPoisk'.split(
    ' ',
  ),
)
const glueWords = new Set(
  'the of in to and with for from by at on that this his her its their an against between before after during under over like against around than where when who which front teammates coach president minister actor actress director mayor singer player captain striker midfielder defender goalkeeper former young'.split(
    ' ',
  ),
)

/** `frontGermany`, `teammatesAurelian`, `ofEmmanuel`: a name that was a link lost the space before it. */
export function linkedName(tokens: Tokens, at: number, first: string, second: string): Draft | undefined {
  const small = /^\p{Ll}/u.test(first)
  if (!small || second.length < 3 || tradeNames.has(tokens.text(at))) return undefined
  if (!isCommonWord(first) && !glueWords.has(first) && (first.length < 4 || !isEnglishWord(first))) return undefined
  if (!tokens.spaceBefore(at)) return undefined
  const previous = tokens.kind(at - 1)
  if (previous === TokenKind.sign || previous === TokenKind.address) return undefined
  const sure = glueWords.has(first) || first.length > 5
  // The next word of the name, or a word of the sentence, goes on behind a space.
  const starter = starters.has(second.toLowerCase())
  if (starter) return undefined
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [`${first} ${second}`],
    confidence: sure ? 0.88 : 0.7,
    safe: false,
    round: sure ? 'sure' : 'weak',
    weight: sure ? 1 : 0.5,
    reason: `“${first}” and “${second}” are two words`,
  }
}

/** `the ParisianDidier Deschamps`: a name behind a word that was a link, both with their capital. */
export function capitalPair(tokens: Tokens, at: number, first: string, second: string): Draft | undefined {
  const word = first.toLowerCase()
  if (first.length < 4 || second.length < 5 || !isEnglishWord(word) || isEnglishWord(second.toLowerCase()))
    return undefined
  if (!tokens.isCapitalised(at + 1) || !tokens.spaceBefore(at + 1) || isCommonWord(tokens.text(at + 1)))
    return undefined
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [`${first} ${second}`, `${first}, ${second}`],
    confidence: 0.8,
    round: 'weak',
    weight: 0.7,
    reason: `“${first}” and “${second}” are two words`,
  }
}
