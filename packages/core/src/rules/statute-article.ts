import { Shape, TokenKind } from '../text/tokens.ts'
import { defineRule } from './rule.ts'

/** “article 49” of a law or constitution, with a small letter. */
export const statuteArticle = defineRule({
  id: 'statute-article',
  mqm: 'linguistic-conventions/spelling',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 32,
  summary: 'An article of a law has a small letter.',
  why: 'French writes “l’article 49.3”; English papers write Article 49.3 (AP Stylebook, “constitution”).',
  examples: {
    bad: [
      {
        text: 'The court struck down article 385 of the code.',
        expected: 'The court struck down Article 385 of the code.',
        actual: 'article',
      },
    ],
    good: [
      'He wrote an article in 2020 and article after article since.',
      'Article 49 of the treaty was used; the article, 300 words long, is good.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['article', 'articles'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        if (tokens.shape(at) !== Shape.lower || tokens.kind(at + 1) !== TokenKind.number || !tokens.spaceBefore(at + 1))
          continue
        const before = tokens.lower(at - 1)
        if (['an', 'this', 'that', 'his', 'her', 'their', 'our', 'first'].includes(before)) continue
        const text = tokens.text(at)
        yield {
          start: tokens.start(at),
          end: tokens.end(at),
          expected: [text.charAt(0).toUpperCase() + text.slice(1)],
          confidence: 0.72,
          weight: 0.3,
          safe: true,
          reason: 'An article of a law has a capital: “Article”',
        }
      }
    },
  }),
})
