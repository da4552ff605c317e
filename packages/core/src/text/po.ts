import { readHtml } from './html.ts'
import { codesOfTags } from './inline-codes.ts'
import { MalformedError } from './malformed.ts'
import { hasTags } from './markup-sign.ts'
import { nested } from './nested.ts'
import { readPlain } from './plain.ts'
import { type Run, Segment } from './segment.ts'

const field = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?[ \t]*"/u
const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' }
const escapeSequence = /\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}|[\s\S])/uy

/**
 * The translations of a gettext file (.po), each beside its `msgid`. The header, obsolete entries and comments are no prose.
 *
 * @throws MalformedError when a line belongs to no entry
 */
export function readPo(source: string): Segment[] {
  const reader = new PoReader(source)
  let start = source.charCodeAt(0) === 0xfeff ? 1 : 0
  while (start < source.length) {
    const newline = source.indexOf('\n', start)
    const end = newline < 0 ? source.length : newline
    reader.line(start, end)
    start = end + 1
  }
  reader.endEntry()
  return reader.segments
}

class PoReader {
  readonly segments: Segment[] = []
  readonly #source: string
  #part = 0
  #field = ''
  #original = ''
  #plural = ''
  #translations: Translation[] = []
  #isStale = false

  constructor(source: string) {
    this.#source = source
  }

  line(start: number, end: number): void {
    const text = this.#source.slice(start, end).trim()
    if (text === '' || text.startsWith('#')) {
      // A comment after a translation opens the next entry.
      if (text === '' || this.#translations.length > 0) this.endEntry()
      if (/^#,.*\bfuzzy\b/u.test(text)) this.#isStale = true
      return
    }
    const from = start + this.#source.slice(start, end).indexOf(text)
    const match = field.exec(text)
    const close = from + text.length - 1
    if (match === null || close < from + match[0].length || !isClosed(this.#source, from + match[0].length, close)) {
      const problem = 'no line of a gettext file: a keyword and a text in quotation marks'
      throw new MalformedError(this.#source, from, problem, 'Mend the line, or say with --as what it is')
    }
    this.#string(match[1], from + match[0].length, close)
  }

  #string(keyword: string | undefined, start: number, end: number): void {
    if (keyword !== undefined) {
      if ((keyword === 'msgid' || keyword === 'msgctxt') && this.#translations.length > 0) this.endEntry()
      this.#field = keyword
      if (keyword.startsWith('msgstr')) this.#translations.push(new Translation(this.#source))
    } else if (this.#field === '') {
      throw new MalformedError(
        this.#source,
        start,
        'a text that belongs to no keyword',
        'Put msgid or msgstr before it',
      )
    }
    if (this.#field.startsWith('msgstr')) this.#translations.at(-1)?.add(start, end)
    else if (this.#field === 'msgid') this.#original += decoded(this.#source, start, end)
    else if (this.#field === 'msgid_plural') this.#plural += decoded(this.#source, start, end)
  }

  endEntry(): void {
    for (const [index, translation] of this.#translations.entries()) {
      if (this.#original === '') break
      const original = index > 0 && this.#plural !== '' ? this.#plural : this.#original
      const outer = translation.segment()
      this.#part++
      const codes = {
        source: codesOfTags(original, (start, end) => ({ start, end })),
        target: codesOfTags(outer.prose, (start, end) => outer.toSource(start, end)),
      }
      const marked = codes.source.length + codes.target.length > 0
      for (const inner of hasTags(outer.prose) ? readHtml(outer.prose, 'en') : readPlain(outer.prose)) {
        const known = { original, isStale: this.#isStale, part: this.#part, ...(marked ? { codes } : {}) }
        this.segments.push(nested(inner, outer).with(known))
      }
    }
    this.#translations = []
    this.#isStale = false
    this.#original = ''
    this.#plural = ''
    this.#field = ''
  }
}

/** A string that may go on over several lines. */
class Translation {
  readonly #source: string
  readonly #runs: Run[] = []
  #prose = ''
  #position = -1

  constructor(source: string) {
    this.#source = source
  }

  add(start: number, end: number): void {
    if (this.#position >= 0) this.#push('gap', '', this.#position, start)
    this.#position = end
    for (const piece of pieces(this.#source, start, end)) this.#push(piece.kind, piece.text, piece.start, piece.end)
  }

  #push(kind: Run['kind'], text: string, start: number, end: number): void {
    this.#runs.push({
      kind,
      prose: this.#prose.length,
      proseLength: text.length,
      source: start,
      sourceLength: end - start,
    })
    this.#prose += text
  }

  segment(): Segment {
    return new Segment('paragraph', this.#prose, this.#runs, undefined, { escapes: ['po'] })
  }
}

interface Piece {
  readonly kind: 'copy' | 'escape'
  readonly text: string
  readonly start: number
  readonly end: number
}

function pieces(source: string, start: number, end: number): Piece[] {
  const found: Piece[] = []
  let from = start
  const copyTo = (to: number): void => {
    if (to > from) found.push({ kind: 'copy', text: source.slice(from, to), start: from, end: to })
  }
  for (let at = source.indexOf('\\', start); at >= 0 && at < end; at = source.indexOf('\\', from)) {
    escapeSequence.lastIndex = at
    const [whole] = escapeSequence.exec(source) as RegExpExecArray
    copyTo(at)
    from = at + whole.length
    found.push({ kind: 'escape', text: unescaped(whole.slice(1)), start: at, end: from })
  }
  copyTo(end)
  return found
}

function unescaped(name: string): string {
  if (/^x./u.test(name)) return String.fromCharCode(Number.parseInt(name.slice(1), 16))
  if (/^[0-7]/u.test(name)) return String.fromCharCode(Number.parseInt(name, 8) & 255)
  return simple[name] ?? name
}

function decoded(source: string, start: number, end: number): string {
  return pieces(source, start, end)
    .map(({ text }) => text)
    .join('')
}

/** Is the quotation mark at `close` the first one that is not escaped? */
function isClosed(source: string, start: number, close: number): boolean {
  for (let at = start; at < close; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '"') return false
    if (at >= close) return false
  }
  return source[close] === '"'
}
