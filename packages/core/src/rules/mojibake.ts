import { Shape, TokenKind } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Bytes of UTF-8 that were read as Windows-1252. The lead characters that French letters and typographic marks give. */
const garbled = /(?:Ã[\u0080-\u00bf\u0152-\u2122]|â€[\u0080-\u00bf\u0152-\u2122]?|Â[\u00a0-\u00bf])/gu
/** What French copy has outside ASCII. */
const french = /^[àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔŒ«»“”‘’…–—\u00a0]$/u
const reference =
  /&(?:nbsp|amp|quot|lt|gt|laquo|raquo|rsquo|lsquo|ldquo|rdquo|eacute|egrave|agrave|ccedil|hellip|ndash|mdash|#\d{2,5});/gu
const references: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  laquo: '“',
  raquo: '”',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  hellip: '…',
  ndash: '–',
  mdash: '—',
}
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** Words that a drop capital of the web page is doubled in front of. */
const starters = new Set(
  'who what when where why how the this that these it he she we they in on at for if as is are'.split(' '),
)

/** Characters broken by a wrong encoding, and a letter doubled by a drop capital. */
export const mojibake = defineRule({
  id: 'mojibake',
  mqm: 'linguistic-conventions/character-encoding',
  severity: 'major',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 85,
  mutes: ['glued-words', 'untranslated-french', 'punctuation-spacing'],
  summary:
    'Characters were broken on the way: bytes read in the wrong encoding, references left in the text, a doubled capital.',
  why: 'é in UTF-8 is two bytes that Windows-1252 reads as “Ã©”; pages with drop capitals give the first letter twice.',
  examples: {
    bad: [
      { text: 'The cafÃ© was closed, he saidâ€¦', expected: 'The café was closed, he said…' },
      { text: 'Black &amp; white &#8217;til noon.', expected: 'Black & white ’til noon.' },
      { text: 'QWho can imagine it?', expected: 'Who can imagine it?', actual: 'QWho' },
    ],
    good: ['AT&T; and the café in São Paulo, Ângela said.', 'QWERTY keyboards, UMass, JPMorgan and eBay.'],
  },
  prepare: () => ({
    triggers: { every: true },
    check({ prose, tokens }) {
      const drafts: Draft[] = []
      if (/[Ãâ\ufffdÂ]/u.test(prose)) {
        for (const match of prose.matchAll(garbled)) {
          const repaired = decode(match[0])
          drafts.push({
            start: match.index,
            end: match.index + match[0].length,
            expected: repaired === undefined ? [] : [repaired],
            confidence: 0.96,
            safe: repaired !== undefined,
            // A broken pound sign says that the copy is broken, not that it was French.
            ...(repaired !== undefined && french.test(repaired)
              ? { weight: 0.5 }
              : { round: 'weak', weight: 0.1, confidence: 0.65 }),
            reason: repaired === undefined ? 'Broken characters' : `Broken character; it was “${repaired}”`,
          })
        }
        for (let at = prose.indexOf('\ufffd'); at >= 0; at = prose.indexOf('\ufffd', at + 1)) {
          drafts.push({
            start: at,
            end: at + 1,
            expected: [],
            confidence: 0.95,
            weight: 0.5,
            reason: 'A character was lost here',
          })
        }
      }
      if (prose.includes('&')) {
        for (const match of prose.matchAll(reference)) {
          const name = match[0].slice(1, -1)
          const text = references[name] ?? String.fromCodePoint(Number(name.slice(1)))
          drafts.push({
            start: match.index,
            end: match.index + match[0].length,
            expected: [text],
            confidence: 0.95,
            safe: true,
            // Broken copy is no sign of French, French marks are.
            ...(/[«»“”‘’…–—\u00a0]/u.test(text) || name === 'nbsp'
              ? { weight: 0.5 }
              : { round: 'weak' as const, weight: 0.1, confidence: 0.65 }),
            reason: `A character reference was left in the text; it stands for “${text}”`,
          })
        }
      }
      for (let at = 0; at < tokens.count; at++) {
        if (tokens.shapes[at] !== Shape.mixed || tokens.kinds[at] !== TokenKind.word) continue
        const word = tokens.text(at)
        const rest = word.slice(1)
        if (!/^\p{Lu}\p{Lu}\p{Ll}+$/u.test(word) || !starters.has(rest.toLowerCase()) || rest === 'As' || rest === 'Is')
          continue
        drafts.push({
          start: tokens.start(at),
          end: tokens.end(at),
          expected: [rest],
          confidence: 0.92,
          safe: true,
          weight: 1,
          reason: `A drop capital was left in front of “${rest}”`,
        })
      }
      return drafts
    },
  }),
})

function decode(text: string): string | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    const byte = code < 256 ? code : 0x80 + windows1252.indexOf(character)
    if (byte < 0x80) return undefined
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return undefined
  }
}
