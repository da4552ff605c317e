import { isCommonWord } from '../language/common-words.ts'
import { isEnglishWord } from '../language/english-words.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type DocumentView, type Draft, defineRule } from './rule.ts'
import { weekdays } from './support/calendar.ts'

const functionWords = new Set(
  'the a an of in on at to for from by with due and but or if as is are was were be been has have had will would this these those their his her its our which who that when while after before since because during between against under over into about than then there here also not only more most less very such each both all some any'.split(
    ' ',
  ),
)

/** Words that no name goes on with, before small words. */
const afterNames = new Set(
  'in during after before when while because although since however but was were had has gave will would could is are at from according despite without this these those there they he she it we the'.split(
    ' ',
  ),
)
const shortestRare = 5
const subjects = new Set('this these those there they he she it we the'.split(' '))

/** A capital in mid-sentence on a word that has none, and a paragraph that starts small. */
export const strayCapital = defineRule({
  id: 'stray-capital',
  mqm: 'linguistic-conventions/spelling',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 30,
  summary: 'A common word has a capital in mid-sentence.',
  why: 'Links and cut sentences of the page start anew for the machine, which gives their first word a capital.',
  examples: {
    bad: [
      {
        text: 'It ends there”, Then announced the elected member.',
        expected: 'It ends there”, then announced the elected member.',
        actual: 'Then',
      },
      {
        text: 'It may end “by the end of March” Where “at the beginning of April”, he said.',
        expected: 'It may end “by the end of March” or “at the beginning of April”, he said.',
        actual: 'Where',
      },
      {
        text: 'however, according to the testimonies of the prosecutors, it is not usual.',
        expected: 'However, according to the testimonies of the prosecutors, it is not usual.',
      },
      {
        text: 'It cannot export its grain Due to the blockade.',
        expected: 'It cannot export its grain due to the blockade.',
        actual: 'Due',
      },
      {
        text: 'The law will be applied next year In substance, this means that the firms must pay.',
        expected: 'The law will be applied next year. In substance, this means that the firms must pay.',
        actual: 'In',
      },
      {
        text: 'The text needs the support of The right.',
        expected: 'The text needs the support of the right.',
        actual: 'The',
      },
    ],
    good: [
      'He went to The Hague, read The Times and saw the White House. The Beatles sang Let It Be.',
      'THE RIGHT WON: “We did,” she said; The Right Honourable lady left.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    check({ segment, tokens, index }, document) {
      const drafts: Draft[] = []
      const small = startsSmall(tokens) ?? headlineStartsSmall(tokens, index)
      if (small !== undefined) drafts.push(small)
      if (segment.kind === 'heading') return drafts
      let title: boolean | undefined
      const { count, shapes, kinds } = tokens
      for (let at = 1; at < count - 1; at++) {
        if (shapes[at] !== Shape.capital) continue
        if (kinds[at - 1] === TokenKind.quote) {
          const following = afterQuotation(tokens, at)
          if (following !== undefined) drafts.push(following)
        }
        if (kinds[at - 1] === TokenKind.comma) {
          const draft = afterComma(tokens, at)
          if (draft !== undefined) drafts.push(draft)
        }
        if (kinds[at - 1] !== TokenKind.word) continue
        if (kinds[at + 1] === TokenKind.comma) {
          if (!opensSentence(tokens, at) || tokens.startsSentence(at) || !tokens.spaceBefore(at)) continue
          title ??= headline(tokens)
          if (title) return drafts
          drafts.push(newSentence(tokens, at, [tokens.lower(at)]))
          continue
        }
        if (shapes[at + 1] !== Shape.lower && kinds[at + 1] !== TokenKind.number && tokens.text(at) !== 'On') continue
        if (shapes[at - 1] === Shape.capital) {
          const draft = afterName(tokens, at)
          if (draft === undefined) continue
          title ??= headline(tokens)
          if (title) return drafts
          drafts.push(draft)
          continue
        }
        if (shapes[at - 1] !== Shape.lower) continue
        const word = tokens.lower(at)
        if (word === 'a' || word === 'i') continue
        if (endsName(tokens, at) || (!isCommonWord(word) && !isGerund(tokens, at) && !standsSmall(document, word)))
          continue
        title ??= headline(tokens)
        if (title) return drafts
        const draft = inSentence(tokens, at)
        if (draft !== undefined && (functionWords.has(word) || !isHouseStyle(document, tokens.text(at))))
          drafts.push(draft)
      }
      return drafts
    },
  }),
})

const styles = new WeakMap<DocumentView['segments'], ReadonlyMap<string, number>>()

/** `the Government`, `the Company`: a word that the article writes with a capital more than once has it on purpose. */
function isHouseStyle({ segments }: DocumentView, word: string): boolean {
  let capitals = styles.get(segments)
  if (capitals === undefined) {
    capitals = capitalsInSentences(segments)
    styles.set(segments, capitals)
  }
  return (capitals.get(word) ?? 0) > 1
}

/** `Court of Appeal`, `House of Lords` */
function endsName(tokens: Tokens, at: number): boolean {
  return /^(?:of|and|for)$/u.test(tokens.text(at - 1)) && tokens.isCapitalised(at - 2)
}

const smallWords = new WeakMap<DocumentView['segments'], ReadonlySet<string>>()

/** Does the article write this word of the dictionary with a small letter elsewhere? */
function standsSmall({ segments }: DocumentView, word: string): boolean {
  if (word.length < shortestRare || !isEnglishWord(word)) return false
  let small = smallWords.get(segments)
  if (small === undefined) {
    const found = new Set<string>()
    for (const { tokens } of segments)
      for (let at = 0; at < tokens.count; at++) if (tokens.shapes[at] === Shape.lower) found.add(tokens.text(at))
    small = found
    smallWords.set(segments, small)
  }
  return small.has(word)
}

/** How often each word stands in mid-sentence with a capital, before a small word or the end. */
function capitalsInSentences(segments: DocumentView['segments']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { tokens } of segments) {
    for (let at = 1; at < tokens.count; at++) {
      if (tokens.shapes[at] !== Shape.capital || tokens.shapes[at - 1] === Shape.capital || tokens.startsSentence(at))
        continue
      const word = tokens.text(at)
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}

/** A paragraph of prose whose first word has a small letter: its start was cut off or glued to the one before. */
function startsSmall(tokens: Tokens): Draft | undefined {
  const { count } = tokens
  if (count < 8 || tokens.shape(0) !== Shape.lower || !tokens.isWord(0)) return undefined
  const word = tokens.text(0)
  // `however, according to …`
  const adverb = tokens.text(1) === ',' && isCommonWord(word) && word.length > 4
  if (!adverb && (!tokens.isWord(1) || !tokens.spaceBefore(1))) return undefined
  const known = isCommonWord(word) || (/(?:s|ed|ing|ty)$/u.test(word) && word.length > 4)
  if (!known || (tokens.isCapitalised(1) && !functionWords.has(word)) || !'.!?'.includes(tokens.text(count - 1)))
    return undefined
  return smallStart(tokens, 0.75, 'The paragraph starts with a small letter')
}

/** The headline is the first paragraph; it starts with a capital like any other. */
function headlineStartsSmall(tokens: Tokens, index: number): Draft | undefined {
  if (index > 0 || tokens.count < 6 || tokens.shape(0) !== Shape.lower || !functionWords.has(tokens.text(0)))
    return undefined
  return tokens.isWord(1) || tokens.kind(1) === TokenKind.number
    ? smallStart(tokens, 0.7, 'The headline starts with a small letter')
    : undefined
}

function smallStart(tokens: Tokens, confidence: number, reason: string): Draft {
  const word = tokens.text(0)
  return {
    start: 0,
    end: tokens.end(0),
    expected: [word.charAt(0).toUpperCase() + word.slice(1)],
    confidence,
    weight: 0.5,
    reason,
  }
}

/** No full stop, or most words with capitals. */
function headline(tokens: Tokens): boolean {
  let words = 0
  let capitals = 0
  for (let index = 0; index < tokens.count; index++) {
    if (!tokens.isWord(index)) continue
    words++
    if (tokens.isCapitalised(index)) capitals++
  }
  return words < 8 || capitals * 2.5 > words
}

/** `Overcoming the crisis`: a verb with its object, whatever its verb. */
function isGerund(tokens: Tokens, at: number): boolean {
  return tokens.lower(at).endsWith('ing') && /^(?:the|a|an|this|these|his|her|its|their)$/u.test(tokens.text(at + 1))
}

/** `“intensified” After the vote`: the sentence goes on behind a quotation that ends without a mark. */
function afterQuotation(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.kind(at - 1) !== TokenKind.quote || tokens.spaceBefore(at - 1) || tokens.kind(at - 2) !== TokenKind.word)
    return undefined
  const small = tokens.lower(at)
  // “ou” is or, “où” is where: between two quotations the machine cannot tell.
  const either = small === 'where' && tokens.kind(at + 1) === TokenKind.quote
  if (
    (!functionWords.has(small) && !either) ||
    !tokens.spaceBefore(at) ||
    tokens.isCapitalised(at + 1) ||
    tokens.startsSentence(at)
  )
    return undefined
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: either ? ['or', small] : [small],
    confidence: 0.75,
    weight: 0.7,
    reason: `The sentence goes on: “${either ? 'or' : small}”, without a capital`,
  }
}

/** Small words that start no title in mid-sentence. */
const afterCommas = new Set(
  'then but and or because while after before when if he she they we it in on at from with for this these those that which who according adding explaining'.split(
    ' ',
  ),
)

/** `“…”, Then announced the minister`, `he left, But she stayed`. */
function afterComma(tokens: Tokens, at: number): Draft | undefined {
  const small = tokens.lower(at)
  if (tokens.text(at - 1) !== ',' || !afterCommas.has(small) || tokens.startsSentence(at) || !tokens.spaceBefore(at))
    return undefined
  const [next, second] = [at + 1, at + 2]
  if (!tokens.isWord(next) || tokens.shape(next) !== Shape.lower || !tokens.isWord(second)) return undefined
  if (tokens.shape(second) !== Shape.lower || !isCommonWord(tokens.text(next))) return undefined
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [small],
    confidence: 0.72,
    weight: 0.5,
    reason: `No capital in mid-sentence: “${small}”`,
  }
}

/** `France Gave a very sad performance`, `recover Chile In the end`: the sentence goes on, or starts, behind a name that was a link. */
function afterName(tokens: Tokens, at: number): Draft | undefined {
  const small = tokens.lower(at)
  if (!afterNames.has(small) || tokens.startsSentence(at) || tokens.startsSentence(at - 1)) return undefined
  if (
    !tokens.spaceBefore(at) ||
    tokens.kind(at - 2) === TokenKind.quote ||
    (tokens.text(at + 1) !== 'a' && !isCommonWord(tokens.text(at + 1)))
  )
    return undefined
  // In a title every second word has its capital; here two small ones follow, one of them a word of weight.
  const second = tokens.text(at + 2)
  const weighty = tokens.end(at + 1) - tokens.start(at + 1) > 3 || second.length > 3
  if (!tokens.isWord(at + 2) || tokens.shape(at + 2) !== Shape.lower || !isCommonWord(second) || !weighty)
    return undefined
  // “the Right The people …”: quoted titles and mastheads stand in marks.
  for (let index = at; index < Math.min(tokens.count, at + 6); index++)
    if (tokens.kind(index) === TokenKind.quote) return undefined
  if (subjects.has(small)) return newSentence(tokens, at, [])
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [small],
    confidence: 0.7,
    weight: 0.7,
    reason: `No capital in mid-sentence: “${small}”`,
  }
}

/** Adverbs that link a sentence to the one before, behind which a comma stands. */
const linking = new Set(
  'however meanwhile moreover nevertheless nonetheless furthermore therefore consequently finally besides indeed conversely additionally similarly instead otherwise'.split(
    ' ',
  ),
)
/** Words that start more sentences than clauses. */
const openers = new Set('he she they we it there this these the but although if one no'.split(' '))
/** Behind these a subject or a clause follows in the same sentence. */
const governing = new Set(
  'and but or nor that which who than as if when while because since although though until before after where whether so said says think thinks thought believe believes say of in to for with on at by from about between is are was were be'.split(
    ' ',
  ),
)

/**
 * `at the table However, the paper`, `next year In substance, this means`: a linking adverb, or a phrase of place or
 * manner, a comma and a subject are the start of a sentence; so is a subject behind a word that takes none.
 */
function opensSentence(tokens: Tokens, at: number): boolean {
  if (tokens.text(at + 1) === ',') return linking.has(tokens.lower(at))
  if (openers.has(tokens.lower(at)) && !governing.has(tokens.lower(at - 1))) return true
  if (tokens.lower(at) === 'on' && weekdays.has(tokens.lower(at + 1))) return tokens.text(at + 2) === ','
  if (!functionWords.has(tokens.lower(at)) || subjects.has(tokens.lower(at))) return false
  for (let index = at + 1; index < Math.min(at + 5, tokens.count - 1); index++) {
    if (tokens.text(index) === ',') return index > at + 1 && subjects.has(tokens.text(index + 1))
    if (!tokens.isWord(index)) return false
  }
  return false
}

/** The full stop before the word was lost; `others` are the readings that keep the sentence whole. */
function newSentence(tokens: Tokens, at: number, others: readonly string[]): Draft {
  const text = tokens.text(at)
  const start = tokens.end(at - 1)
  const end = tokens.end(at)
  return {
    start: tokens.start(at),
    end,
    expected: [`. ${text}`, ...others],
    fixes: [
      { safe: false, edits: [{ start, end, text: `. ${text}` }] },
      ...others.map((other) => ({ safe: false, edits: [{ start: tokens.start(at), end, text: other }] })),
    ],
    confidence: 0.62,
    weight: 0.7,
    reason: `A sentence starts at “${text}”: the full stop is lost`,
  }
}

function inSentence(tokens: Tokens, at: number): Draft | undefined {
  // `classes resume At 11 o’clock`
  if (tokens.prose.slice(tokens.end(at - 1), tokens.start(at)).includes('\n')) return undefined
  const numbered = tokens.kind(at + 1) === TokenKind.number && functionWords.has(tokens.lower(at))
  if (
    tokens.startsSentence(at) ||
    !tokens.isWord(at - 1) ||
    (!tokens.isWord(at + 1) && !numbered) ||
    !tokens.spaceBefore(at) ||
    !tokens.spaceBefore(at + 1)
  )
    return undefined
  const dated = tokens.lower(at) === 'on' && opensSentence(tokens, at)
  if (dated) return newSentence(tokens, at, [tokens.lower(at)])
  if (
    tokens.shape(at - 1) !== Shape.lower ||
    (!numbered && tokens.shape(at + 1) !== Shape.lower) ||
    tokens.kind(at - 2) === TokenKind.quote
  )
    return undefined
  const next = tokens.text(at + 1)
  const known = functionWords.has(tokens.lower(at)) ? isEnglishWord(next) : isCommonWord(next)
  if ((!numbered && next !== 'a' && !known) || (tokens.isCapitalised(at + 2) && tokens.isWord(at + 2))) return undefined
  const small = tokens.lower(at)
  if (opensSentence(tokens, at)) return newSentence(tokens, at, [small])
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [small],
    confidence: functionWords.has(small) ? 0.82 : 0.55,
    safe: false,
    weight: 1,
    reason: `No capital in mid-sentence: “${small}”`,
  }
}
