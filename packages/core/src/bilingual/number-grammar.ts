import { type Language, targetLanguage } from '../language/language.ts'
import type { Row } from '../language/table.ts'

type NumberRole =
  | 'cardinal'
  | 'ordinal'
  | 'hundred'
  | 'scale'
  | 'fraction'
  | 'vague'
  | 'month'
  | 'meridiem'
  | 'hour'
  | 'suffix'
  | 'joiner'
  | 'range'
  | 'period'
  | 'century'
  | 'decade'
  | 'origin'
  | 'oclock'
  | 'past'
  | 'zone'
  | 'ratio'
  | 'approximate'

interface NumberWord {
  readonly value: number
  readonly role: NumberRole
}

/** A unit of measure; for money, `code` instead of the factor. */
export interface Unit {
  readonly dimension: string
  /** In base units of the dimension. */
  readonly factor: number
  readonly code: string
}

/** How a language writes numbers. Words are looked up folded. */
export interface NumberGrammar {
  /** `.` or `,`: what stands before the decimals. */
  readonly decimal: '.' | ','
  readonly words: ReadonlyMap<string, NumberWord>
  readonly units: ReadonlyMap<string, Unit>
}

/** How the source language writes numbers: its tables `number-words` and `units`; decimals stand behind a comma. */
export function sourceNumbers(language: Language): NumberGrammar {
  return grammarOf(language.table('number-words'), language.table('units'), ',')
}

let english: NumberGrammar | undefined

export function englishNumbers(): NumberGrammar {
  const language = targetLanguage()
  english ??= grammarOf(language.table('number-words'), language.table('units'), '.')
  return english
}

function grammarOf(words: readonly Row[], units: readonly Row[], decimal: '.' | ','): NumberGrammar {
  return {
    decimal,
    words: new Map(
      words.map(({ word = '', value = '', role = '' }) => [word, { value: Number(value), role: role as NumberRole }]),
    ),
    units: new Map(
      units.map(({ word = '', dimension = '', factor = '' }) => [
        word,
        dimension === 'money'
          ? { dimension, factor: 1, code: factor }
          : { dimension, factor: Number(factor), code: '' },
      ]),
    ),
  }
}
