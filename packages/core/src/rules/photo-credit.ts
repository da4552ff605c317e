import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule, type SegmentView } from './rule.ts'

/** Agencies that stand behind the slash of a French photo credit. */
const agencies = new Set(
  'afp reuters getty sipa sipapress ap maxppp hans bestimage abaca abacapress epa dpa belga keystone ansa efe tass xinhua hanslucas pics icon iconsport presse belgaimage photopqr gamma rapho starface picture-alliance divergence agence'.split(
    ' ',
  ),
)
const longestName = 6
const longestLine = 30

/** Photo credits of the source page: `© Jane Doe / AFP`, `JANE DOE / AFP` at the end of a caption. */
export const photoCredit = defineRule({
  id: 'photo-credit',
  mqm: 'accuracy/addition',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'sure',
  mutes: ['stray-capital', 'french-dash', 'name-consistency', 'untranslated-french', 'garbled-name'],
  priority: 86,
  summary: 'A photo credit of the source page stands in the article.',
  why: 'French papers put the photographer in capitals, a slash and the agency under the picture; the robot takes the line for text.',
  examples: {
    bad: [
      {
        text: 'The minister left the room.\n\nJANE MARTIN / AFP\n\nThe vote is on Monday.',
        expected: 'The minister left the room.\n\nThe vote is on Monday.',
      },
      {
        text: 'The president during his interview on TF1, September 24, 2023. JANE MARTIN / AFP',
        expected: 'The president during his interview on TF1, September 24, 2023.',
        actual: ' JANE MARTIN / AFP',
      },
      {
        text: 'The minister makes a statement on May 21, 2022 in Paris (AFP / Jane MARTIN)',
        expected: 'The minister makes a statement on May 21, 2022 in Paris',
      },
      { text: 'Trees fell here in Morbihan. – J. Martin/20 Minutes', expected: 'Trees fell here in Morbihan.' },
      { text: 'He left.\n\nJ. Martin / 20 Minutes\n\nShe stayed.', expected: 'He left.\n\nShe stayed.' },
      { text: 'He met them on June 13. / AFP / JANE MARTIN', expected: 'He met them on June 13.' },
      { text: 'He left.\n\nPHOTO JANE MARTIN, ASSOCIATED PRESS\n\nShe stayed.', expected: 'He left.\n\nShe stayed.' },
      { text: 'He left.\n\nJane Martin via Reuters\n\nShe stayed.', expected: 'He left.\n\nShe stayed.' },
    ],
    good: [
      'In this file photo taken in May 1998 the director receives an award in Paris. (AFP/File)',
      'The agency AFP and Reuters reported it; AP/Reuters clients knew.',
      'He flew to Rome via Reuters House; the AFP/Reuters deal is dead. PHOTO FINISH IN PARIS decided it.',
      'He works for Getty and the 24/7 channel. PARIS (Reuters) / The vote passed and the minister left.',
    ],
  },
  prepare: () => ({
    triggers: { marks: ['/', '©'], words: ['via', 'photo'] },
    *check(view) {
      const { tokens, occurrences } = view
      for (const at of occurrences) {
        const draft =
          tokens.text(at) === '©'
            ? copyrightLine(view, at)
            : tokens.text(at) === '/'
              ? (slash(view, at) ?? agencyFirst(view, at))
              : wordLine(view, at)
        if (draft !== undefined) {
          yield draft
          return
        }
      }
    },
  }),
})

function slash(view: SegmentView, at: number): Draft | undefined {
  const { tokens, prose } = view
  const paper = tokens.text(at + 1) === '20' && tokens.text(at + 2) === 'Minutes'
  if (!paper && !agencies.has(tokens.lower(at + 1))) return undefined
  let end = paper ? at + 3 : at + 2
  // “AFP/Archives”, “/ SIPA PRESS”
  while (end < tokens.count && (tokens.text(end) === '/' || tokens.isCapitalised(end)) && end - at < 8) end++
  const bracketed = tokens.text(end) === ')'
  if (bracketed) end++
  if (tokens.text(end) === '.' && end === tokens.count - 1) end++
  if (end < tokens.count && prose.charAt(tokens.end(end - 1)) !== '\n') return undefined
  // “In this file photo taken in May … (AFP/File)” is the agency’s own English caption.
  if (/\bfile (?:photo|picture|image)\b/u.test(prose)) return undefined
  let from = at
  while (from > 0 && at - from < longestName && isNamePart(tokens, from - 1)) from--
  if (from === at) return undefined
  // `… in Morbihan. – J. Martin/20 Minutes`
  if (tokens.kind(from - 1) === TokenKind.dash && tokens.kind(from - 2) === TokenKind.stop) from--
  if (bracketed && tokens.text(from - 1) === '(') from--
  else if (bracketed) return undefined
  const before = from === 0 || prose.slice(tokens.end(from - 1), tokens.start(from)).includes('\n')
  const stopped = from > 0 && (tokens.kind(from - 1) === TokenKind.stop || tokens.text(from) === '(')
  if (!before && !stopped) return undefined
  return draftOf(view, from, end, before)
}

/** `REUTERS/Jane Martin`, `(AFP / Jane MARTIN)`, `(… by REUTERS / Jane Martin)` at the end of a caption. */
function agencyFirst(view: SegmentView, at: number): Draft | undefined {
  const { tokens, prose } = view
  if (!agencies.has(tokens.lower(at - 1)) || !tokens.isCapitalised(at - 1) || !tokens.isCapitalised(at + 1))
    return undefined
  let end = at + 1
  while (end < tokens.count && end - at <= longestName && isNamePart(tokens, end)) end++
  const opens = tokens.text(at - 2) === '('
  // `… and 13. / AFP / JANE MARTIN`
  const from = opens || tokens.text(at - 2) === '/' ? at - 2 : at - 1
  if (opens !== (tokens.text(end) === ')')) return undefined
  if (opens) end++
  if (/\bfile (?:photo|picture|image)\b/u.test(prose)) return undefined
  if (end < tokens.count && prose.charAt(tokens.end(end - 1)) !== '\n') return undefined
  const lineStart = from === 0 || prose.slice(tokens.end(from - 1), tokens.start(from)).includes('\n')
  if (!opens && !lineStart && tokens.kind(from - 1) !== TokenKind.stop) return undefined
  return draftOf(view, from, end, lineStart)
}

/** `Jane Martin via Reuters`, `PHOTO JANE MARTIN, ASSOCIATED PRESS`: a paragraph of its own. */
function wordLine(view: SegmentView, at: number): Draft | undefined {
  const { tokens } = view
  const { count } = tokens
  if (count > longestName + 4) return undefined
  const names = (from: number, to: number): boolean => {
    for (let index = from; index < to; index++)
      if (!isNamePart(tokens, index) && tokens.text(index) !== ',') return false
    return to > from
  }
  const via = tokens.text(at) === 'via' && at > 1 && agencies.has(tokens.lower(at + 1)) && at + 4 > count
  if (via && names(0, at) && names(at + 1, count)) return draftOf(view, 0, count, true)
  const shouted =
    tokens.text(at) === 'PHOTO' && at === 0 && tokens.shape(1) === Shape.upper && tokens.shape(2) === Shape.upper
  return shouted && names(1, count) ? draftOf(view, 0, count, true) : undefined
}

/** A part of a photographer’s name: a capitalised word, a hyphen or an initial’s dot in it. */
function isNamePart(tokens: Tokens, at: number): boolean {
  if (tokens.isCapitalised(at)) return true
  const text = tokens.text(at)
  if (text === '-' || text === '/') return true
  // The initial of a given name.
  if (text === '.' && tokens.text(at - 1).length === 1 && tokens.isCapitalised(at - 1)) return true
  return ['de', 'van', 'von', 'le', 'la', 'el', 'al', 'di', 'da', 'du'].includes(text)
}

/** `© Jane Martin/Getty Images – Caption` */
function copyrightLine(view: SegmentView, at: number): Draft | undefined {
  const { tokens, prose } = view
  const lineStart = at === 0 || prose.slice(tokens.end(at - 1), tokens.start(at)).includes('\n')
  const stopped = tokens.kind(at - 1) === TokenKind.stop
  if (!lineStart && !stopped) return undefined
  let end = at + 1
  while (end < tokens.count && end - at < longestLine && isNamePart(tokens, end)) end++
  if (end === at + 1) return undefined
  const whole = end >= tokens.count || prose.charAt(tokens.end(end - 1)) === '\n'
  const dashed = tokens.kind(end) === TokenKind.dash && tokens.spaceBefore(end)
  if (!whole && !dashed) return undefined
  if (dashed) {
    return {
      start: tokens.start(at),
      end: tokens.start(end + 1),
      expected: [''],
      confidence: 0.8,
      weight: 0.3,
      reason: 'A photo credit of the source page; remove it',
    }
  }
  return draftOf(view, at, end, lineStart)
}

function draftOf(view: SegmentView, from: number, end: number, wholeLine: boolean): Draft {
  const { tokens, prose } = view
  const all = from === 0 && end >= tokens.count
  const start = all ? 0 : wholeLine ? tokens.start(from) : tokens.end(from - 1)
  return {
    start,
    end: all ? prose.length : tokens.end(end - 1),
    expected: [''],
    ...(all ? { removesSegment: true } : {}),
    confidence: 0.85,
    weight: 0.3,
    reason: 'A photo credit of the source page; remove it',
  }
}
