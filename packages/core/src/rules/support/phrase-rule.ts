import type { Row } from '../../language/language.ts'
import { targetLanguage } from '../../language/language.ts'
import { PhraseMatcher } from '../../text/phrase-matcher.ts'
import type { Tokens } from '../../text/tokens.ts'
import type { Vocabulary } from '../../text/vocabulary.ts'
import type { Draft, PreparedRule } from '../rule.ts'
import { inflect } from './inflection.ts'

interface Phrase {
  readonly targets: readonly string[]
  readonly confidence: number
  /** One of these words must stand in the same sentence. */
  readonly near: ReadonlySet<string>
  readonly note: string
}

const numbers = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'fifteen',
  'twenty',
  'thirty',
  'forty',
  'fifty',
  ...Array.from({ length: 58 }, (_, index) => String(index + 2)),
]

/**
 * A rule out of a table with the columns source, target, confidence, near, note.
 * In both phrases `{nationality}`, `{country}` and `{number}` stand for any, `<take>` for any form of the verb;
 * targets are parted by `|`; an empty target: only a person can say.
 */
export function preparePhrases(
  rows: readonly Row[],
  vocabulary: Vocabulary,
  describe: (phrase: string, target: string | undefined) => string,
): PreparedRule | undefined {
  if (rows.length === 0) return undefined
  const nationalities = targetLanguage().table('nationalities')
  const slots: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    nationality: nationalities.map(({ adjective = '', short = '' }) => [adjective, short || adjective] as const),
    country: nationalities.map(
      ({ country = '', adjective = '', short = '' }) => [country, short || adjective] as const,
    ),
    number: numbers.map((number) => [number, number] as const),
  }
  const matcher = new PhraseMatcher<Phrase>(vocabulary)
  for (const row of rows) {
    const phrase = {
      confidence: Number(row.confidence || '0.7'),
      near: new Set((row.near ?? '').split(' ').filter(Boolean)),
      note: row.note ?? '',
    }
    for (const [source, target] of expand(row.source ?? '', row.target ?? '', slots)) {
      matcher.add(source, { ...phrase, targets: target === '' ? [] : target.split('|') })
    }
  }
  return {
    triggers: { words: matcher.firstWords },
    *check({ tokens, occurrences }) {
      let done = -1
      for (const at of occurrences) {
        if (at <= done || (tokens.text(at - 1) === '-' && !tokens.spaceBefore(at))) continue
        const match = matcher.match(tokens, at)
        const phrase = match?.values.find(({ near }) => near.size === 0 || isNear(tokens, at, near))
        if (match === undefined || phrase === undefined) continue
        if (tokens.text(match.end) === '-' && !tokens.spaceBefore(match.end)) continue
        done = match.end - 1
        yield draftOf(tokens, at, match.end, phrase, describe)
      }
    },
  }
}

function draftOf(
  tokens: Tokens,
  from: number,
  to: number,
  { targets, confidence, note }: Phrase,
  describe: (phrase: string, target: string | undefined) => string,
): Draft {
  const capital = tokens.isCapitalised(from) && (tokens.startsSentence(from) || from === 0)
  const expected = targets.map((target) => (capital ? target.charAt(0).toUpperCase() + target.slice(1) : target))
  const actual = tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
  return {
    start: tokens.start(from),
    end: tokens.end(to - 1),
    expected,
    confidence,
    weight: confidence >= 0.8 ? 1.2 : confidence >= 0.65 ? 0.6 : 0.2,
    reason: describe(actual, expected[0]),
    ...(note === '' ? {} : { note }),
  }
}

function isNear(tokens: Tokens, at: number, near: ReadonlySet<string>): boolean {
  for (let index = tokens.sentenceStart(at); index < tokens.sentenceEnd(at); index++)
    if (index !== at && near.has(tokens.lower(index))) return true
  return false
}

/** All phrases that a pattern stands for, each with its targets. */
function* expand(
  source: string,
  target: string,
  slots: Readonly<Record<string, readonly (readonly [string, string])[]>>,
): Generator<[string, string]> {
  const slot = /\{([a-z]+)\}/u.exec(source)
  if (slot !== null) {
    const values = slots[slot[1] as string]
    if (values === undefined) throw new TypeError(`Unknown slot ${slot[0]} in “${source}”`)
    for (const [value, english] of values) {
      if (value !== '')
        yield* expand(
          source.replace(slot[0], value),
          target
            .replaceAll(slot[0], slot[1] === 'number' ? value : slot[1] === 'country' ? value : english)
            .replaceAll('{nationality}', slot[1] === 'country' ? english : '{nationality}'),
          slots,
        )
    }
    return
  }
  const verb = /<([a-z]+)>/u.exec(source)
  if (verb === null) {
    yield [source, target]
    return
  }
  for (const [index, form] of inflect(verb[1] as string).entries()) {
    yield* expand(
      source.replace(verb[0], form),
      target.replace(/<([a-z ]+)>/gu, (_match, base: string) => inflect(base)[index] as string),
      slots,
    )
  }
}
