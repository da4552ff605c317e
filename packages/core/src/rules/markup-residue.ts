import { type Draft, defineRule } from './rule.ts'

const tags =
  /<\/?(?:p|br|div|span|a|b|i|em|strong|h[1-6]|ul|ol|li|img|figure|figcaption|blockquote|iframe|script|style)(?:\s[^<>]{0,300})?\/?>/giu
const shortcodes =
  /\[(?:caption|embed|gallery|video|audio|shortcode|vc_[a-z_]+|et_pb_[a-z_]+|youtube|twitter)\s[^\][]{0,300}\]|\[\/(?:caption|embed|gallery|video|audio|shortcode)\]/giu
const placeholders = /\{\{[^{}]{1,60}\}\}|\{%[^{}]{1,60}%\}|\b(?:lorem ipsum|undefined undefined)\b/giu

const markupSign = /[<[{]|lorem|undefined/iu
const reference = /(?:#[\dx][\da-f]{1,4}|[a-z]{3,6});/iu
/** A character reference that lost its ampersand: `who #39;had`. */
const references =
  /(?<![&\p{L}\p{N}])#(?:x[\da-f]{2,4}|\d{2,4});|(?<![&\p{L}\p{N}])(?:nbsp|amp|quot|apos|[lr]squo|[lr]dquo|hellip|eacute|egrave|agrave|ccedil);/giu
const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  apos: '’',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
}

function characterOf(reference: string): string {
  const name = reference.slice(0, -1).toLowerCase()
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return name.startsWith('#') ? (code === 39 ? '’' : String.fromCodePoint(code)) : (named[name] ?? '')
}

/** Tags, shortcodes and placeholders of the page in the text. */
export const markupResidue = defineRule({
  id: 'markup-residue',
  mqm: 'design-and-markup/markup-tag',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'sure',
  priority: 86,
  mutes: ['punctuation-spacing', 'glued-words'],
  summary: 'A tag, a shortcode or a placeholder of the page stands in the text.',
  why: 'The robot took the source of the page, not what it shows.',
  examples: {
    bad: [
      { text: 'The minister left.</p>', expected: 'The minister left.' },
      { text: 'It was the mayor who #39;had decided.', expected: 'It was the mayor who ’had decided.', actual: '#39;' },
      { text: '[caption id="attachment_1" width="300"]The bridge[/caption]', expected: 'The bridge' },
    ],
    good: ['It is < 5 and > 3, he [the caption writer] said.', 'He wrote {a} and i<b in his notes, for example.'],
  },
  prepare: () => ({
    triggers: { marks: ['<', '[', '{', ';', '#'], words: ['lorem', 'undefined'] },
    check({ prose }, { format }) {
      const drafts: Draft[] = []
      // HTML as a publishing system stores it has shortcodes; the page that it makes of it has none.
      const patterns = format === 'html' ? [tags, placeholders] : [tags, shortcodes, placeholders]
      for (const pattern of markupSign.test(prose) ? patterns : []) {
        for (const match of prose.matchAll(pattern)) {
          drafts.push({
            start: match.index,
            end: match.index + match[0].length,
            expected: [''],
            confidence: 0.93,
            weight: 0.3,
            reason: `“${match[0].slice(0, 30)}” is markup of the page; remove it`,
          })
        }
      }
      if (!reference.test(prose)) return drafts
      for (const match of prose.matchAll(references)) {
        const expected = characterOf(match[0])
        drafts.push({
          start: match.index,
          end: match.index + match[0].length,
          expected: [expected],
          confidence: 0.9,
          weight: 0.3,
          reason: `“${match[0]}” is a character reference without its ampersand: “${expected}”`,
        })
      }
      return drafts
    },
  }),
})
