import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type DocumentView, type Draft, defineRule } from './rule.ts'
import { bodies } from './support/bodies.ts'
import { reportingVerbs } from './support/reporting.ts'

const shortest = 8

/** A sentence that ends on a bare surname: the verb of the attribution is lost. */
export const droppedAttribution = defineRule({
  id: 'dropped-attribution',
  mqm: 'accuracy/omission',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 44,
  summary: 'A sentence ends with a bare name: its reporting verb is lost.',
  why: 'French puts verb and name last (“…, a déclaré Mme Nuland”); the machine sometimes keeps the name alone.',
  examples: {
    bad: [
      {
        text: 'The envoy Victoria Nuland spoke.\n\nChina must use its influence to dissuade Moscow from an attack, Nuland.',
        expected:
          'The envoy Victoria Nuland spoke.\n\nChina must use its influence to dissuade Moscow from an attack, Nuland said.',
        actual: ', Nuland',
      },
    ],
    good: [
      'The envoy Victoria Nuland spoke. China must use its influence to dissuade Moscow from an attack, Nuland said.',
      'Victoria Nuland spoke. The winner of this year’s long and bitter race is the envoy, Nuland. He lives in Paris, France.',
    ],
  },
  prepare: () => ({
    triggers: { marks: ['.'] },
    check({ tokens, occurrences }, document) {
      const drafts: Draft[] = []
      for (const stop of occurrences) {
        const name = stop - 1
        const comma = tokens.text(name - 1) === ',' ? name - 1 : name - 2
        if (tokens.text(comma) !== ',' || !tokens.isCapitalised(name) || tokens.spaceBefore(stop)) continue
        if (comma === name - 2 && !/^(?:Mr|Mrs|Ms|Dr)$/u.test(tokens.text(name - 1))) continue
        const start = tokens.sentenceStart(stop)
        if (
          comma - start < shortest ||
          !isProse(tokens, start, comma) ||
          bodies.has(tokens.lower(name)) ||
          hasAttribution(tokens, start, comma)
        )
          continue
        // “…, the envoy, Nuland.” names who was just spoken of.
        if (appositive(tokens, start, comma) || !isSurname(document, tokens.text(name))) continue
        const actual = tokens.prose.slice(tokens.start(comma), tokens.end(name))
        drafts.push({
          start: tokens.start(comma),
          end: tokens.end(name),
          expected: [`${actual} said`],
          confidence: 0.8,
          weight: 1.5,
          reason: 'The reporting verb is lost; who says it?',
        })
      }
      return drafts
    },
  }),
})

/** Line-ups and lists of places are mostly capitals. */
function isProse(tokens: Tokens, start: number, end: number): boolean {
  let small = 0
  for (let index = start; index < end; index++) if (tokens.isWord(index) && !tokens.isCapitalised(index)) small++
  return small > (end - start) / 2
}

function hasAttribution(tokens: Tokens, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (reportingVerbs.has(tokens.lower(index))) return true
  return false
}

const persons =
  /^(?:envoy|minister|president|leader|chief|head|winner|author|founder|captain|coach|man|woman|wife|husband|son|daughter|brother|sister|friend|colleague|successor|predecessor|rival|champion|singer|actor|director|candidate|one|and|or|like|is|was)$/u

function appositive(tokens: Tokens, start: number, comma: number): boolean {
  for (let index = Math.max(start, comma - 3); index < comma; index++)
    if (persons.test(tokens.lower(index))) return true
  return tokens.kind(comma - 1) === TokenKind.word && tokens.isCapitalised(comma - 1) && tokens.text(comma - 2) === ','
}

/** Is the word a surname in the article: does it stand after another capitalised word elsewhere? */
function isSurname(document: DocumentView, name: string): boolean {
  for (const { tokens } of document.segments) {
    if (!tokens.prose.includes(name)) continue
    for (let index = 1; index < tokens.count; index++) {
      if (
        tokens.text(index) === name &&
        tokens.isCapitalised(index - 1) &&
        !tokens.startsSentence(index - 1) &&
        tokens.spaceBefore(index)
      )
        return true
    }
  }
  return false
}
