import { isCommonWord } from '../../language/common-words.ts'
import { isEnglishWord } from '../../language/english-words.ts'
import { Shape, TokenKind, type Tokens } from '../../text/tokens.ts'
import type { Draft } from '../rule.ts'

const small =
  'the that this these those with from which their there they and for was were has have had who but where when while what will would could should must before after because during between without against about through until since although than then been being into especially particularly including according notably however therefore moreover meanwhile despite among'
/** Small words of two letters make up too many words; they count beside another small one only. */
const smallest = 'of to in is by at on as be he we an it or if so'
const smallWords = new Set(small.split(' '))
const allSmall = new Set([...smallWords, ...smallest.split(' ')])
const shortest = 5
const shortestOther = 4

/** A word of the dictionary, or a plain inflection of one. */
function isEnglishForm(word: string): boolean {
  if (isEnglishWord(word)) return true
  const stem = /^(.{3,}?)(?:e?s|e?d|ing|er|ly)$/u.exec(word)?.[1]
  return stem !== undefined && (isEnglishWord(stem) || isEnglishWord(`${stem}e`))
}

/** The two English words that a spelling in small letters, which is no English word itself, is made of; one of them is a small word. */
export function split(tokens: Tokens, at: number): readonly [string, string] | undefined {
  const word = tokens.text(at)
  if (tokens.shape(at) !== Shape.lower || word.length < shortest || !/^[a-z]+$/u.test(word) || isEnglishForm(word))
    return undefined
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const first = word.slice(0, cut)
    const second = word.slice(cut)
    if (allSmall.has(first) && allSmall.has(second)) return [first, second]
    if (smallWords.has(first) && second.length >= shortestOther && isEnglishWord(second)) return [first, second]
    if (smallWords.has(second) && first.length >= shortestOther && isEnglishWord(first)) return [first, second]
  }
  return undefined
}

/** `thatthere`, `ofthe`, `whichmust`: no word of either language, but two of English, one of them a small one. */
export function unspaced(tokens: Tokens, at: number): Draft | undefined {
  const parts = split(tokens, at)
  if (parts === undefined || tokens.text(at - 1) === '-' || tokens.text(at + 1) === '-') return undefined
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
