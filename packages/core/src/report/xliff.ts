import type { MqmType, Severity } from '../rules/rule.ts'
import { type Mark, type Passage, passagesOf } from './passages.ts'
import { type ReportDocument, repairInWords } from './report.ts'
import { impossibleInXml, xmlAttributes, xmlDeclaration, xmlText } from './xml.ts'

/** Types of ITS 2.0 (https://www.w3.org/TR/its20/#lqissue-typevalues); where a whole branch of MQM has one, by the branch. */
const types: Readonly<Record<string, string>> = {
  'accuracy/mistranslation': 'mistranslation',
  'accuracy/untranslated': 'untranslated',
  'accuracy/omission': 'omission',
  'accuracy/addition': 'addition',
  terminology: 'terminology',
  'linguistic-conventions/grammar': 'grammar',
  'linguistic-conventions/punctuation': 'typographical',
  'linguistic-conventions/spelling': 'misspelling',
  'linguistic-conventions/character-encoding': 'characters',
  style: 'style',
  'style/inconsistent-style': 'inconsistency',
  'locale-conventions': 'locale-violation',
  'design-and-markup': 'markup',
}

/** ITS has 0 to 100. */
const severities: Readonly<Record<Severity, number>> = { critical: 100, major: 75, minor: 25, neutral: 0 }

/**
 * XLIFF 2.1 with localization quality issues of ITS 2.0, for translation tools: a file an article, a unit a paragraph, the
 * English as its text, each finding an annotation. What stands is there too, not enabled.
 */
export function formatXliff(documents: readonly ReportDocument[]): string {
  const root = {
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    'xmlns:its': 'http://www.w3.org/2005/11/its',
    'its:version': '2.0',
    version: '2.1',
    srcLang: 'en',
    'xml:space': 'preserve',
  }
  const files = documents.map((document, index) => file(document, `f${index + 1}`))
  return `${[xmlDeclaration, `<xliff${xmlAttributes(root)}>`, ...files, '</xliff>'].join('\n')}\n`
}

function file(document: ReportDocument, id: string): string {
  const { passages, elsewhere } = passagesOf(document)
  // What is missing from the text stands nowhere in it: an annotation of nothing.
  const lost = elsewhere.map((each) => inline('', [{ ...each, start: 0, end: 0 }]))
  const texts = [...passages.map(({ segment, marks }: Passage) => inline(segment.prose, marks)), ...lost]
  // A file has at least one unit.
  const units = (texts.length === 0 ? [''] : texts).map(
    (text, index) => `    <unit id="u${index + 1}"><segment><source>${text}</source></segment></unit>`,
  )
  return [`  <file${xmlAttributes({ id, original: document.path })}>`, ...units, '  </file>'].join('\n')
}

/** Starts and ends are elements of their own, since findings may overlap. */
function inline(prose: string, marks: readonly Mark[]): string {
  const tags = marks.flatMap((mark, index) => {
    const id = `m${index + 1}`
    return [
      { at: mark.start, order: 1, tag: `<sm${xmlAttributes(annotation(mark, id))}/>` },
      { at: mark.end, order: mark.start === mark.end ? 2 : 0, tag: `<em startRef="${id}"/>` },
    ]
  })
  tags.sort((a, b) => a.at - b.at || a.order - b.order)
  let text = ''
  let at = 0
  for (const each of tags) {
    text += content(prose.slice(at, each.at)) + each.tag
    at = each.at
  }
  return text + content(prose.slice(at))
}

function annotation({ finding, decision }: Mark, id: string) {
  return {
    id,
    'its:locQualityIssueType': typeOf(finding.mqm),
    'its:locQualityIssueComment': `${finding.reason}${repairInWords(finding)} (${finding.ruleId})`,
    'its:locQualityIssueSeverity': severities[finding.severity],
    'its:locQualityIssueEnabled': decision === undefined ? undefined : 'no',
  }
}

function typeOf(mqm: MqmType): string {
  return types[mqm] ?? types[mqm.slice(0, mqm.indexOf('/'))] ?? 'other'
}

/** XLIFF has an element for the characters that XML has not. */
function content(prose: string): string {
  let text = ''
  let at = 0
  for (const { index, 0: character } of prose.matchAll(impossibleInXml)) {
    const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    text += `${xmlText(prose.slice(at, index))}<cp hex="${hex}"/>`
    at = index + character.length
  }
  return text + xmlText(prose.slice(at))
}
