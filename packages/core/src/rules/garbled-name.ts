import stringSimilarity from 'string-similarity'
import { isCommonWord } from '../language/common-words.ts'
import { fold } from '../text/fold.ts'
import { Shape, type Tokens } from '../text/tokens.ts'
import { type DocumentView, defineRule, type SegmentDraft, type SegmentView } from './rule.ts'

interface Figure {
  /** The words of the surname, folded, joined by a space. */
  readonly key: string
  readonly surname: string
  readonly words: number
}

/** Share of letter pairs in common (Dice) above which two surnames are one. */
const alike = 0.5
const almostEqual = 0.72
const shortest = 5
const titles = new Set(['president', 'minister', 'chancellor', 'mr', 'mrs', 'ms'])

/** A known person’s surname with wrong letters, after the right given name. */
export const garbledName = defineRule({
  id: 'garbled-name',
  mqm: 'linguistic-conventions/spelling',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'sure',
  priority: 64,
  summary: 'The surname of a known person is misspelt.',
  why: 'Translation by way of a third language or of speech recognition garbles names: Le Trian for Le Drian, Schulz for Scholz.',
  examples: {
    bad: [
      {
        text: 'The chancellor, Olaf Schulz, agreed. Later Schulz left.',
        expected: 'The chancellor, Olaf Scholz, agreed. Later Scholz left.',
        actual: 'Schulz',
      },
      { text: 'The call by President Jelensky was heard.', expected: 'The call by President Zelensky was heard.' },
      { text: 'He met Jean-Yves Le Trian.', expected: 'He met Jean-Yves Le Drian.', actual: 'Le Trian' },
    ],
    good: [
      'Olaf Scholz met Martin Schulz, Nicolas Sarkozy and Nicolas Cage.',
      'President Volodymyr Zelenskiy spoke; Zelenskiy left.',
      'Emmanuel Macron and Emmanuel Petit; Boris Becker and Boris Johnson; Bruno Mars.',
    ],
  },
  prepare(language) {
    const byGiven = new Map<string, Figure[]>()
    for (const name of language.list('public-figures')) {
      const [given = '', ...rest] = name.split(' ')
      const figure = { key: fold(rest.join(' ')), surname: rest.join(' '), words: rest.length }
      const key = fold(given)
      const figures = byGiven.get(key) ?? []
      figures.push(figure)
      byGiven.set(key, figures)
    }
    const surnames = new Map(
      [...byGiven.values()]
        .flat()
        .filter(({ key, words }) => words === 1 && key.length >= 6)
        .map((figure) => [figure.key, figure]),
    )
    return {
      triggers: {
        words: [...byGiven.keys()]
          .flatMap((given) => given.split('-'))
          .concat(
            language
              .list('public-figures')
              .map((name) => (name.split(' ')[0] as string).toLowerCase().split('-')[0] as string),
            ['president', 'chancellor'],
          ),
      },
      *checkDocument(document) {
        const wrong = new Map<string, Figure>()
        const done = new Set<string>()
        for (const view of document.segments) {
          for (const at of view.occurrences) {
            const draft = afterGiven(view, at, byGiven) ?? afterTitle(view, at, surnames)
            if (draft === undefined) continue
            wrong.set(view.prose.slice(draft.start, draft.end), draft.figure)
            done.add(`${view.index} ${draft.start}`)
            const { figure, ...rest } = draft
            yield told(document, rest, figure)
          }
        }
        for (const { figure, ...rest } of again(document, wrong, done)) yield told(document, rest, figure)
      },
    }
  },
})

/** “Mark Rutter” and “Zelenskiy” may be right: only an article that has the name itself as well is sure to have garbled it. */
function told(document: DocumentView, draft: SegmentDraft, { surname }: Figure): SegmentDraft {
  return document.source.includes(surname) ? draft : { ...draft, round: 'weak' }
}

function afterGiven(
  view: SegmentView,
  at: number,
  byGiven: ReadonlyMap<string, readonly Figure[]>,
): (SegmentDraft & { figure: Figure }) | undefined {
  const { tokens } = view
  if (!tokens.isCapitalised(at)) return undefined
  const compound = tokens.text(at + 1) === '-' && !tokens.spaceBefore(at + 1)
  const last = compound ? at + 2 : at
  const figures = byGiven.get(fold(tokens.prose.slice(tokens.start(at), tokens.end(last))))
  const from = last + 1
  if (
    figures === undefined ||
    !tokens.isCapitalised(from) ||
    !tokens.spaceBefore(from) ||
    tokens.shape(from) === Shape.upper
  )
    return undefined
  let best: { figure: Figure; score: number; end: number } | undefined
  for (const figure of figures) {
    const end = surnameEnd(tokens, from, figure.words)
    if (end === undefined) continue
    const text = fold(tokens.prose.slice(tokens.start(from), tokens.end(end - 1)))
    if (text === figure.key || isCommonWord(text)) return undefined
    const score = text.length < shortest ? 0 : stringSimilarity.compareTwoStrings(text, figure.key)
    const distance = editDistance(text, figure.key)
    const close =
      score >= alike && distance <= (figure.key.length >= 7 ? 2 : 1) && text.charAt(0) === figure.key.charAt(0)
    if (close && (best === undefined || score > best.score)) best = { figure, score, end }
  }
  if (best === undefined) return undefined
  return { view, ...draftOf(tokens, from, best.end, best.figure, 0.85), figure: best.figure }
}

/** `President Jelensky`: alike in most letters, and the bearer of the office. */
function afterTitle(
  view: SegmentView,
  at: number,
  surnames: ReadonlyMap<string, Figure>,
): (SegmentDraft & { figure: Figure }) | undefined {
  const { tokens } = view
  const next = at + 1
  if (tokens.lower(at) !== 'president' && tokens.lower(at) !== 'chancellor') return undefined
  if (!tokens.isCapitalised(next) || tokens.isCapitalised(next + 1) || tokens.shape(next) !== Shape.capital)
    return undefined
  const text = fold(tokens.text(next))
  if (text.length < 6 || surnames.has(text) || isCommonWord(text)) return undefined
  let best: { figure: Figure; score: number } | undefined
  for (const figure of surnames.values()) {
    const score = stringSimilarity.compareTwoStrings(text, figure.key)
    if (score >= almostEqual && text.endsWith(figure.key.slice(-3)) && (best === undefined || score > best.score))
      best = { figure, score }
  }
  return best === undefined
    ? undefined
    : { view, ...draftOf(tokens, next, next + 1, best.figure, 0.75), figure: best.figure }
}

function surnameEnd(tokens: Tokens, from: number, words: number): number | undefined {
  let index = from
  for (let word = 0; word < words; word++) {
    if (!tokens.isWord(index)) return undefined
    index++
    while (tokens.text(index) === '-' && !tokens.spaceBefore(index) && tokens.isWord(index + 1)) index += 2
  }
  return index
}

/** The same wrong surname elsewhere in the article, where it stands alone or after a title. */
function* again(
  document: DocumentView,
  wrong: ReadonlyMap<string, Figure>,
  done: ReadonlySet<string>,
): Generator<SegmentDraft & { figure: Figure }> {
  for (const [text, figure] of wrong) {
    for (const view of document.segments) {
      const { tokens, prose } = view
      for (let at = prose.indexOf(text); at >= 0; at = prose.indexOf(text, at + 1)) {
        const from = tokens.at(at)
        const to = tokens.at(at + text.length - 1) + 1
        if (tokens.start(from) !== at || tokens.end(to - 1) !== at + text.length || done.has(`${view.index} ${at}`))
          continue
        const before = tokens.lower(from - 1)
        if (tokens.isCapitalised(from - 1) && !titles.has(before) && !tokens.startsSentence(from - 1)) continue
        yield { view, ...draftOf(tokens, from, to, figure, 0.8), figure }
      }
    }
  }
}

function draftOf(tokens: Tokens, from: number, to: number, { surname }: Figure, confidence: number) {
  return {
    start: tokens.start(from),
    end: tokens.end(to - 1),
    expected: [surname],
    confidence,
    weight: 1,
    reason: `The person is called “${surname}”`,
  }
}

/** Letters to change, add, drop or swap with their neighbour (Damerau–Levenshtein, adjacent swaps). */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] as number) + 1)
      row.push(value)
    }
    before = last
    last = row
  }
  return last[b.length] as number
}
