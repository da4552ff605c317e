import { isEnglishWord } from '../language/english-words.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

const words = new Set(
  'the a an of to in for and or with is are was were by from at as his her its their this which it he she we they be been has have not but will would could can also who may about over into than them after said still when what if there because between against during under these those'.split(
    ' ',
  ),
)
/** “It was as as good” is wrong, “had had” and “that that” are not; “in in” may be two. */
const sureWords = new Set(['the', 'an'])
/** “Said said”, “Will will”: names of people at the start of a sentence. */
const surnames = new Set(['said', 'will'])

/** A small word that stands twice in a row. */
export const repeatedWord = defineRule({
  id: 'repeated-word',
  mqm: 'accuracy/addition',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 51,
  summary: 'A small word stands twice.',
  why: 'Neural translation repeats itself, and so do texts that were put together from pieces of a page.',
  examples: {
    bad: [
      {
        text: 'The head of the National Assembly of the National Assembly left.',
        expected: 'The head of the National Assembly left.',
        actual: 'of the National Assembly of the National Assembly',
      },
      {
        text: 'It is the text of the Special Special Committee.',
        expected: 'It is the text of the Special Committee.',
      },
      { text: 'He went to the the house.', expected: 'He went to the house.', actual: 'the the' },
      {
        text: 'He decided to “to focus” on jobs.',
        expected: 'He decided to “focus” on jobs.',
        actual: 'to “to focus',
      },
    ],
    good: [
      'They sang Girls Girls Girls. It went on and on and on, day after day after day, for ever and ever; he sang “Corner corner”.',
      'He had had enough, and that that was so is clear.',
      'The The were a band; it is, is it not?',
      'New York, New York. A A battery; of “of”.',
    ],
  },
  prepare: () => ({
    triggers: { words, every: true },
    check({ tokens, occurrences }) {
      const drafts = repeatedPhrases(tokens)
      for (const at of occurrences) {
        const across = acrossQuote(tokens, at)
        if (across !== undefined) {
          drafts.push(across)
          continue
        }
        const next = at + 1
        if (tokens.kind(next) !== TokenKind.word || tokens.text(next) !== tokens.lower(at) || !tokens.spaceBefore(next))
          continue
        if (tokens.isCapitalised(at) && (!tokens.startsSentence(at) || surnames.has(tokens.lower(at)))) continue
        // “Moon Jae-in in the past”
        if (tokens.text(at - 1) === '-' && !tokens.spaceBefore(at)) continue
        // Beside a mark of its own the second word starts something new.
        if (tokens.kind(at + 2) !== TokenKind.word || tokens.kind(at - 1) === TokenKind.quote) continue
        const sure = sureWords.has(tokens.lower(at))
        drafts.push({
          start: tokens.start(at),
          end: tokens.end(next),
          expected: [tokens.text(at)],
          confidence: sure ? 0.95 : 0.85,
          safe: sure,
          weight: 0.3,
          reason: `“${tokens.lower(at)}” stands twice`,
        })
      }
      return drafts
    },
  }),
})

const longestPhrase = 6
/** A phrase of so many words that stands twice in a row is no figure of speech. */
const shortestPhrase = 3
const shortestWord = 4
const shortestName = 5
/** Words that a writer doubles on purpose. */
const emphasis = new Set(
  'again always blah chop ever forever goodbye hear hush knock less little long longer many more much never night once only please quite really rock same that there times tick very wait walk well what where work years'.split(
    ' ',
  ),
)

/** `of the National Assembly of the National Assembly`, `the Special Special Committee`. */
function repeatedPhrases(tokens: Tokens): Draft[] {
  const drafts: Draft[] = []
  for (let at = 0; at + 1 < tokens.count; at++) {
    if (tokens.kinds[at] !== TokenKind.word) continue
    const size = repeatedSize(tokens, at)
    if (size === 0) continue
    const last = at + size - 1
    const phrase = tokens.prose.slice(tokens.start(at), tokens.end(last))
    drafts.push({
      start: tokens.start(at),
      end: tokens.end(last + size),
      expected: [phrase],
      confidence: size > 1 ? 0.9 : tokens.isCapitalised(at) ? 0.6 : 0.8,
      weight: 0.7,
      reason: `“${phrase}” stands twice`,
    })
    at += 2 * size - 1
  }
  return drafts
}

/** How many words from `at` on stand twice in a row; 0 for none. */
function repeatedSize(tokens: Tokens, at: number): number {
  if (isRepeated(tokens, at, 1) && isDoubledNoun(tokens, at)) return 1
  for (let size = shortestPhrase; size <= longestPhrase; size++) if (isRepeated(tokens, at, size)) return size
  return 0
}

function isRepeated(tokens: Tokens, at: number, size: number): boolean {
  const other = tokens.words[at + size] ?? 0
  if (other === 0 || tokens.words[at] !== other) return false
  for (let index = 0; index < size; index++) {
    const word = tokens.words[at + index] ?? 0
    if (word === 0 || word !== tokens.words[at + size + index] || !tokens.spaceBefore(at + size + index)) return false
  }
  return true
}

function isDoubledNoun(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at)
  if (word.length < (tokens.isCapitalised(at) ? shortestName : shortestWord) || emphasis.has(word)) return false
  return (
    isEnglishWord(word) &&
    !word.endsWith('ly') &&
    tokens.isWord(at + 2) &&
    tokens.lower(at + 2) !== word &&
    tokens.lower(at - 1) !== word &&
    !tokens.startsSentence(at)
  )
}

const doubledAcross = new Set('to the a an of that in by for and his their its'.split(' '))

/** `decided to “to focus”`: French needs the preposition inside the quotation, English outside. */
function acrossQuote(tokens: Tokens, at: number): Draft | undefined {
  const word = tokens.lower(at)
  if (!doubledAcross.has(word) || !'“"«'.includes(tokens.text(at + 1)) || tokens.kind(at + 1) !== TokenKind.quote)
    return undefined
  if (!tokens.spaceBefore(at + 1) || tokens.text(at + 2) !== word || !tokens.isWord(at + 3)) return undefined
  const actual = tokens.prose.slice(tokens.start(at), tokens.end(at + 3))
  return {
    start: tokens.start(at),
    end: tokens.end(at + 3),
    expected: [`${tokens.text(at)} ${tokens.text(at + 1)}${tokens.text(at + 3)}`],
    confidence: 0.9,
    weight: 0.7,
    reason: `“${word}” stands before and inside the quotation: ${actual}`,
  }
}
