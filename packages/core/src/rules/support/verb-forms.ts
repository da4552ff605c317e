import type { Language } from '../../language/language.ts'
import type { Row } from '../../language/table.ts'
import { fold } from '../../text/fold.ts'
import { inflect } from './inflection.ts'

/**
 * What the third person and the participles of the verbs of a table are in English, tense by tense: French puts a verb in
 * brackets to fit a quotation into its sentence (“il [faisait] peur”). Worked out when first asked for.
 */
export class VerbForms {
  readonly #language: Language
  #forms: Map<string, string[]> | undefined

  constructor(language: Language) {
    this.#language = language
  }

  /** The English of a form, in any case and with or without its accents; empty where it is not known. */
  of(word: string): readonly string[] {
    if (this.#forms === undefined) {
      this.#forms = new Map()
      for (const row of this.#language.table('verbs')) addForms(this.#forms, row)
    }
    return this.#forms.get(fold(word.toLowerCase())) ?? []
  }
}

function addForms(forms: Map<string, string[]>, row: Row): void {
  const { infinitive = '', english = '' } = row
  const add = (form: string, ...targets: string[]): void => {
    const key = fold(form)
    const known = forms.get(key)
    if (known === undefined) forms.set(key, targets)
    else known.push(...targets.filter((target) => !known.includes(target)))
  }
  const plain = regular(infinitive)
  const present = row.present || plain.present
  const plural = row.plural || plain.plural
  const imperfect = row.imperfect || plain.imperfect
  const future = row.future || plain.future
  const participle = row.participle || plain.participle
  const [base, third, past, pastParticiple, gerund] = tenses(english)
  add(present, third)
  if (plural !== '') add(plural, base === 'be' ? 'are' : base)
  add(`${imperfect}ait`, past)
  add(`${imperfect}aient`, base === 'be' ? 'were' : past)
  // “avant” is before.
  if (base !== 'have') add(`${imperfect}ant`, gerund)
  const will = english === 'can' ? 'will be able to' : `will ${base}`
  const would = english === 'can' ? 'could' : `would ${base}`
  for (const ending of ['a', 'ont']) add(future + ending, will)
  for (const ending of ['ait', 'aient']) add(future + ending, would)
  for (const ending of ['', 'e', 's', 'es']) add(participle + ending, pastParticiple)
}

/** Base, third person, past, participle, -ing. */
function tenses(english: string): readonly [string, string, string, string, string] {
  if (english === 'can') return ['can', 'can', 'could', 'been able to', 'being able to']
  const [base = '', third = '', past = '', participle = '', gerund = ''] = inflect(english)
  return [base, third, past, participle, gerund]
}

/** Verbs in -er, and those in -ir like finir. */
function regular(infinitive: string) {
  const stem = infinitive.slice(0, -2)
  if (infinitive.endsWith('ir')) {
    return {
      present: `${stem}it`,
      plural: `${stem}issent`,
      imperfect: `${stem}iss`,
      future: infinitive,
      participle: `${stem}i`,
    }
  }
  // mangeait, annonçait: the sound of the stem stays.
  const soft = stem.endsWith('g') ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem
  return { present: `${stem}e`, plural: `${stem}ent`, imperfect: soft, future: infinitive, participle: `${stem}é` }
}
