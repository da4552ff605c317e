/**
 * How many mechanical marks of translation are found: good articles of ours, and clean news where it lies beside the
 * checkout, are damaged in one place each, as lost markup, guillemets and French numbers damage them. Printed for each
 * kind: how often the place is marked, and how often the first repairs give the good text back.
 *
 *   pnpm eval:damage          the table
 *   pnpm eval:damage KIND     what was missed of the kinds whose names contain KIND
 */
import { createChecker, type Finding } from '@stet/core'
import { cleanArticles, corpusClean } from './annotated.ts'

interface Damage {
  readonly kind: string
  readonly place: RegExp
  readonly damaged: (match: RegExpMatchArray) => string
}

const quotation = /"([^"\n]{12,120}?[,.!?]?)"(?=[ \n.,])|“([^”\n]{12,120}?[,.!?]?)”(?=[ \n.,])/gu
const words = (match: RegExpMatchArray): string => match[1] ?? match[2] ?? ''
const joined = (match: RegExpMatchArray): string => `${match[1]}${match[2]}`

const damages: readonly Damage[] = [
  { kind: 'two words glued', place: /(?<= )(\p{Ll}{4,}) (\p{Ll}{4,})(?= )/gu, damaged: joined },
  { kind: 'a small word glued behind', place: /(?<= )(\p{Ll}{4,}) (\p{Ll}{2,3})(?= )/gu, damaged: joined },
  { kind: 'a small word glued in front', place: /(?<= )(\p{Ll}{2,3}) (\p{Ll}{5,})(?= )/gu, damaged: joined },
  { kind: 'a word glued to a name', place: /(?<= )(\p{Lu}\p{Ll}{3,}) (\p{Ll}{3,})(?= )/gu, damaged: joined },
  { kind: 'a name glued to a word', place: /(?<= )(\p{Ll}{3,}) (\p{Lu}\p{Ll}{3,})(?= )/gu, damaged: joined },
  { kind: 'two names glued', place: /(?<= )(\p{Lu}\p{Ll}{3,}) (\p{Lu}\p{Ll}{3,})(?= )/gu, damaged: joined },
  { kind: 'a word glued to a number', place: /(?<= )(\d+) (\p{Ll}{3,})/gu, damaged: joined },
  { kind: 'a number glued to a word', place: /(?<= )(\p{Ll}{3,}) (\d+)/gu, damaged: joined },
  { kind: 'a word glued to a bracket', place: /(\p{Ll}+) (\()/gu, damaged: joined },
  { kind: 'no space behind a full stop', place: /(\p{Ll}{3,}\.) (\p{Lu}\p{Ll}+)/gu, damaged: joined },
  { kind: 'a full stop and its space lost', place: /(\p{Ll}{3,})\. (\p{Lu}\p{Ll}+)/gu, damaged: joined },
  {
    kind: 'a full stop lost',
    place: /(\p{Ll}{3,})\. (\p{Lu}\p{Ll}+)/gu,
    damaged: ([, before, after]) => `${before} ${after}`,
  },
  { kind: 'no space behind a comma', place: /(\p{Ll}{3,},) (\p{Ll}+)/gu, damaged: joined },
  { kind: 'a space before a comma', place: /(\p{Ll}{3,}), /gu, damaged: ([, before]) => `${before} , ` },
  { kind: 'a space before ’s', place: /(?<=\p{L})(['’]s) (?=\p{L})/gu, damaged: ([, ending]) => ` ${ending} ` },
  { kind: 'a word twice', place: /(?<= )(\p{Ll}{4,})(?= )/gu, damaged: ([, word]) => `${word} ${word}` },
  { kind: 'a word in two', place: /(?<= )(\p{Ll}{4})(\p{Ll}{4,})(?= )/gu, damaged: ([, a, b]) => `${a} ${b}` },
  {
    kind: 'a capital in mid-sentence',
    place: /(?<=\p{Ll} )(\p{Ll})(\p{Ll}{3,})(?= \p{Ll})/gu,
    damaged: ([, first = '', rest]) => first.toUpperCase() + rest,
  },
  { kind: '” quotation “', place: quotation, damaged: (match) => `” ${words(match)} “` },
  { kind: '« quotation »', place: quotation, damaged: (match) => `« ${words(match)} »` },
  { kind: 'the first mark of a quotation lost', place: quotation, damaged: (match) => `${words(match)}”` },
  { kind: 'the last mark of a quotation lost', place: quotation, damaged: (match) => `“${words(match)}` },
  { kind: 'no space behind a quotation', place: /(["”]) (\p{Ll}{2,})/gu, damaged: joined },
  { kind: '1 500', place: /(?<= )(\d{1,3}),(\d{3})(?= )/gu, damaged: ([, a, b]) => `${a} ${b}` },
  { kind: '3,5 %', place: /(?<= )(\d{1,2})\.(\d)%/gu, damaged: ([, a, b]) => `${a},${b} %` },
]

const checker = createChecker({ translated: true })
const articles = [...corpusClean(), ...cleanArticles()]
const wanted = process.argv[2]
/** One place of each article, not always the first; the same in every run. */
const placeOf = (count: number, article: number): number => (article * 7919) % count

/** The first repair of each finding made, from the last to the first; those that overlap one made already are left. */
function mend(text: string, findings: readonly Finding[]): string {
  let [done, left] = [text, text.length]
  const edits = findings.flatMap(({ fixes }) => fixes[0]?.edits ?? [])
  for (const { start, end, text: repaired } of [...edits].sort((one, two) => two.start - one.start)) {
    if (end > left) continue
    done = done.slice(0, start) + repaired + done.slice(end)
    left = start
  }
  return done
}

/** Curly and straight marks are alike here: the articles have both. */
const straight = (text: string): string => text.replace(/[“”]/gu, '"')

for (const { kind, place, damaged } of damages) {
  if (wanted !== undefined && !kind.includes(wanted)) continue
  let [count, marked, mended] = [0, 0, 0]
  const missed: string[] = []
  for (const [number, { text }] of articles.entries()) {
    const places = [...text.matchAll(place)]
    const match = places[placeOf(Math.max(1, places.length), number)]
    if (match === undefined) continue
    const part = damaged(match)
    const [from, to] = [match.index, match.index + part.length]
    const bad = text.slice(0, from) + part + text.slice(match.index + match[0].length)
    const hits = checker.check(bad).findings.filter(({ start, end }) => start <= to && end >= from)
    count++
    if (hits.length > 0) marked++
    else missed.push(bad.slice(Math.max(0, from - 30), to + 30).replaceAll('\n', '⏎'))
    if (straight(mend(bad, hits)) === straight(text)) mended++
  }
  const share = (part: number) => `${((100 * part) / Math.max(1, count)).toFixed(0)}%`.padStart(5)
  console.log(
    `${kind.padEnd(36)} ${String(count).padStart(4)} places  marked ${share(marked)}  mended ${share(mended)}`,
  )
  if (wanted !== undefined) for (const line of missed) console.log(`    ${line}`)
}
