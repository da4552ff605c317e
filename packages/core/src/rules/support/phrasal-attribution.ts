import { Shape, type Tokens } from '../../text/tokens.ts'
import type { Draft } from '../rule.ts'
import { subjectEnd } from './noun-phrase.ts'

/** What French says of speakers in several words, and what English news says. */
const phrases: readonly (readonly [string, string])[] = [
  ['gets annoyed', 'complains'],
  ['got annoyed', 'complained'],
  ['gets angry', 'fumes'],
  ['got angry', 'fumed'],
  ['gets carried away', 'fumes'],
  ['got carried away', 'fumed'],
  ['lets go', 'says'],
  ['let go', 'said'],
  ['lets out', 'says'],
  ['let out', 'said'],
  ['sums up', 'says'],
  ['summed up', 'said'],
  ['points out', 'notes'],
  ['pointed out', 'noted'],
  ['tries to reassure', 'says'],
  ['tried to reassure', 'said'],
  ['tries to temper', 'cautions'],
  ['wants to be reassuring', 'says'],
  ['wants to reassure', 'says'],
  ['congratulates himself', 'says'],
  ['congratulates herself', 'says'],
  ['congratulated himself', 'said'],
  ['congratulated herself', 'said'],
  ['says himself', 'says'],
  ['hammers home', 'insists'],
  ['indignant', 'says'],
  ['ironically', 'quips'],
]
const byPhrase = new Map(phrases)
const longestPhrase = 4

/** `“…”, gets annoyed the mayor`: the attribution from the verb at token `from` on; undefined where none stands. */
export function phrasal(tokens: Tokens, from: number): Draft | undefined {
  let phrase = ''
  for (let at = from; at < from + longestPhrase && tokens.shape(at) === Shape.lower; at++) {
    phrase += (at > from ? ' ' : '') + tokens.lower(at)
    const english = byPhrase.get(phrase)
    const end = english === undefined ? at : subjectEnd(tokens, at + 1)
    // “points out that”, “lets go of”: the quotation is no object of it.
    if (english === undefined || end <= at + 1 || (end === at + 2 && !tokens.isCapitalised(at + 1))) continue
    const subject = tokens.prose.slice(tokens.start(at + 1), tokens.end(end - 1))
    return {
      start: tokens.start(from),
      end: tokens.end(end - 1),
      expected: [`${subject} ${english}`],
      confidence: 0.82,
      weight: 1.2,
      reason: `English puts the subject first: “${subject} ${english}”`,
    }
  }
  return undefined
}
