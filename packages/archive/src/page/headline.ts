import type { Summary } from '../results/summary.ts'
import { type Html, html } from './html.ts'
import { count, counted, interval, numeral, oneIn, percent, periodName, rate, sentence } from './in-words.ts'

/** The report in one sentence. */
export function headline({ articles, affected, clean }: Summary): string {
  if (articles === 0) return 'No article was checked'
  if (affected === 0) {
    return clean === articles ? 'Nothing was found in any article' : 'No article has a serious fault'
  }
  const share = oneIn(affected, articles)
  const plural = !/^one in/u.test(share)
  if (share === 'every one') return 'Every article has a fault that a reader would stumble over'
  if (share === 'nearly every one') return 'Nearly every article has a fault that a reader would stumble over'
  return `${sentence(share)} articles ${plural ? 'have' : 'has'} a fault that a reader would stumble over`
}

/** What was looked at, and when. */
export function standfirst({ articles, errors, words, findings, expectedRight, trend, dimensions }: Summary): Html {
  const [first, last] = [trend.points[0], trend.points.at(-1)]
  const name = (period: string) => periodName(period, trend.granularity === 'day' ? 'day' : 'month')
  const when =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? ` of ${periodName(first.period, trend.granularity)}`
        : ` from ${name(first.period)} to ${name(last.period)}`
  const outlets = dimensions.outlet.length > 1 ? `, ${numeral(dimensions.outlet.length)} outlets` : ''
  return html`Stet read ${counted(articles, 'article')}${when}${outlets}: ${counted(words, 'word')} of news, translated from
French. It marks ${counted(findings, 'place')} where the machine shows through; by its own measured confidence an editor would agree
with about ${count(expectedRight)} of them.${
    errors > 0 &&
    html` <a href="#failures">${counted(errors, 'article')}</a> could not be checked, or not by every rule.`
  }`
}

/** Four numbers, in words. */
export function facts(summary: Summary): Html {
  const { articles, affected, clean, safe, findings, severities } = summary
  const serious = (severities['critical'] ?? 0) + (severities['major'] ?? 0)
  const fact = (figure: string, text: string) => html`<div><dt>${text}</dt><dd>${figure}</dd></div>`
  return html`<dl class="facts">
${fact(sentence(oneIn(affected, articles)), `articles with at least one serious fault, MQM major or critical: ${count(affected)} of ${count(articles)}`)}
${fact(rate(summary.rate.value), `findings in a thousand words (${interval(summary.rate)} with 95% confidence); ${count(serious)} are serious`)}
${fact(percent(safe, findings), `of the findings can be repaired at once, without a person: ${count(safe)} of ${count(findings)}`)}
${fact(percent(clean, articles), `of the articles are clean: nothing found in ${count(clean)}`)}
</dl>`
}

/** What to do first: only what the numbers bear out. */
export function nextSteps({ dimensions, names, safe, findings, worst, rules }: Summary): Html {
  const steps: Html[] = []
  if (safe > 0) {
    steps.push(html`Run <code>stet fix</code>: it makes the safe repairs and settles ${counted(safe, 'finding')},
${percent(safe, findings)} of all.`)
  }
  const top = names.commonest.slice(0, 10)
  if (top.length > 0 && names.total >= 10) {
    const sum = top.reduce((total, name) => total + name.count, 0)
    steps.push(html`Put ${numeral(top.length)} <a href="#names">names</a> right: they make up ${percent(sum, names.total)} of the
${count(names.total)} wrong names.`)
  }
  for (const [dimension, groups] of Object.entries(dimensions)) {
    const [first, last] = [groups[0], groups.at(-1)]
    if (first === undefined || last === undefined || groups.length < 2) continue
    // Only where the intervals stand apart is one worse than the other.
    if (first.rate.low <= last.rate.high) continue
    const times =
      last.rate.value > 0
        ? `${rate(first.rate.value / last.rate.value)} times as many as ${last.name}`
        : `against none in ${last.name}`
    steps.push(html`Look at the ${dimension} <a href="#${dimension}">${first.name}</a>: ${rate(first.rate.value)} findings
a thousand words, ${times}.`)
  }
  const rule = rules[0]
  if (rule !== undefined) {
    steps.push(html`Know <a href="#rule-${rule.ruleId}">${rule.ruleId}</a>, the rule that marks most: ${counted(rule.count, 'finding')},
${percent(rule.count, findings)} of all.`)
  }
  if (worst.length > 0)
    steps.push(html`Open the <a href="#articles">worst articles</a> first; <code>worst.csv</code> lists a thousand.`)
  if (steps.length === 0) return html``
  return html`<section class="steps" aria-labelledby="steps-title"><h2 id="steps-title">What to do first</h2>
<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol></section>`
}
