import type { Sentence } from '../bilingual/aligned-source.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { besides, endOfSentence, isTrusted } from './support/source-places.ts'

/** What programs fill in: printf (%s, %1$d, %(name)s), ICU and Python ({name}, {0}), Mustache ({{name}}), shell (${name}). */
const placeholder = /%(?:\(\w+\)|\d+\$)?[sdifu@]|\{\{\s*[\w.]+\s*\}\}|\$?\{[\w.]*\}|%\{\w+\}/gu

/** A placeholder of the source that the translation does not have, or has changed. */
export const placeholderMismatch = defineRule({
  id: 'placeholder-mismatch',
  mqm: 'design-and-markup/markup-tag',
  severity: 'critical',
  fix: 'none',
  needs: 'source',
  round: 'sure',
  priority: 70,
  summary: 'A placeholder is not that of the source text.',
  why: 'A program that looks for a placeholder and does not find it breaks or shows nothing; the machine translates the name in it.',
  examples: {
    bad: [
      {
        text: `${besides.target} Emmanuel Macron has {number} messages in Marseille.`,
        source: `${besides.source} Emmanuel Macron a {nombre} messages à Marseille.`,
        expected: null,
        actual: '{number}',
      },
      {
        text: `${besides.target} Emmanuel Macron has many messages in Marseille.`,
        source: `${besides.source} Emmanuel Macron a %d messages à Marseille.`,
        expected: null,
        actual: 'Marseille.',
      },
    ],
    good: [
      {
        text: `${besides.target} In Marseille Emmanuel Macron has {count} messages, {{name}}.`,
        source: `${besides.source} Emmanuel Macron a {{name}} messages à Marseille, {count}.`,
      },
      'Without a source {number} is right.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned) || !/[{%]/u.test(aligned.sourceText)) return
      for (const { sourceFrom, sourceTo, targetFrom, targetTo, trust } of aligned.beads) {
        const last = aligned.target[targetTo - 1]
        if (trust < 0.5 || last === undefined) continue
        const wanted = aligned.source.slice(sourceFrom, sourceTo).flatMap(placeholdersIn)
        const given = aligned.target.slice(targetFrom, targetTo).flatMap(placeholdersIn)
        const missing = without(wanted, given)
        const strange = without(given, wanted)
        const names = missing.map(({ text }) => text).join(', ')
        for (const { sentence, text, start } of strange) {
          const view = segments[sentence.segment]
          if (view === undefined) continue
          const reason = missing.length > 0 ? `The source has ${names}` : 'The source has no such placeholder'
          const span = { start, end: start + text.length }
          yield { view, ...span, confidence: 0.9, weight: 0, expected: [], reason } satisfies SegmentDraft
        }
        const view = segments[last.segment]
        if (strange.length > 0 || missing.length === 0 || view === undefined) continue
        const reason = `${names} of the source is missing here`
        yield { view, ...endOfSentence(last), confidence: 0.9, weight: 0, expected: [], reason } satisfies SegmentDraft
      }
    },
  }),
})

interface Placeholder {
  readonly sentence: Sentence
  readonly text: string
  /** Prose offset. */
  readonly start: number
}

function placeholdersIn(sentence: Sentence): Placeholder[] {
  const offset = sentence.tokens.start(sentence.from)
  return [...sentence.text.matchAll(placeholder)]
    .filter((match) => !/\d\s?$/u.test(sentence.text.slice(0, match.index)))
    .map((match) => ({ sentence, text: match[0], start: offset + match.index }))
}

/** Those of the one list that the other has not as often. */
function without(list: readonly Placeholder[], other: readonly Placeholder[]): Placeholder[] {
  const left = other.map(({ text }) => text)
  return list.filter(({ text }) => {
    const at = left.indexOf(text)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
