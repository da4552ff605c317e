/**
 * Prints how well Stet does: on the sample article, on the annotated development articles and on clean news
 * (the last two only where that data lies beside the checkout).
 *
 *   pnpm eval            the tables
 *   pnpm eval --list     every gold span and every finding off gold besides
 *   pnpm eval --source   the checks against the source text, with and without it
 */
import { confidenceWord, createChecker, hasSafeFix } from '@stet/core'
import {
  type AnnotatedArticle,
  cleanArticles,
  corpusArticles,
  corpusClean,
  developmentArticles,
  sampleArticle,
} from './annotated.ts'
import { type ArticleScore, percent, scoreArticle } from './score.ts'
import { sourceScores } from './source.ts'

const list = process.argv.includes('--list')
if (process.argv.includes('--source')) {
  const { table, missed, alarms } = sourceScores()
  console.log(table)
  if (list) console.log(['Missed', ...missed, '', 'Off', ...alarms].join('\n'))
  process.exit()
}
const checker = createChecker()

function evaluate(articles: readonly AnnotatedArticle[]): ArticleScore[] {
  return articles.map((article) => {
    const result = checker.check(article.text)
    for (const error of result.errors) console.log(`${article.name}: rule ${error.ruleId} failed: ${error.message}`)
    return scoreArticle(article, result.findings)
  })
}

function report(title: string, scores: readonly ArticleScore[]): void {
  console.log(`\n${title}`)
  for (const tier of ['A', 'B'] as const) {
    const outcomes = scores.flatMap((score) => score.outcomes.filter(({ span }) => span.tier === tier))
    const found = outcomes.filter((outcome) => outcome.found)
    console.log(
      `  tier ${tier}: found ${found.length} of ${outcomes.length} (${percent(found.length, outcomes.length)}), exact span ${found.filter((outcome) => outcome.exact).length}, right repair ${found.filter((outcome) => outcome.repaired).length} (${percent(found.filter((outcome) => outcome.repaired).length, found.length)} of the found)`,
    )
  }
  for (const word of ['sure', 'likely', 'maybe'] as const) {
    const all = scores
      .flatMap((score) => score.findings)
      .filter((finding) => confidenceWord(finding.confidence) === word)
    const off = scores
      .flatMap((score) => score.offGold)
      .filter((finding) => confidenceWord(finding.confidence) === word)
    console.log(
      `  ${word}: ${all.length} findings, ${off.length} off gold, precision ${percent(all.length - off.length, all.length)}`,
    )
  }
  const safe = scores.flatMap((score) => score.findings.filter(hasSafeFix))
  const safeOff = scores.flatMap((score) => score.offGold.filter(hasSafeFix))
  console.log(`  safe fixes: ${safe.length}, off gold ${safeOff.length}`)
  if (list) for (const score of scores) listArticle(score)
}

function listArticle({ article, outcomes, offGold }: ArticleScore): void {
  console.log(`\n  == ${article.name}`)
  for (const { span, found, repaired, byRules } of outcomes) {
    const state = repaired ? 'repaired' : found ? 'found   ' : 'MISSED  '
    console.log(
      `  ${state} ${span.tier} ${span.type}: ${JSON.stringify(span.actual.slice(0, 70))} → ${JSON.stringify(span.expected[0]?.slice(0, 50) ?? '?')}  ${byRules.join(' ')}`,
    )
  }
  for (const finding of offGold) {
    console.log(
      `  OFF GOLD ${finding.confidence} ${finding.ruleId}: ${JSON.stringify(finding.actual.slice(0, 70))} → ${JSON.stringify(finding.expected[0] ?? '?')}`,
    )
  }
}

function byRule(scores: readonly ArticleScore[]): void {
  console.log('\nBy rule (findings, on gold)')
  const rules = new Map<string, { all: number; off: number }>()
  for (const score of scores) {
    for (const finding of score.findings) {
      const row = rules.get(finding.ruleId) ?? { all: 0, off: 0 }
      row.all++
      if (score.offGold.includes(finding)) row.off++
      rules.set(finding.ruleId, row)
    }
  }
  for (const [rule, { all, off }] of [...rules].sort((a, b) => b[1].all - a[1].all)) {
    console.log(
      `  ${rule.padEnd(26)} ${String(all).padStart(4)} ${String(all - off).padStart(4)}  ${percent(all - off, all)}`,
    )
  }
}

/** Of the findings with a confidence in a bin, how many are on gold: what the confidence promised, and what it kept. */
function reliability(scores: readonly ArticleScore[]): void {
  console.log('\nReliability (confidence, findings, on gold)')
  for (let bin = 4; bin < 10; bin++) {
    const inside = (finding: { confidence: number }) => Math.min(9, Math.floor(finding.confidence * 10)) === bin
    const all = scores.flatMap((score) => score.findings).filter(inside).length
    const off = scores.flatMap((score) => score.offGold).filter(inside).length
    if (all > 0) console.log(`  0.${bin}–  ${String(all).padStart(4)}  ${percent(all - off, all)}`)
  }
}

const sample = evaluate([sampleArticle()])
report('Sample article', sample)
const development = evaluate(developmentArticles())
if (development.length > 0) report(`Development articles (${development.length})`, development)
const corpus = evaluate(corpusArticles())
report(`Our own annotated corpus (${corpus.length})`, corpus)
byRule([...sample, ...development, ...corpus])
reliability([...sample, ...development, ...corpus])

const ownClean = corpusClean()
let ownAlarms = 0
for (const { text } of ownClean) ownAlarms += checker.check(text).findings.length
console.log(`\nOur own clean articles: ${ownClean.length}, ${ownAlarms} findings`)

const clean = cleanArticles()
if (clean.length > 0) {
  let words = 0
  let alarms = 0
  let safe = 0
  const perRule = new Map<string, number>()
  for (const { name, text } of clean) {
    const result = checker.check(text)
    words += result.words
    for (const finding of result.findings) {
      alarms++
      if (hasSafeFix(finding)) safe++
      perRule.set(finding.ruleId, (perRule.get(finding.ruleId) ?? 0) + 1)
      if (list) {
        console.log(
          `  clean ${name} ${finding.confidence} ${finding.ruleId}: ${JSON.stringify(text.slice(Math.max(0, finding.start - 30), finding.end + 30))} → ${JSON.stringify(finding.expected[0] ?? '?')}`,
        )
      }
    }
  }
  console.log(
    `\nClean news: ${clean.length} articles, ${words} words, ${alarms} findings (${((alarms / words) * 1000).toFixed(3)} in 1,000 words), ${safe} safe`,
  )
  for (const [rule, count] of [...perRule].sort((a, b) => b[1] - a[1])) console.log(`  ${rule.padEnd(26)} ${count}`)
}
