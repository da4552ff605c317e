import { defineRule, type SegmentDraft, type SegmentView } from './rule.ts'

/** A translation of which its file, or whoever calls, says that the source has changed since. */
export const staleTranslation = defineRule({
  id: 'stale-translation',
  mqm: 'accuracy/mistranslation',
  severity: 'major',
  fix: 'none',
  needs: 'either',
  round: 'sure',
  priority: 20,
  summary: 'The source has changed since this was translated.',
  why: 'Tools keep the old translation and mark it: gettext as fuzzy, XLIFF 1.2 with the state needs-translation, needs-adaptation or needs-l10n. Programs and pages may show it all the same. Of plain articles, whoever remembers the source that they were made from knows (`stet check --remember-source`).',
  examples: {
    bad: [
      {
        format: 'po',
        text: '#, fuzzy\n#| msgid "Le ministre arrive lundi."\nmsgid "Le ministre arrive mardi."\nmsgstr "The minister arrives on Monday."\n',
        expected: null,
        actual: 'The minister arrives on Monday.',
      },
      {
        format: 'xliff',
        text: '<xliff version="1.2"><file source-language="fr" target-language="en"><body><trans-unit id="1"><source>Le ministre arrive mardi.</source><target state="needs-adaptation">The minister arrives on Monday.</target></trans-unit></body></file></xliff>',
        expected: null,
      },
    ],
    good: [
      {
        format: 'po',
        text: 'msgid "Le ministre arrive mardi."\nmsgstr "The minister arrives on Tuesday."\n\n#, python-format\nmsgid "Bonjour"\nmsgstr "Good morning"\n',
      },
      'A fuzzy picture of the minister.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ segments, sourceChanged }) {
      const first = segments.find(({ prose }) => prose.trim() !== '')
      if (sourceChanged === true && first !== undefined) {
        yield draft(first, 'The source was changed after this was translated from it, and the translation was not')
        return
      }
      let told = -1
      for (const view of segments) {
        const { isStale, part } = view.segment
        if (!isStale || part === told || view.prose.trim() === '') continue
        told = part
        yield draft(view, 'The file says that the source has changed since this was translated')
      }
    },
  }),
})

/** The whole segment is in question. */
function draft(view: SegmentView, reason: string): SegmentDraft {
  const { prose } = view
  return {
    view,
    start: prose.length - prose.trimStart().length,
    end: prose.trimEnd().length,
    confidence: 0.9,
    weight: 0,
    expected: [],
    reason,
  }
}
