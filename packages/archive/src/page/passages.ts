import { confidenceWord } from '@stet/core'
import type { RowFinding } from '../article-row.ts'
import { cut, type Html, html } from './html.ts'

/** A stretch of an article with the findings in it, in order, none over another. */
interface Passage {
  readonly findings: RowFinding[]
  /** The text before each finding; the last entry is the text after the last. */
  readonly texts: string[]
}

/** Findings that stand close to each other share a passage. Of those that overlap the first is shown. */
function passagesOf(findings: readonly RowFinding[]): Passage[] {
  const passages: Passage[] = []
  let last: RowFinding | undefined
  for (const finding of findings) {
    if (last !== undefined && finding.start < last.end) continue
    const passage = passages.at(-1)
    const gap = last === undefined ? Number.POSITIVE_INFINITY : finding.start - last.end
    if (passage !== undefined && last !== undefined && gap <= last.after.length) {
      passage.texts[passage.texts.length - 1] = last.after.slice(0, gap)
      passage.findings.push(finding)
      passage.texts.push(finding.after)
    } else passages.push({ findings: [finding], texts: [finding.before, finding.after] })
    last = finding
  }
  return passages
}

const longestQuote = 220

/** The text with its findings marked: a paragraph each passage, and under it what each mark means. */
export function passages(findings: readonly RowFinding[], notes: boolean): Html[] {
  return passagesOf(findings).map(({ findings: marked, texts }) => {
    const rules = [...new Set(marked.map(({ ruleId }) => ruleId))].join(' ')
    const severities = [...new Set(marked.map(({ severity }) => severity))].join(' ')
    return html`<li data-rules="${rules}" data-severities="${severities}"><p class="passage" dir="auto">…${marked.map(
      (finding, index) => html`${texts[index]}${mark(finding)}`,
    )}${texts.at(-1)}…</p>${notes && html`<ul class="notes">${marked.map(note)}</ul>`}</li>`
  })
}

function mark({ actual, expected, severity }: RowFinding): Html {
  const right = expected[0]
  const repair =
    right === undefined || right === actual
      ? undefined
      : right === ''
        ? html` <ins class="cutout">(cut)</ins>`
        : html` <ins>${cut(right, longestQuote)}</ins>`
  return html`<mark class="${severity}">${cut(actual, longestQuote)}</mark>${repair}`
}

function note({ ruleId, severity, confidence, reason, line }: RowFinding): Html {
  return html`<li><b>${ruleId}</b> <span class="quiet">${severity} · ${confidenceWord(confidence)} · line ${line}</span> ${cut(
    reason,
    260,
  )}</li>`
}
