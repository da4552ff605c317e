import { readdirSync, readFileSync } from 'node:fs'
import type { Checker, Finding } from '@stet/core'
import { readCriticMarkup } from './critic-markup.ts'

/** What a check against the source is measured by. */
export const categories = [
  'number',
  'name',
  'omission',
  'addition',
  'untranslated',
  'negation',
  'quotation',
  'link',
] as const
export type Category = (typeof categories)[number]

/** Which rules find what: also those that need no source. */
const categoryOfRule: Readonly<Record<string, Category>> = {
  'number-mismatch': 'number',
  'missing-number': 'number',
  'name-mismatch': 'name',
  'missing-name': 'name',
  'name-form': 'name',
  'place-form': 'name',
  'organisation-form': 'name',
  'garbled-name': 'name',
  'missing-sentence': 'omission',
  'added-sentence': 'addition',
  'copied-stretch': 'untranslated',
  'untranslated-french': 'untranslated',
  'bracketed-source': 'untranslated',
  'negation-mismatch': 'negation',
  'speaker-mismatch': 'quotation',
  'missing-quotation': 'quotation',
  'link-mismatch': 'link',
  'placeholder-mismatch': 'link',
  'inline-code-mismatch': 'link',
}

interface Fault {
  readonly start: number
  readonly end: number
  readonly category: Category
}

export interface BilingualArticle {
  readonly name: string
  readonly source: string
  readonly text: string
  readonly faults: readonly Fault[]
}

const folder = new URL('../corpus/bilingual/', import.meta.url)

/** Our own pairs: a French article and its translation, with the faults that were put into it or left by its translator. */
export function bilingualArticles(): BilingualArticle[] {
  return pairs().map(({ name, source, annotation: { text, spans } }) => {
    const faults = spans.map(({ start, end, type }) => ({ start, end, category: type as Category }))
    return { name, source, text, faults }
  })
}

/** The same pairs with every fault repaired: nothing is to be found in them. */
export function faultlessPairs(): BilingualArticle[] {
  return pairs().map(({ name, source, annotation }) => ({ name, source, text: annotation.gold, faults: [] }))
}

function pairs() {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.en.md'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.en.md'.length),
      source: readFileSync(new URL(file.replace('.en.md', '.fr.md'), folder), 'utf8'),
      annotation: readCriticMarkup(readFileSync(new URL(file, folder), 'utf8'), `test/corpus/bilingual/${file}`),
    }))
}

interface Count {
  faults: number
  found: number
  findings: number
  /** Findings that touch no fault. */
  off: number
}

export interface Measured {
  readonly counts: Readonly<Record<Category, Count>>
  readonly missed: readonly string[]
  readonly alarms: readonly string[]
}

/** How far from a fault a finding may stand: a gap has no place of its own. UTF-16 code units. */
const reach = 60

/**
 * Runs the checker over the articles and counts, for each category: faults, those found by a rule of the category, and
 * findings that touch no fault at all.
 */
export function measure(articles: readonly BilingualArticle[], checker: Checker, withSource: boolean): Measured {
  const counts = Object.fromEntries(
    categories.map((category) => [category, { faults: 0, found: 0, findings: 0, off: 0 }]),
  ) as unknown as Record<Category, Count>
  const missed: string[] = []
  const alarms: string[] = []
  for (const { name, source, text, faults } of articles) {
    const result = checker.check(text, { format: 'markdown', ...(withSource ? { source } : {}) })
    if (result.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(result.errors)}`)
    const findings = result.findings.flatMap((finding) => {
      const category = categoryOfRule[finding.ruleId]
      return category === undefined ? [] : [{ category, finding }]
    })
    for (const fault of faults) {
      const count = counts[fault.category]
      count.faults++
      if (findings.some(({ category, finding }) => isOf(fault, category) && near(fault, finding))) count.found++
      else missed.push(`${name} ${fault.category}: ${around(text, fault)}`)
    }
    for (const { category, finding } of findings) {
      counts[category].findings++
      if (faults.some((fault) => near(fault, finding))) continue
      counts[category].off++
      alarms.push(`${name} ${finding.confidence} ${finding.ruleId}: ${around(text, finding)} (${finding.reason})`)
    }
  }
  return { counts, missed, alarms }
}

/** A name that is another one may be that of a speaker. */
function isOf(fault: Fault, category: Category): boolean {
  return category === fault.category || (fault.category === 'name' && category === 'quotation')
}

function near(fault: Fault, finding: Finding): boolean {
  return finding.start <= fault.end + reach && fault.start <= finding.end + reach
}

function around(text: string, { start, end }: { start: number; end: number }): string {
  return JSON.stringify(
    `${text.slice(Math.max(0, start - 40), start)}⟦${text.slice(start, end).slice(0, 80)}⟧${text.slice(end, end + 30)}`,
  )
}
