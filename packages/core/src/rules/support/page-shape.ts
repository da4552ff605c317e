import { TokenKind, type Tokens } from '../../text/tokens.ts'
import type { SegmentView } from '../rule.ts'

/** Lines that are longer may be prose or a headline. */
const longestLine = 12
const longestHeadLine = 4
const longestByline = 9
const longestLink = 30
/** A paragraph of so many tokens that ends its sentence is the article itself. */
const shortestProse = 14

const agencies = new Set(['afp', 'reuters', 'ap', 'agencies', 'dpa', 'belga', 'agence france-presse'])
const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)'
const clock = String.raw`\d{1,2}(?:[:h.]\d{2}|h)?(?: ?[ap]\.?m\.?)?`
const day = `(?:${months}\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? ${months}\\.?)(?:,? \\d{4})`
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?'
const stamp = new RegExp(
  `^(?:AFP,? )?(?:(?:on|the|last|created|updated|update|posted|published|modified|at|to):? )*(?:${clock}(?: (?:on|the))?,? )?${weekday}${day}(?:,? (?:at|to|-|–|to|,)? ?${clock})?[.,]?$`,
  'iu',
)
const slashed = /^\d{1,2}\/\d{1,2}\/\d{4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?$/iu
const isoStamp = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/u

/** `2023-06-27 11:47:16 AA / Nice / Jane Martin`: the line that an agency puts above its copy. */
const agencyStamp = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})? [A-Z]{2,5}(?: ?\/ ?[\p{L} .’'-]{2,40}){0,3}$/u

/** `2022-09-18T19:31:45.524Z`, `7:17 p.m., June 12, 2023`: nothing but the time at which the page was made. */
export function isTimeStamp(line: string): boolean {
  const text = line.trim()
  return (
    text.length < 80 &&
    /\d{4}/u.test(text) &&
    (isoStamp.test(text) || agencyStamp.test(text) || slashed.test(text) || stamp.test(text))
  )
}

/** `Jane Martin, with AFP`, `The World Africa with AFP`: whose copy it was. */
export function isByline({ tokens }: SegmentView): boolean {
  const { count } = tokens
  if (count < 3 || count > longestByline || !agencies.has(tokens.lower(count - 1))) return false
  if (tokens.lower(count - 2) !== 'with' || !tokens.isCapitalised(0)) return false
  // “The World with AFP” is the name of a paper, to be put right.
  if (count === 4 && tokens.text(0) === 'The') return false
  for (let at = 1; at < count - 2; at++) {
    const small = tokens.isWord(at) && !tokens.isCapitalised(at) && !['and', 'of', 'de', 'in'].includes(tokens.text(at))
    if (small || tokens.kind(at) === TokenKind.stop) return false
  }
  return true
}

/** `Read Jane Martin’s analysis: What is left of the reform`: a call to the reader with a title behind its colon. */
export function isCall({ tokens }: SegmentView): boolean {
  const { count } = tokens
  if (count > longestLink || !calls.has(tokens.text(0)) || tokens.text(count - 1) === '.') return false
  for (let at = 2; at < Math.min(count - 2, longestCall); at++) {
    if (tokens.kind(at) === TokenKind.stop) return false
    if (tokens.text(at) === ':') return tokens.isCapitalised(at + 1) || tokens.kind(at + 1) === TokenKind.quote
  }
  return false
}

/** `>> Pension reform: behind the scenes`: a link to another article with the arrow of the page. */
export function isArrowLink({ tokens, prose }: SegmentView): boolean {
  // “>> THE MAYOR: Good evening.” is a transcript.
  return (
    tokens.count <= longestLink &&
    /^(?:>{1,3}|»|›+|[→►▶➡⏩👉]\uFE0F?) ?["“]?(?!\p{Lu}[\p{Lu} .’'-]*:)[\p{Lu}\d][^\n]*[^.\n]$/u.test(prose)
  )
}

const labels =
  'VIDEOS?|PICTURES|IN PICTURES|IN IMAGES|IN VIDEO|IMAGES|PHOTOS?|MAPS?|INFOGRAPHICS?|GRAPHICS?|INTERVIEW|MAINTENANCE|TESTIMON(?:Y|IES|IALS?)|LIVE|DIRECT|DECRYPTION|DECODING|INVESTIGATION|SURVEY|REPORT|REPORTAGE|ANALYSIS|EXCLUSIVE|EXPLANATIONS?|PODCAST|QUIZ|POLL|TRUE OR FALSE|PORTRAIT|RECAP|REPLAY|TRIBUNE|READ|SEE|WATCH|LISTEN'
const labelled = new RegExp(`^(?:${labels})(?:\\s?[.:–—|-])\\s["“]?[\\p{Lu}\\d][^\\n]*$`, 'u')

/** `VIDEO. Fire in Marseille`, `INTERVIEW - “We are ready”`: a link to another article with its kind before it. */
export function isLabelledLink({ tokens, prose }: SegmentView): boolean {
  if (tokens.count > longestLink || !labelled.test(prose)) return false
  // One title and no more: an article that begins so goes on with sentences.
  const title = prose.replace(/^[^.:–—|-]*[.:–—|-]\s/u, '')
  return !/[.!?…]["”]?\s\p{Lu}/u.test(title) && !title.endsWith('.')
}

/** `Read alsoSuspicions of fraud`: the label of a link, and its title glued to it. */
export function isGluedLink({ prose }: SegmentView): boolean {
  return prose.length < 250 && /^(?:To )?(?:Read|See|Watch|Listen|read|see) ?(?:also|too)[\p{Lu}“"]/u.test(prose)
}

const pageVerbs = new Set(
  'consult discover download find follow get join listen read receive see share subscribe watch'.split(' '),
)
/** Verbs that only a page says to its readers. */
const onlyPages = new Set('activate relive replay unlock'.split(' '))
const pageWords = new Set(
  'alerts app application edition live newsletter notifications offers our page podcast replay results show subscription videos your'.split(
    ' ',
  ),
)

/** `Find all the results of the elections in your city`, `Relive the match`: what the page tells its readers to do. */
export function isPageCall({ tokens }: SegmentView): boolean {
  const { count } = tokens
  if (count < 2 || count > longestLink || /^[.?]$/u.test(tokens.text(count - 1)) || !tokens.isCapitalised(0))
    return false
  if (onlyPages.has(tokens.lower(0))) return true
  if (!pageVerbs.has(tokens.lower(0))) return false
  for (let at = 1; at < count; at++) if (pageWords.has(tokens.lower(at))) return true
  return false
}

/** `© 2023 AFP`, a bare address. */
export function isNotice({ prose }: SegmentView): boolean {
  return /^(?:(?:©|\(c\)|Copyright) [^.\n]{2,60}|https?:\/\/\S+)$/iu.test(prose)
}

/** `By Jane Martin - j.martin@paper.example` */
export function isAddressed({ tokens, prose }: SegmentView): boolean {
  return tokens.count <= longestByline && /^By \p{Lu}[^.\n]{2,60}\S+@\S+\.\w+$/u.test(prose)
}

/** `Home » today » News » The headline`: the path to the page, up to its last sign. Length of it in code units; 0 where there is none. */
export function breadcrumb(prose: string): number {
  const path = /^(?:[\p{L}\d ’'-]{2,30} [»>›] ){2,6}/u.exec(prose)
  return path === null ? 0 : path[0].length
}

/** `— Jane Martin (@jmartin) October 16, 2022`: the signature of an embedded message. */
export function isMessageSignature(line: string): boolean {
  return line.length < 120 && /^[—–-] .{2,60} \(@\w+\) /u.test(line) && /\d{4}$/u.test(line)
}

/** `J. Martin, A. Dupont – France 3`, behind “Article written by”: nothing but names. */
function isListOfNames({ tokens, prose }: SegmentView): boolean {
  const { count } = tokens
  if (count < 2 || count > longestNames || prose.includes('\n')) return false
  for (let at = 0; at < count; at++) {
    const kind = tokens.kind(at)
    if (
      kind === TokenKind.word &&
      !tokens.isCapitalised(at) &&
      !['de', 'and', 'with', 'le', 'la'].includes(tokens.text(at))
    )
      return false
    // The stop of an initial is no end of a sentence.
    if (kind === TokenKind.stop && tokens.text(at - 1).length > 1) return false
    if (kind === TokenKind.quote) return false
  }
  return true
}

/** `by time news`: the robot’s own byline, small as no English one is. */
export function isRobotByline({ tokens }: SegmentView): boolean {
  const { count } = tokens
  return tokens.text(0) === 'by' && count >= 2 && count <= 4 && tokens.kinds.every((kind) => kind === TokenKind.word)
}

const longestNames = 40

const calls = new Set(['Read', 'Watch', 'Listen', 'See', 'Find', 'Discover'])
const longestCall = 10

/** Does a sentence end here? Closing marks may stand behind its stop. */
function endsSentence(tokens: Tokens): boolean {
  let last = tokens.count - 1
  while (last > 0 && (tokens.kind(last) === TokenKind.quote || tokens.kind(last) === TokenKind.bracket)) last--
  return '.!?…'.includes(tokens.text(last)) || tokens.text(last) === ':'
}

function isProse({ tokens, segment }: SegmentView): boolean {
  return segment.kind !== 'heading' && tokens.count >= shortestProse && endsSentence(tokens)
}

function isShortLine({ tokens, prose }: SegmentView, longest: number): boolean {
  return tokens.count > 0 && tokens.count <= longest && !endsSentence(tokens) && !prose.includes('\n')
}

/**
 * What stands with known furniture before the article or behind it: the short lines behind the last paragraph of prose,
 * once one of them is furniture, and the shortest lines beside it above the first one.
 */
export function* besideFurniture(
  segments: readonly SegmentView[],
  isKnown: (view: SegmentView) => boolean,
): Generator<SegmentView> {
  const prose = segments.map(isProse)
  const first = prose.indexOf(true)
  const last = prose.lastIndexOf(true)
  if (first < 0) return
  let known = false
  for (const view of segments.slice(last + 1)) {
    if (isKnown(view)) known = true
    else if (!known) continue
    else if (isShortLine(view, longestLine)) yield view
    else return
  }
  const found = new Set<SegmentView>()
  const counts = (view: SegmentView | undefined): boolean => view !== undefined && (isKnown(view) || found.has(view))
  for (let index = 1; index < first; index++) {
    const view = segments[index] as SegmentView
    if (isKnown(view)) continue
    const before = index > 1 ? segments[index - 1] : undefined
    const byline = before !== undefined && /\bby$/u.test(before.prose) && counts(before) && isListOfNames(view)
    const beside = isShortLine(view, longestHeadLine) && (counts(before) || counts(segments[index + 1]))
    if (!byline && !beside) continue
    found.add(view)
    yield view
  }
}

/** Headlines of other articles, above the list of subjects that ends the page: no full stop, no more than three. */
export function* linksAbove(segments: readonly SegmentView[], tags: readonly SegmentView[]): Generator<SegmentView> {
  const from = tags[0]?.index ?? 0
  for (let index = from - 1; index > 0 && index >= from - 3; index--) {
    const view = segments[index] as SegmentView
    if (view.tokens.count > longestLink || view.tokens.count < 4 || endsSentence(view.tokens)) return
    yield view
  }
}

const pointers =
  /^(?:(?:to )?(?:read|see|watch|listen|discover)|also (?:read|see)|all the (?:info|news)|on the same|related|in the same)\b/iu

/** The title of the other article, in the paragraph behind a lone `Read also`. */
export function* linksBelow(
  segments: readonly SegmentView[],
  isKnown: (view: SegmentView) => boolean,
): Generator<SegmentView> {
  for (const view of segments) {
    const next = segments[view.index + 1]
    if (next === undefined || view.tokens.count > 6 || !isKnown(view) || !pointers.test(view.prose.trim())) continue
    const stop = next.tokens.text(next.tokens.count - 1)
    if (
      next.tokens.count <= longestLink &&
      next.tokens.count > 2 &&
      stop !== '.' &&
      stop !== ':' &&
      !next.prose.includes('\n')
    )
      yield next
  }
}
