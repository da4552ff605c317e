import { isCommonWord } from '../language/common-words.ts'
import { SpellingMemo } from '../text/spelling-memo.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { knownNamesOf } from './support/bearers.ts'
import { afterMark, beforeBracket, besideNumber, insideQuotation } from './support/glued-marks.ts'
import { GluedNames } from './support/glued-names.ts'
import { realWords, reporting } from './support/glued-verbs.ts'
import { capitalPair, isHyphenated, linkedName, split, starters, unspaced } from './support/split-words.ts'

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
    let whole: ReadonlySet<string> | undefined
    const names = new GluedNames(french, borrowed, () => (whole ??= knownNamesOf(language)))
    const foreignToBoth = new SpellingMemo(
      (tokens, at) => split(tokens, at) !== undefined && !french.has(tokens.text(at)) && !borrowed.has(tokens.text(at)),
    )
    return {
      triggers: { every: true },
      check({ tokens }, document) {
        const drafts: Draft[] = []
        const { count, kinds, shapes } = tokens
        for (let at = 0; at < count; at++) {
          if (kinds[at] === TokenKind.word) {
            const draft =
              shapes[at] === Shape.mixed
                ? (camel(tokens, at) ?? names.pair(tokens, at, document))
                : ((mayBeGlued.of(tokens, at) ? (reported(tokens, at) ?? swallowed(tokens, at)) : undefined) ??
                  (foreignToBoth.of(tokens, at) ? unspaced(tokens, at) : undefined) ??
                  names.draft(tokens, at, document))
            if (draft !== undefined) drafts.push(draft)
          } else if (kinds[at] === TokenKind.number) {
            const draft = besideNumber(tokens, at)
            if (draft !== undefined) drafts.push(draft)
          } else if (kinds[at] === TokenKind.bracket && !tokens.spaceBefore(at) && tokens.text(at) === '(') {
            const draft = beforeBracket(tokens, at)
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
  if (verb === undefined || realWords.has(word) || isHyphenated(tokens, at)) return undefined
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

const afterSpeaker = new Set(['he', 'she', 'it', 'we', 'you', 'i', 'they', 'there', 'this', 'that', 'but', 'because'])

/** The word that takes the quotation up again: behind the speaker’s comma, or the next sentence. */
function quotationGoesOn(tokens: Tokens, at: number): number {
  const end = tokens.sentenceEnd(at)
  for (let index = at + 2; index < Math.min(end - 1, at + 8); index++)
    if (tokens.text(index) === ',' && afterSpeaker.has(tokens.lower(index + 1))) return index + 1
  return end
}

/** `Journaltwo`, `billwhich`: a word of the sentence behind a word that was a link. */
function swallowed(tokens: Tokens, at: number): Draft | undefined {
  const word = tokens.text(at)
  const match = swallowedEnd.exec(word)
  if (match === null || isCommonWord(word) || endsInWith.has(word.toLowerCase()) || tokens.shape(at) === Shape.upper)
    return undefined
  const first = word.slice(0, -match[0].length)
  const known = tokens.isCapitalised(at) ? first.length > 4 : isCommonWord(first) && first.length > 3
  if (!known || isHyphenated(tokens, at)) return undefined
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
