import { isEnglishWord } from '../language/english-words.ts'
import { Glossary, type Translation } from '../language/glossary.ts'
import { copyCase } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { inflect } from './support/inflection.ts'
import { VerbForms } from './support/verb-forms.ts'

/** French verb endings that English does not have; -é, -ée, -és of participles. Source: Bescherelle, present and past tenses. */
const verbEndings = new Set([
  'ent',
  'aient',
  'ait',
  'ont',
  'ons',
  'ez',
  'é',
  'ée',
  'és',
  'ées',
  'èrent',
  'eront',
  'iront',
  'raient',
  'rait',
  'era',
  'ira',
  'erait',
  'eraient',
  'irait',
  'iraient',
  'issent',
])
/** Of these, those of the past. */
const pastEndings = new Set(['aient', 'ait', 'é', 'ée', 'és', 'ées', 'èrent'])
const longestInsertion = 14
const shortestWord = 3

/** French that an editor of the original put in brackets, and that the machine left as it was. */
export const bracketedSource = defineRule({
  id: 'bracketed-source',
  mqm: 'accuracy/untranslated',
  severity: 'major',
  fix: 'safe',
  needs: 'either',
  carriedOver: true,
  round: 'sure',
  mutes: ['untranslated-french', 'name-form', 'place-form', 'organisation-form', 'stray-capital'],
  priority: 80,
  summary: 'Words in editorial brackets are still French.',
  why: 'French papers mend a quotation in brackets: “il y a [cependant] une réaction”, “[ils] défend[ent]”. The machine translates the sentence around the brackets and leaves what is inside (Le Monde, Le Style du Monde).',
  examples: {
    bad: [
      { text: 'There is [cependant] a reaction.', expected: 'There is [however] a reaction.', actual: '[cependant]' },
      {
        text: 'He insisted that it “[faisait] not scare” her.',
        expected: 'He insisted that it “[did] not scare” her.',
      },
      {
        text: 'They “[soutiendraient] the text”.',
        expected: 'They “[would support] the text”.',
        actual: '[soutiendraient]',
      },
      { text: 'It said that [les Etats-Unis] would stay.', expected: 'It said that [the United States] would stay.' },
      {
        text: 'The Americans defend[ent] the principle.',
        expected: 'The Americans defend the principle.',
        actual: 'defend[ent]',
      },
      { text: 'The law was “voted [en 2017]”.', expected: 'The law was “voted [in 2017]”.', actual: '[en 2017]' },
      {
        text: 'They “pens[ent] so” and want[aient] it.',
        expected: 'They “think so” and wanted it.',
        actual: 'pens[ent]',
      },
    ],
    good: [
      'He said that [Putin] “want[s] war [sic]” and that “[t]he end […] is near” [1].',
      'They were told that [the president] and [Marine Le Pen] would come, s[he] added.',
    ],
  },
  prepare(language) {
    const french = language.words()
    const verbs = new VerbForms(language)
    const glossary = new Glossary(language, (word) => {
      // A name, or short enough to be an English abbreviation.
      if (word.length < shortestWord || word !== word.toLowerCase() || isEnglishWord(word)) return undefined
      const targets = verbs.of(word)
      return targets.length > 0 || french.has(word) ? targets : undefined
    })
    return {
      triggers: { marks: ['['] },
      *check({ tokens, occurrences }) {
        for (const open of occurrences) {
          const close = closing(tokens, open)
          if (close === undefined || close === open + 1 || tokens.prose[tokens.end(close)] === '(') continue
          const draft =
            insideWord(tokens, open, close, verbs) ??
            startOfWord(tokens, open, close, glossary) ??
            whole(tokens, open, close, glossary)
          if (draft !== undefined) yield draft
        }
      },
    }
  },
})

function closing(tokens: Tokens, open: number): number | undefined {
  for (let index = open + 1; index <= open + longestInsertion; index++) {
    if (tokens.kind(index) !== TokenKind.bracket) continue
    return tokens.text(index) === ']' ? index : undefined
  }
  return undefined
}

/** `defend[ent]`: the ending of the French verb. */
function insideWord(tokens: Tokens, open: number, close: number, verbs: VerbForms): Draft | undefined {
  if (!tokens.isWord(open - 1) || tokens.spaceBefore(open) || close !== open + 2) return undefined
  if (!verbEndings.has(tokens.lower(open + 1))) return undefined
  const stem = tokens.text(open - 1)
  const ending = tokens.lower(open + 1)
  const english = /^[A-Za-z]+$/u.test(stem)
  const whole = verbs.of(stem + ending)
  const expected =
    whole.length > 0 ? whole : english ? [pastEndings.has(ending) ? (inflect(stem)[2] as string) : stem] : []
  return {
    start: tokens.start(open - 1),
    end: tokens.end(close),
    expected,
    confidence: 0.95,
    reason: `“[${ending}]” is the ending of a French verb${expected.length > 0 ? `; write “${expected[0]}”` : ''}`,
    evidence: ['French verb ending in brackets'],
  }
}

/** `[s]has`: a French word whose first letter was in brackets, so that the rest was translated alone. */
function startOfWord(tokens: Tokens, open: number, close: number, glossary: Glossary): Draft | undefined {
  if (close !== open + 2 || !tokens.isWord(close + 1) || tokens.spaceBefore(close + 1)) return undefined
  const head = tokens.lower(open + 1)
  if (head.length > 3) return undefined
  const rest = tokens.lower(close + 1)
  const words = [head + rest, ...[...glossary.sourcesOf(rest)].map((source) => head + source)]
  const word = words.find((candidate) => glossary.isFrench(candidate))
  if (word === undefined) return undefined
  const targets = glossary.get(word)?.targets ?? []
  return {
    start: tokens.start(open),
    end: tokens.end(close + 1),
    expected: targets.map((target) => `[${copyCase(tokens.text(open + 1), target)}]`),
    confidence: 0.9,
    reason: `French “${word}”, translated without its first letter; write “${targets.join('” or “')}”`,
    evidence: [`“${rest}” is what the machine makes of the rest of “${word}”`],
  }
}

function whole(tokens: Tokens, open: number, close: number, glossary: Glossary): Draft | undefined {
  const inside = tokens.prose.slice(tokens.start(open + 1), tokens.end(close - 1))
  // “en” alone may be a prefix or a dash.
  const year = /^en (?:19|20)\d\d$/u.test(inside)
  const translation = glossary.translate(tokens, open + 1, close)
  if (translation.signs === 0 && !year) return undefined
  return {
    start: tokens.start(open),
    end: tokens.end(close),
    expected: translation.targets.map((target) => `[${withoutInversion(target)}]`),
    confidence: 0.97,
    safe: translation.exact || year,
    // “employment tribunals [conseils de prud’hommes]” inside parentheses is a gloss.
    ...(insideParentheses(tokens, open) && close > open + 2 ? { round: 'weak' as const, weight: 0.5 } : {}),
    reason: describe(inside, translation),
    evidence: [`${translation.signs || 1} French ${translation.signs > 1 ? 'words' : 'word'} in brackets`],
  }
}

/** “vont-ils” is no compound in English. */
function withoutInversion(target: string): string {
  return target.replace(/-(?:t-)?(?=(?:he|she|it|they|we|you|one)$)/u, ' ')
}

function insideParentheses(tokens: Tokens, at: number): boolean {
  for (let index = at - 1; index >= tokens.sentenceStart(at); index--) {
    if (tokens.text(index) === ')') return false
    if (tokens.text(index) === '(') return true
  }
  return false
}

function describe(inside: string, { targets }: Translation): string {
  const [best] = targets
  return best === undefined
    ? `“[${inside}]” was left in French`
    : `“[${inside}]” was left in French; the English is “${best}”`
}
