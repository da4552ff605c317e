import { isCommonWord } from '../language/common-words.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

const singles = ['’', '‘', "'"]
const longestQuotation = 40
/** Behind these a plural owns what follows: `five years ’experience`. */
const shortestPlural = 4

/** An apostrophe with the space on its wrong side, or left over from a French elision. */
export const strayApostrophe = defineRule({
  id: 'stray-apostrophe',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 55,
  mutes: ['punctuation-spacing'],
  summary: 'An apostrophe stands on the wrong side of the space, or is left over from French.',
  why: 'The machine takes the apostrophe of a plural possessive for a mark that opens a quotation, and leaves the C’ of « c’est » and the l’ of an article.',
  examples: {
    bad: [
      {
        text: 'He spoke of the teachers ‘unions and of the debaters ’plans.',
        expected: 'He spoke of the teachers’ unions and of the debaters’ plans.',
      },
      {
        text: '“C ‘is therefore a choice,” he said.',
        expected: '“It is therefore a choice,” he said.',
        actual: 'C ‘is',
      },
      {
        text: 'It might not be put to a vote in the ‘National Assembly on Monday.',
        expected: 'It might not be put to a vote in the National Assembly on Monday.',
        actual: '‘National',
      },
    ],
    good: [
      'The ‘unions’ spoke, and the players ‘love’ it; the ’90s and ’tis were rock ’n’ roll.',
      "The players 'love it' and the boys' own 'unions' went; 'He is,' she said.",
      'He wrote: ‘We go.\n\n‘We stay.’ The O’Briens’ and James’ house.',
    ],
  },
  prepare: () => ({
    triggers: { marks: singles },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = [...loosePairs(tokens, occurrences)]
      for (const at of occurrences) {
        if (tokens.kind(at) !== TokenKind.quote) continue
        const draft =
          elision(tokens, at) ?? apart(tokens, at) ?? possessive(tokens, at) ?? turned(tokens, at) ?? orphan(tokens, at)
        if (draft !== undefined) drafts.push(draft)
      }
      return drafts
    },
  }),
})

/** `C ‘is` · `c ’was`: French c’est with its verb translated. */
function elision(tokens: Tokens, at: number): Draft | undefined {
  const letter = tokens.text(at - 1)
  const verb = tokens.text(at + 1)
  if ((letter !== 'C' && letter !== 'c') || (verb !== 'is' && verb !== 'was') || tokens.spaceBefore(at + 1))
    return undefined
  return draftOf(
    tokens,
    at - 1,
    at + 1,
    `${letter === 'C' ? 'It' : 'it'} ${verb}`,
    0.95,
    'What is left of French « c’est »',
  )
}

/** What English writes behind an apostrophe, close to the word before. */
const endings = new Set(['s', 're', 've', 'll'])

/** `the government ’s plan`, `they don ’t`, `it ’ s`: the space before the apostrophe. */
function apart(tokens: Tokens, at: number): Draft | undefined {
  const ending = tokens.text(at + 1)
  if (!tokens.spaceBefore(at) || !tokens.isWord(at - 1) || tokens.text(at) === '‘') return undefined
  if (tokens.text(at - 1).length < 2 || (at + 2 < tokens.count && !tokens.spaceBefore(at + 2) && tokens.isWord(at + 2)))
    return undefined
  if (!endings.has(ending) && !(ending === 't' && tokens.text(at - 1).endsWith('n'))) return undefined
  // With a space on both sides it may be a mark of its own: only “s” stands for nothing else.
  if (tokens.spaceBefore(at + 1) && ending !== 's') return undefined
  if (closesLater(tokens, at + 1)) return undefined
  return {
    start: tokens.end(at - 1),
    end: tokens.end(at + 1),
    expected: [`${tokens.text(at)}${ending}`],
    confidence: 0.93,
    safe: true,
    weight: 1,
    round: 'weak',
    reason: `No space before “${tokens.text(at)}${ending}”`,
  }
}

/** `the ' great debate ' of the year`: single marks with white space on both sides, as French sets its own. */
function* loosePairs(tokens: Tokens, marks: readonly number[]): Generator<Draft> {
  const loose = marks.filter((at) => isLoose(tokens, at))
  for (let index = 0; index + 1 < loose.length; index++) {
    const [open, close] = [loose[index] as number, loose[index + 1] as number]
    if (close - open > longestQuotation || close - open < 3) continue
    yield looseMark(tokens, open, tokens.start(open), tokens.start(open + 1))
    yield looseMark(tokens, close, tokens.end(close - 1), tokens.end(close))
    index++
  }
}

function looseMark(tokens: Tokens, at: number, start: number, end: number): Draft {
  return {
    start,
    end,
    expected: [tokens.text(at)],
    confidence: 0.85,
    weight: 1,
    round: 'weak',
    reason: 'No space within quotation marks',
  }
}

function isLoose(tokens: Tokens, at: number): boolean {
  return (
    tokens.kind(at) === TokenKind.quote &&
    at > 0 &&
    tokens.spaceBefore(at) &&
    at + 1 < tokens.count &&
    tokens.spaceBefore(at + 1) &&
    tokens.kind(at - 1) !== TokenKind.number
  )
}

/** `teachers ‘unions`, `debaters ’plans` */
function possessive(tokens: Tokens, at: number): Draft | undefined {
  const owner = tokens.text(at - 1)
  if (!tokens.spaceBefore(at) || tokens.spaceBefore(at + 1) || tokens.text(at) === "'") return undefined
  if (!owner.endsWith('s') || owner.length < shortestPlural || tokens.shape(at - 1) !== Shape.lower) return undefined
  if (!tokens.isWord(at + 1) || tokens.shape(at + 1) !== Shape.lower || tokens.text(at + 1).length < 3) return undefined
  if (closesLater(tokens, at)) return undefined
  return draftOf(
    tokens,
    at - 1,
    at + 1,
    `${owner}’ ${tokens.text(at + 1)}`,
    0.93,
    'The apostrophe of the possessive belongs to the word before it',
  )
}

/** `the ‘confusion‘created`: the mark that closes is turned, and the space behind it lost. */
function turned(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.text(at) !== '‘' || tokens.spaceBefore(at) || !tokens.isWord(at - 1) || !opensBefore(tokens, at))
    return undefined
  const glued = !tokens.spaceBefore(at + 1) && tokens.isWord(at + 1)
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [glued ? '’ ' : '’'],
    confidence: 0.93,
    safe: true,
    weight: 3,
    reason: 'The mark ‘ closes the quotation here',
  }
}

/** `in the ‘National Assembly`: nothing closes the mark. */
function orphan(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.text(at) !== '‘' || !tokens.spaceBefore(at) || tokens.spaceBefore(at + 1)) return undefined
  const before = tokens.text(at - 1)
  if (!['the', 'of', 'in', 'to', 'and', 'by', 'for'].includes(before) || !tokens.isCapitalised(at + 1)) return undefined
  for (let index = at + 1; index < tokens.count; index++)
    if (tokens.kind(index) === TokenKind.quote && singles.includes(tokens.text(index))) return undefined
  return draftOf(tokens, at, at + 1, tokens.text(at + 1), 0.8, 'A single mark that nothing closes')
}

/** Does a single mark behind it close what `at` may open? */
function closesLater(tokens: Tokens, at: number): boolean {
  const end = Math.min(tokens.count, at + longestQuotation)
  for (let index = at + 1; index < end; index++) {
    if (tokens.kind(index) === TokenKind.quote && singles.includes(tokens.text(index)) && !tokens.spaceBefore(index))
      return !(tokens.text(index - 1).endsWith('s') && isCommonWord(tokens.text(index + 1)))
  }
  return false
}

function opensBefore(tokens: Tokens, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - longestQuotation); index--)
    if (tokens.text(index) === '‘') return tokens.spaceBefore(index) || index === 0
  return false
}

function draftOf(tokens: Tokens, from: number, last: number, text: string, confidence: number, reason: string): Draft {
  return {
    start: tokens.start(from),
    end: tokens.end(last),
    expected: [text],
    confidence,
    safe: confidence >= 0.93,
    weight: 2,
    reason,
  }
}
