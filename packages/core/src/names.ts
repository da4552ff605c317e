import type { Checker } from './check/check.ts'
import { allHouseNames, type HouseName } from './language/house-styles.ts'
import { fold } from './text/fold.ts'

/** A line of a table that has the name, in its French or its English form. */
export interface NameRow {
  readonly table: string
  readonly source: string
  readonly target: string
  /** Language of origin, or kind of place or organisation. */
  readonly kind: string
  /** Where the line comes from. */
  readonly from: string
}

/** What Stet makes of a name in a sentence of news. */
export interface NameReading {
  readonly ruleId: string
  readonly actual: string
  readonly expected: readonly string[]
  readonly confidence: number
  readonly reason: string
  readonly evidence: readonly string[]
}

/** What Stet knows of a name. */
export interface NameAnswer {
  readonly name: string
  readonly rows: readonly NameRow[]
  readonly readings: readonly NameReading[]
  /** What houses write, where they differ. */
  readonly houses: readonly HouseName[]
  /** Its bearers, or English usage, keep the French form. */
  readonly kept: boolean
  /** It is an English word or name too, and needs a context. */
  readonly homograph: boolean
}

const tables = ['people', 'places', 'organisations', 'given-names', 'outlets', 'regnal-names', 'institutions']
const nameRules = new Set(['house-name', 'name-form', 'place-form', 'organisation-form', 'outlet-name', 'garbled-name'])

/** Looks a name up in all tables, accents and case aside, and reads it in a plain sentence. */
export function lookUpName(name: string, checker: Checker): NameAnswer {
  const { language } = checker
  const wanted = fold(name.trim())
  const rows = tables.flatMap((table) =>
    language.table(table).flatMap((row) => {
      const { source = '', target = '' } = row
      if (fold(source) !== wanted && !target.split('|').some((form) => fold(form) === wanted)) return []
      return [
        { table, source, target, kind: row['origin'] ?? row['class'] ?? row['kind'] ?? '', from: row['from'] ?? '' },
      ]
    }),
  )
  const has = (list: string): boolean => language.list(list).some((entry) => wanted.split(' ').includes(fold(entry)))
  const readings = checker
    .check(`The minister spoke of ${name.trim()} on Tuesday.`)
    .findings.filter(({ ruleId }) => nameRules.has(ruleId))
    .map(({ ruleId, actual, expected, confidence, reason, evidence }) => ({
      ruleId,
      actual,
      expected,
      confidence,
      reason,
      evidence,
    }))
  const words = [wanted, ...wanted.split(' ')]
  const houses = allHouseNames().filter(({ write, instead }) =>
    [write, ...instead].some((form) => words.includes(fold(form))),
  )
  return { name, rows, readings, houses, kept: has('kept-names'), homograph: has('homographs') }
}
