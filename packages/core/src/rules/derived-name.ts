import type { Row } from '../language/table.ts'
import { fold } from '../text/fold.ts'
import { PhraseMatcher } from '../text/phrase-matcher.ts'
import { type Draft, defineRule } from './rule.ts'

interface Derived {
  readonly expected: readonly string[]
  /** Is it French, and no half-English form? */
  readonly french: boolean
}

/** `poutinien`, `macroniste`, `moscovite`: words that French makes of names, left or half translated. */
export const derivedName = defineRule({
  id: 'derived-name',
  mqm: 'accuracy/untranslated',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 47,
  mutes: ['untranslated-french', 'calque', 'stray-capital'],
  summary: 'A French word made of a name.',
  why: 'French makes adjectives of the names of politicians, cities and organisations (poutinien, sarkozyste, moscovite, onusien: Grevisse, Le Bon Usage, on derivation by suffix). English puts the name itself before the noun: the Putin regime, a UN report.',
  examples: {
    bad: [
      {
        text: 'The poutinien regime and the onusien report.',
        expected: 'The Putin regime and the UN report.',
      },
      { text: 'He led the sarkozyste right.', expected: 'He led the pro-Sarkozy right.', actual: 'sarkozyste' },
      { text: 'The Poutinian system will not last.', expected: 'The Putin system will not last.' },
    ],
    good: [
      'The Putin regime, a UN report, Macronist MPs and Trumpian tweets; Muscovites and Parisians.',
      'He reads Le Parisien and L’Est Parisien, and plays for the Milanais.',
    ],
  },
  prepare(language, vocabulary) {
    const matcher = new PhraseMatcher<Derived>(vocabulary)
    for (const row of language.table('derived-names')) {
      for (const [form, expected] of formsOf(row)) matcher.add(form, { expected, french: true })
      for (const form of new Set([...(row.half ?? '').split(' ').filter(Boolean), ...halfForms(row)])) {
        const expected = form.endsWith('ist') ? supporters(row.name ?? '') : [row.name ?? '']
        matcher.add(form, { expected, french: false })
        matcher.add(`${form}s`, { expected: [`${row.name} supporters`], french: false })
      }
    }
    return {
      triggers: { phrases: matcher },
      check({ tokens }) {
        const drafts: Draft[] = []
        for (const { start, end, values } of matcher.hits(tokens)) {
          const [value] = values
          if (value === undefined) continue
          const { expected, french } = value
          // A capital makes it a name: Le Parisien, the Milanais.
          if (french && tokens.isCapitalised(start) && !tokens.startsSentence(start)) continue
          drafts.push({
            start: tokens.start(start),
            end: tokens.end(end - 1),
            expected,
            confidence: french ? 0.85 : 0.6,
            weight: french ? 1.5 : 0.3,
            reason: `“${tokens.prose.slice(tokens.start(start), tokens.end(end - 1))}” is French; English says “${expected[0]}”`,
          })
        }
        return drafts
      },
    }
  },
})

/** `loukachenkist`: half translated; of a name that French and English write alike it may be English. */
function halfForms({ stem = '', name = '', kind }: Row): readonly string[] {
  const plain = fold(stem)
  const alike = fold(name).replaceAll(' ', '').startsWith(plain.replace(/qu$/u, 'c'))
  if (kind !== 'person' || alike) return []
  return ['ian', 'ist'].map((ending) => plain.charAt(0).toUpperCase() + plain.slice(1) + ending)
}

function supporters(name: string): readonly string[] {
  return [`pro-${name}`, `${name} supporter`]
}

/** The French forms, each with what English says. */
function* formsOf({ stem = '', name = '', kind }: Row): Generator<readonly [string, readonly string[]]> {
  if (kind === 'person') {
    yield [`${stem}iste`, supporters(name)]
    yield [`${stem}istes`, [`${name} supporters`, `pro-${name}`]]
    for (const ending of ['ien', 'ienne', 'iens', 'iennes']) yield [stem + ending, [name, `${name}’s`]]
    // sarkozyste, and the soft stem of macronisme.
    if (stem.endsWith('y')) yield [`${stem}ste`, supporters(name)]
    if (stem.endsWith('y')) yield [`${stem}stes`, [`${name} supporters`, `pro-${name}`]]
    return
  }
  for (const form of adjective(stem)) yield [form, [name]]
}

function adjective(masculine: string): readonly string[] {
  if (masculine.endsWith('s')) return [masculine, `${masculine}e`, `${masculine}es`]
  if (masculine.endsWith('ien')) return [masculine, `${masculine}s`, `${masculine}ne`, `${masculine}nes`]
  if (masculine.endsWith('éen')) return [masculine, `${masculine}s`, `${masculine}ne`, `${masculine}nes`]
  if (masculine.endsWith('e')) return [masculine, `${masculine}s`]
  return [masculine, `${masculine}s`, `${masculine}e`, `${masculine}es`]
}
