import { isCommonWord } from '../language/common-words.ts'
import { isEnglishWord } from '../language/english-words.ts'
import { SpellingMemo } from '../text/spelling-memo.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { realWords, reporting } from './support/glued-verbs.ts'
import { pairQuotes } from './support/quote-pairing.ts'
import { capitalPair, linkedName, split, starters, unspaced } from './support/split-words.ts'

const subjects = new Set(['he', 'she', 'they', 'we', 'this', 'these', 'the'])
/** Behind these no sentence ends. */
const glue = new Set(
  'of in to from by with against for on at under between during without into than their our my your'.split(' '),
)
/** Of these, the ones that end no trade name either (LinkedIn, MeetUp). */
const longStarters = new Set(
  'the but and this that these those when while after before they there according however because since although'.split(
    ' ',
  ),
)
const reportingVerbs = new Set(reporting)
const pronouns = new Set('me us it him you them this that here now all so up too'.split(' '))
const swallowedEnd =
  /(?:two|three|four|five|seven|eight|which|that|this|from|their|they|where|while|after|before|because|would|could|should|been|under|against|during|without)$/u
/** Words that end so and are words. */
const endsInWith = new Set(
  'therefrom wherefrom hereafter thereafter whereafter erstwhile meanwhile worthwhile elsewhere anywhere everywhere somewhere nowhere hereinafter heretofore hereinbefore somewhat penchant sandwich network twentytwo twenty-two'.split(
    ' ',
  ),
)

/** The last three letters of all these endings: most words are told by them alone. */
const lastLetters = new Set(
  [...reporting, ...swallowedEnd.source.slice(3, -2).split('|')].map((ending) => ending.slice(-3)),
)

/** Two words, or a mark and a word, that lost the space between them. */
export const gluedWords = defineRule({
  id: 'glued-words',
  mqm: 'linguistic-conventions/spelling',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 52,
  summary: 'The space between two words, or after a mark, is lost.',
  why: 'Links and emphasised words of the web page become words of the translation without the space that stood outside their markup.',
  examples: {
    bad: [
      {
        text: 'It would worsen the food crisisIf sanctions remain.',
        expected: 'It would worsen the food crisis. If sanctions remain.',
        actual: 'crisisIf',
      },
      {
        text: 'The towers (of the church)and the square burned.',
        expected: 'The towers (of the church) and the square burned.',
      },
      {
        text: 'He promises improvements.Everything is on the table.',
        expected: 'He promises improvements. Everything is on the table.',
      },
      { text: 'He is in Lille (North)she said.', expected: 'He is in Lille (North) she said.' },
      {
        text: '“One cannot ask that of everyone.said the head of government.',
        expected: '“One cannot ask that of everyone,” said the head of government.',
        actual: 'everyone.said',
      },
      {
        text: 'Jeanne Martin, from the palace (Paris)explains that he is looking for it.',
        expected: 'Jeanne Martin, from the palace (Paris) explains that he is looking for it.',
      },
      {
        text: 'It crystallizes all anger.Edouard Philippe showed it.',
        expected: 'It crystallizes all anger. Edouard Philippe showed it.',
      },
      {
        text: 'I liked the coaches.he explains to the paper.',
        expected: 'I liked the coaches. He explains to the paper.',
      },
      { text: 'The lack of bedsespecially there.', expected: 'The lack of beds especially there.' },
      { text: 'He left the room.The minister stayed.', expected: 'He left the room. The minister stayed.' },
      { text: 'I know thatthere is a lot of fatigue.', expected: 'I know that there is a lot of fatigue.' },
      {
        text: 'From the beginningspecifying that he would go.',
        expected: 'From the beginning, specifying that he would go.',
      },
    ],
    good: [
      'The webinar on blockchain, onboarding, deepfakes and vapers; andouille, forint, hashtags and thegn.',
      'LinkedIn, YouTube, iPhone, eBay and Node.js belong to McDonald (s)he said at example.com.',
      'The U.S.A. and the aforesaid essays were unspecified, at 3:30 or 1,200; e.g.this.',
    ],
  },
  prepare: (language) => {
    const french = language.words()
    const borrowed = new Set(language.list('borrowed'))
    const foreignToBoth = new SpellingMemo(
      (tokens, at) => split(tokens, at) !== undefined && !french.has(tokens.text(at)) && !borrowed.has(tokens.text(at)),
    )
    return {
      triggers: { every: true },
      check({ tokens }) {
        const drafts: Draft[] = []
        const { count, kinds, shapes } = tokens
        for (let at = 0; at < count; at++) {
          if (kinds[at] === TokenKind.word) {
            const draft =
              shapes[at] === Shape.mixed
                ? camel(tokens, at)
                : mayBeGlued.of(tokens, at)
                  ? (reported(tokens, at) ?? swallowed(tokens, at))
                  : foreignToBoth.of(tokens, at)
                    ? unspaced(tokens, at)
                    : undefined
            if (draft !== undefined) drafts.push(draft)
          } else if (at + 1 < count && kinds[at + 1] === TokenKind.word && tokens.start(at + 1) === tokens.end(at)) {
            const draft = afterMark(tokens, at)
            if (draft !== undefined) drafts.push(draft)
          }
        }
        return drafts
      },
    }
  },
})

/** `crisisIf` */
function camel(tokens: Tokens, at: number): Draft | undefined {
  const match = /^(\p{L}\p{Ll}+)(\p{Lu}\p{Ll}+)$/u.exec(tokens.text(at))
  if (match === null) return undefined
  const [, first = '', second = ''] = match
  // `theThe government`: the article stood before the link and in it.
  if (first === second.toLowerCase() && isCommonWord(first)) {
    return {
      start: tokens.start(at),
      end: tokens.end(at),
      expected: [tokens.startsSentence(at) ? second : first],
      confidence: 0.93,
      safe: true,
      weight: 1,
      reason: `“${first}” stands twice, without a space`,
    }
  }
  const linked = linkedName(tokens, at, first, second) ?? capitalPair(tokens, at, first, second)
  if (linked !== undefined) return linked
  const known = /^\p{Ll}/u.test(first) ? starters : longStarters
  if (first.length < 3) return undefined
  if (!known.has(second.toLowerCase())) return undefined
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected:
      longStarters.has(first) || glue.has(first)
        ? [`${first} ${second.toLowerCase()}`]
        : [`${first}. ${second}`, `${first} ${second.toLowerCase()}`],
    confidence: 0.9,
    weight: 1,
    reason: `“${first}” and “${second}” are two words`,
  }
}

/** Does the word end as two glued words do? Few do, and the spelling alone tells. */
const mayBeGlued = new SpellingMemo((tokens, at) => {
  const text = tokens.text(at)
  return (
    text.length > 7 &&
    lastLetters.has(text.slice(-3)) &&
    (gluedVerb(tokens.lower(at)) !== undefined || swallowedEnd.test(text))
  )
})

function gluedVerb(word: string): string | undefined {
  return reporting.find(
    (ending) =>
      word.endsWith(ending) &&
      (word.length >= ending.length + 3 || pronouns.has(word.slice(0, word.length - ending.length))),
  )
}

const nouns: ReadonlySet<string> = new Set(
  'sums notes states reports answers claims comments details remarks replies warnings laughs smiles regrets concludes'.split(
    ' ',
  ),
)
const speakersArticles: ReadonlySet<string> = new Set(['the', 'a', 'his', 'her', 'its', 'their'])

/** `agreesaid` */
function reported(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.shape(at) === Shape.upper) return undefined
  const word = tokens.lower(at)
  const verb = gluedVerb(word)
  if (verb === undefined || realWords.has(word) || tokens.text(at - 1) === '-' || tokens.text(at + 1) === '-')
    return undefined
  // “checksums”, “banknotes”: the verb is a noun as well; then a speaker must follow.
  if (nouns.has(verb) && !tokens.isCapitalised(at + 1) && !speakersArticles.has(tokens.lower(at + 1))) return undefined
  // “misexplained”, “overstressed” and other words with a prefix are words.
  const first = tokens.text(at).slice(0, -verb.length)
  // “underwrites”, “reconfirmed”: what is left must be a word.
  if (
    !pronouns.has(first.toLowerCase()) &&
    !isCommonWord(first) &&
    !/[a-z]{3,}(?:ly|ing|tion|ment|ity|ism)$/u.test(first)
  )
    return undefined
  if (/^(?:mis|over|under|pre|non|dis|out|inter|counter|self|ghost|type|hand|copy|by|dis)$/iu.test(first))
    return undefined
  const swallowedMarks = insideQuotation(tokens, at)
  if (swallowedMarks !== undefined) {
    // `“… but we agreesaid the minister. Others …”`: the quotation stops before the verb and goes on behind the speaker.
    const next = swallowedMarks.goesOn ? quotationGoesOn(tokens, at) : at
    const close = `${first},${swallowedMarks.close} ${verb}`
    // “said the Minister.”: a title alone has no capital in English.
    const rest = tokens.prose
      .slice(tokens.end(at), tokens.start(next === at ? at + 1 : next))
      .replace(/^ the \p{Lu}\p{Ll}+(?=\. )/u, (title) => (isCommonWord(title.slice(5)) ? title.toLowerCase() : title))
    const text = next === at ? close : `${close}${rest}${swallowedMarks.open}${tokens.text(next)}`
    return {
      start: tokens.start(at),
      end: tokens.end(next),
      expected: [text],
      confidence: 0.9,
      weight: 1.5,
      reason: `The quotation ends at “${first}”; its mark and the space before “${verb}” are lost`,
    }
  }
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [`${first}, ${verb}`, `${first}”, ${verb}`],
    confidence: 0.85,
    weight: 1.5,
    reason: `“${first}” and “${verb}” are two words; a mark between them is lost`,
  }
}

const longestSpeaker = 14

const afterSpeaker = new Set(['he', 'she', 'it', 'we', 'you', 'i', 'they', 'there', 'this', 'that', 'but', 'because'])

/** The word that takes the quotation up again: behind the speaker’s comma, or the next sentence. */
function quotationGoesOn(tokens: Tokens, at: number): number {
  const end = tokens.sentenceEnd(at)
  for (let index = at + 2; index < Math.min(end - 1, at + 8); index++)
    if (tokens.text(index) === ',' && afterSpeaker.has(tokens.lower(index + 1))) return index + 1
  return end
}

/** The marks of the quotation that `at` stands in, and whether it goes on in the next sentence; undefined outside quotations. */
function insideQuotation(tokens: Tokens, at: number): { open: string; close: string; goesOn: boolean } | undefined {
  const marks = pairQuotes(tokens)
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.token ?? 0) < at) low = middle + 1
    else high = middle
  }
  const mark = marks[low - 1]
  if (mark === undefined || mark.direction !== 'open') return undefined
  const straight = mark.mark === '"'
  const next = tokens.sentenceEnd(at)
  const closing = marks[mark.partner]?.token ?? -1
  const goesOn = closing > next && next < tokens.count && next - at <= longestSpeaker && tokens.isWord(next)
  return { open: straight ? '"' : '“', close: straight ? '"' : '”', goesOn }
}

/** `Journaltwo`, `billwhich`: a word of the sentence behind a word that was a link. */
function swallowed(tokens: Tokens, at: number): Draft | undefined {
  const word = tokens.text(at)
  const match = swallowedEnd.exec(word)
  if (match === null || isCommonWord(word) || endsInWith.has(word.toLowerCase()) || tokens.shape(at) === Shape.upper)
    return undefined
  const first = word.slice(0, -match[0].length)
  const known = tokens.isCapitalised(at) ? first.length > 4 : isCommonWord(first) && first.length > 3
  if (!known || tokens.text(at - 1) === '-' || tokens.text(at + 1) === '-') return undefined
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [`${first} ${match[0]}`],
    confidence: 0.75,
    round: 'weak',
    weight: 0.7,
    reason: `“${first}” and “${match[0]}” are two words`,
  }
}

/** `)and` · `room.The` · `house,but` */
function afterMark(tokens: Tokens, at: number): Draft | undefined {
  const mark = tokens.text(at)
  const word = tokens.text(at + 1)
  const before = tokens.text(at - 1)
  if (mark === ')') {
    let open = at - 1
    while (open >= 0 && at - open < 30 && tokens.kind(open) !== TokenKind.bracket) open--
    if (word.length < 2 || tokens.text(open) !== '(' || (open > 0 && !tokens.spaceBefore(open))) return undefined
    // “(re)think”, but `in Lille (North)she`, `from the palace (Paris)explains`
    const goesOn = starters.has(word) || reportingVerbs.has(word)
    if (at - open < 3 && !(goesOn && before.length > 2)) return undefined
    return insert(tokens, at, 0.9)
  }
  const spelt =
    tokens.isWord(at - 1) &&
    tokens.end(at - 1) === tokens.start(at) &&
    before.length > 2 &&
    tokens.shape(at - 1) !== Shape.upper
  if (!spelt || tokens.text(at + 2) === '.' || tokens.kind(at - 2) === TokenKind.stop) return undefined
  if (mark === ',')
    return word.length > 1 && tokens.shape(at + 1) === Shape.lower ? insert(tokens, at, 0.88) : undefined
  if (mark === '.' && subjects.has(word) && before.length > 3 && isEnglishWord(before)) {
    const capital = word.charAt(0).toUpperCase() + word.slice(1)
    return { ...insert(tokens, at, 0.85), expected: [`. ${capital}`, `, ${word}`], safe: false, round: 'weak' }
  }
  if (tokens.kind(at) !== TokenKind.stop) return undefined
  if (tokens.shape(at + 1) === Shape.lower) return saidBehindStop(tokens, at)
  if (tokens.shape(at + 1) !== Shape.capital || tokens.shape(at - 1) !== Shape.lower) return undefined
  const lower = word.toLowerCase()
  if (starters.has(lower)) return insert(tokens, at, 0.9)
  // `improvements.Everything`: two words of the dictionary, no address.
  // `all anger.Edouard Philippe`: no address goes on with a space and another capital.
  const named = tokens.isWord(at + 2) && tokens.isCapitalised(at + 2) && tokens.shape(at + 2) === Shape.capital
  const words = before.length > 3 && word.length > 3 && isEnglishWord(before) && (named || isEnglishWord(lower))
  return words && tokens.spaceAfter(at + 1) ? { ...insert(tokens, at, 0.85), safe: false, round: 'weak' } : undefined
}

/** `of everyone.said the head of government`: the mark that closed the quotation stood between. */
function saidBehindStop(tokens: Tokens, at: number): Draft | undefined {
  const before = tokens.text(at - 1)
  const verb = tokens.text(at + 1)
  const speaks =
    (tokens.isWord(at + 2) && tokens.isCapitalised(at + 2)) ||
    speakersArticles.has(tokens.lower(at + 2)) ||
    subjects.has(tokens.lower(at + 2))
  if (!reportingVerbs.has(verb) || !speaks || !tokens.spaceAfter(at + 1) || !isEnglishWord(tokens.lower(at - 1)))
    return undefined
  const marks = insideQuotation(tokens, at)
  const mark = tokens.text(at) === '.' ? ',' : tokens.text(at)
  return {
    start: tokens.start(at - 1),
    end: tokens.end(at + 1),
    expected: [`${before}${mark}${marks?.close ?? '”'} ${verb}`],
    confidence: marks === undefined ? 0.7 : 0.85,
    weight: 1.5,
    reason: `The quotation ends at “${before}”; its mark and the space before “${verb}” are lost`,
  }
}

function insert(tokens: Tokens, at: number, confidence: number): Draft {
  const start = tokens.start(at)
  const end = tokens.end(at + 1)
  const mark = tokens.text(at)
  return {
    start,
    end,
    expected: [`${mark} ${tokens.text(at + 1)}`],
    confidence,
    safe: true,
    round: 'weak',
    weight: 0.7,
    reason: `A space is missing after “${mark}”`,
  }
}
