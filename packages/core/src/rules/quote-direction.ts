import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, type DraftFix, defineRule, type ProseEdit } from './rule.ts'
import { isDoubledMark, pairQuotes, type QuoteMark, signDirection } from './support/quote-pairing.ts'

const wanted = { open: '“', close: '”' } as const

/** The edit that makes one mark right: its sign, and the French space on its inner side. Undefined when it is right. */
function mend(tokens: Tokens, { token, mark, direction, turned }: QuoteMark, curly: boolean): ProseEdit | undefined {
  const start = tokens.start(token)
  const end = tokens.end(token)
  const sign = mark === '"' && !curly ? '"' : wanted[direction]
  if (direction === 'open') {
    const inner = tokens.spaceAfter(token) ? tokens.start(token + 1) : end
    const glued = token > 0 && !tokens.spaceBefore(token)
    // `in the” indifference ”`: the space stands on the wrong side.
    if (inner > end && glued && (tokens.isWord(token - 1) || turned)) return { start, end: inner, text: ` ${sign}` }
    // `the pass.”From now on`: the mark is turned, and the space before it lost.
    if (sign !== mark && glued && tokens.kind(token - 1) === TokenKind.stop)
      return { start, end: inner, text: ` ${sign}` }
    return sign === mark && inner === end ? undefined : { start, end: inner, text: sign }
  }
  const inner = tokens.spaceBefore(token) ? tokens.end(token - 1) : start
  // `We go on. “Indeed`: the space stands on the wrong side here too.
  if (inner < start && !tokens.spaceAfter(token) && tokens.isWord(token + 1))
    return { start: inner, end, text: `${sign} ` }
  return sign === mark && inner === start ? undefined : { start: inner, end, text: sign }
}

/** Marks of quotations that point the wrong way, keep a French inner space or are French themselves. */
export const quoteDirection = defineRule({
  id: 'quote-direction',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  mutes: ['quote-unpaired'],
  priority: 60,
  summary: 'A quotation mark points the wrong way, is French, or keeps the French space inside.',
  why: 'French writes « word » with spaces inside; the translator turned the marks without seeing which one opens (Imprimerie nationale, Lexique des règles typographiques).',
  examples: {
    bad: [
      {
        text: 'He spoke of “the expansion of the Alliance “, and left.',
        expected: 'He spoke of “the expansion of the Alliance”, and left.',
      },
      {
        text: 'It must use its ” influence “ on Russia.',
        expected: 'It must use its “influence” on Russia.',
        actual: '” influence “',
      },
      { text: '« Who can imagine that? » he asked.', expected: '“Who can imagine that?” he asked.' },
    ],
    good: [
      'He said “yes” and left.',
      '“I saw it in the ’90s,” he said, “and it was 5\'6" tall.”',
      'She said "no" twice.',
      'He said “yes” of <bpt i="1"--> and a name="b" of it.',
    ],
  },
  prepare: () => ({
    triggers: { marks: ['“', '”', '„', '«', '»', '"'] },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = []
      const marks = pairQuotes(tokens)
      for (const at of occurrences) if (isDoubledMark(tokens, at)) drafts.push(doubled(tokens, at))
      const curly = marks.some(({ mark }) => mark !== '"')
      const done = new Set<number>()
      for (const [index, mark] of marks.entries()) {
        if (done.has(index)) continue
        if (!curly && besideAnother(tokens, mark)) continue
        // Nothing is quoted between them: which way they point cannot be told.
        if (Math.abs((marks[mark.partner]?.token ?? -9) - mark.token) === 1) continue
        const nested = reversedInside(tokens, mark, marks[index + 1])
        if (nested !== undefined) {
          done.add(index + 1)
          drafts.push(nested)
          continue
        }
        const partner = marks[mark.partner]
        if (isOfAttribute(tokens, mark) || (partner !== undefined && isOfAttribute(tokens, partner))) continue
        const edit = mend(tokens, mark, curly)
        const partnerEdit = partner === undefined ? undefined : mend(tokens, partner, curly)
        if (partner === undefined) {
          if (edit !== undefined && mark.mark !== '"' && !isArrow(tokens, mark))
            drafts.push(single(tokens, mark, edit, false))
          continue
        }
        if (mark.direction === 'open') {
          if (edit !== undefined && partnerEdit !== undefined && partner.token - mark.token <= 8) {
            done.add(mark.partner)
            drafts.push(pair(tokens, mark, partner, edit, partnerEdit))
            continue
          }
        }
        if (edit !== undefined) drafts.push(single(tokens, mark, edit, true))
      }
      return drafts
    },
  }),
})

/** `id="1"` is code, and no speech. */
function isOfAttribute(tokens: Tokens, { token }: QuoteMark): boolean {
  return tokens.prose[tokens.start(token) - 1] === '='
}

const linkWords = new Set('more story next read reading previous archive here'.split(' '))

/** “Read more »” is a link to another page, whose mark is an arrow. */
function isArrow(tokens: Tokens, { token, mark }: QuoteMark): boolean {
  return mark === '»' && linkWords.has(tokens.lower(token - 1)) && token + 1 >= tokens.count
}

const articles = new Set('the a an their our my your his'.split(' '))
const longestInside = 8

/** `now called a” serial killer “without proof`: a quotation inside another, whose marks point outwards. */
function reversedInside(tokens: Tokens, mark: QuoteMark, next: QuoteMark | undefined): Draft | undefined {
  if (mark.direction !== 'close' || next?.direction !== 'open' || mark.mark === '"') return undefined
  const { token } = mark
  const turned =
    articles.has(tokens.lower(token - 1)) &&
    !tokens.spaceBefore(token) &&
    tokens.isWord(token + 1) &&
    next.token - token <= longestInside &&
    tokens.spaceBefore(next.token) &&
    !tokens.spaceAfter(next.token) &&
    tokens.shape(next.token + 1) === Shape.lower
  if (!turned) return undefined
  const inside = tokens.prose.slice(tokens.start(token + 1), tokens.end(next.token - 1))
  return {
    start: tokens.start(token),
    end: tokens.end(next.token),
    expected: [` ‘${inside}’ `, ` “${inside}” `],
    confidence: 0.88,
    weight: 3,
    reason: `Both marks point away from “${inside}”, which is quoted here`,
  }
}

/** `be proud!” »` */
function doubled(tokens: Tokens, at: number): Draft {
  const closes = tokens.text(at) === '»'
  return {
    start: closes ? tokens.end(at - 1) : tokens.start(at),
    end: closes ? tokens.end(at) : tokens.start(at + 1),
    expected: [''],
    confidence: 0.95,
    safe: true,
    weight: 4,
    reason: `The French mark ${tokens.text(at)} stands beside the English one; remove it`,
  }
}

/** Two straight marks side by side: which one is astray cannot be told. */
function besideAnother(tokens: Tokens, { token }: QuoteMark): boolean {
  return tokens.kind(token - 1) === TokenKind.quote || tokens.kind(token + 1) === TokenKind.quote
}

function single(tokens: Tokens, mark: QuoteMark, edit: ProseEdit, paired: boolean): Draft {
  const opens = mark.direction === 'open'
  const wrongSign = signDirection(mark.mark) !== undefined && signDirection(mark.mark) !== mark.direction
  const reason = wrongSign
    ? `The mark ${mark.mark} ${opens ? 'opens' : 'closes'} the quotation here; write ${edit.text}`
    : mark.mark === '«' || mark.mark === '»'
      ? `French quotation mark; write ${edit.text}`
      : mark.mark === '"' && edit.text !== '"'
        ? `Straight mark in a paragraph of curly ones; write ${edit.text}`
        : 'No space between a quotation mark and the words inside it'
  const straight = mark.mark === '"' && edit.text === '"'
  return {
    start: edit.start,
    end: edit.end,
    expected: [edit.text],
    confidence: mark.turned ? 0.82 : paired ? 0.96 : 0.7,
    safe: paired && !mark.turned,
    // A stray space beside a straight mark is anyone’s slip, not only the machine’s.
    ...(straight ? { round: 'weak' as const } : {}),
    reason: paired ? reason : `${reason}; its partner is missing in this paragraph`,
    weight: wrongSign || mark.mark === '«' || mark.mark === '»' ? 4 : 1,
    evidence: [paired ? `its partner stands at “${around(tokens, mark)}”` : 'no partner in this paragraph'],
  }
}

function around(tokens: Tokens, mark: QuoteMark): string {
  return tokens.prose.slice(Math.max(0, tokens.start(mark.token) - 12), tokens.end(mark.token) + 12).trim()
}

function pair(tokens: Tokens, open: QuoteMark, close: QuoteMark, first: ProseEdit, last: ProseEdit): Draft {
  const start = first.start
  const end = last.end
  const fix: DraftFix = { safe: !open.turned, edits: [first, last] }
  const text = first.text + tokens.prose.slice(first.end, last.start) + last.text
  return {
    start,
    end,
    expected: [text],
    fixes: [fix],
    confidence: open.turned ? 0.85 : 0.97,
    reason: `Both quotation marks are wrong; write ${text}`,
    weight: open.mark === '"' && close.mark === '"' ? 1 : 4,
  }
}
