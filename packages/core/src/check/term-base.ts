import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { isCommonWord } from '../language/common-words.ts'
import { languageOf } from '../text/language-tag.ts'
import { UsageError } from '../usage-error.ts'
import type { GlossaryLine } from './house-glossary.ts'

interface Term {
  text: string
  readonly isEnglish: boolean
  isForbidden: boolean
  isPreferred: boolean
}

const roots = new Set(['martif', 'tbx', 'TBX'])
const concepts = new Set(['conceptEntry', 'termEntry'])
const languages = new Set(['langSec', 'langSet', 'langGroup'])
const terms = new Set(['termSec', 'tig', 'ntig', 'termGroup'])
/** Marks up a part of a term. */
const highlight = 'hi'
const forbidden = /deprecated|superseded|forbidden|obsolete|notRecommended/iu
const preferred = /preferred/iu

/**
 * Reads a term base in TBX (ISO 30042: 2008 and 2019; TBX-Basic and TBX-Min alike in what is read): for each concept the
 * terms of the source language and the English terms that are deprecated or superseded, each with the preferred English
 * term, else the first one that is allowed; with an empty one where none is. Source terms that are everyday English words
 * too (“direction”) are left out: most of them would be English.
 *
 * @param language of the source, as in `xml:lang`
 * @throws UsageError when it is no well-formed XML, with the line, or no TBX
 */
export function parseTermBase(text: string, language = 'fr'): GlossaryLine[] {
  const lines = new Map<string, GlossaryLine>()
  const parser = new SaxesParser({ xmlns: true })
  let concept: Term[] = []
  // Of any language: the status of a German term is not that of the English one before it.
  let last: Term | undefined
  let spoken = ''
  let status = ''
  let root = ''
  let content = ''
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+: |\.$/gu, '')
    throw new UsageError(`line ${parser.line}: ${reason}`, 'Mend the term base')
  })
  parser.on('opentag', ({ local, attributes }) => {
    if (local === highlight) return
    content = ''
    root ||= local
    if (concepts.has(local)) concept = []
    else if (languages.has(local)) spoken = (attributes['xml:lang'] as SaxesAttributeNS | undefined)?.value ?? ''
    else if (terms.has(local)) status = ''
    else if (local === 'termNote') status = (attributes['type'] as SaxesAttributeNS | undefined)?.value ?? ''
  })
  parser.on('text', (piece) => {
    content += piece
  })
  parser.on('closetag', ({ local }) => {
    if (local === highlight) return
    const value = content.replace(/\s+/gu, ' ').trim()
    if (local === 'term' && value !== '') {
      const isEnglish = languageOf(spoken) === 'en'
      last = { text: value, isEnglish, isForbidden: false, isPreferred: false }
      if (isEnglish || languageOf(spoken) === language) concept.push(last)
    } else if (last !== undefined && isStatus(local, status)) {
      last.isForbidden ||= forbidden.test(value)
      last.isPreferred ||= preferred.test(value)
    } else if (concepts.has(local)) for (const line of linesOf(concept)) lines.set(line.source, line)
    content = ''
  })
  parser.write(text.replace(/^\uFEFF/u, '')).close()
  if (!roots.has(root)) throw new UsageError(`its root element <${root}> is not that of TBX`, 'Name a TBX file')
  return [...lines.values()]
}

/** `<termNote type="administrativeStatus">`, `<basic:administrativeStatus>` and `<termStatus>`. */
function isStatus(element: string, type: string): boolean {
  return (
    element === 'administrativeStatus' ||
    element === 'termStatus' ||
    (element === 'termNote' && type === 'administrativeStatus')
  )
}

function linesOf(concept: readonly Term[]): GlossaryLine[] {
  const allowed = concept.filter(({ isEnglish, isForbidden }) => isEnglish && !isForbidden)
  const best = allowed.find(({ isPreferred }) => isPreferred) ?? allowed[0]
  return concept
    .filter(({ text, isEnglish, isForbidden }) => (isEnglish ? isForbidden : best !== undefined && !isCommonWord(text)))
    .filter(({ text }) => !allowed.some((other) => other.text === text))
    .map(({ text }) => ({ source: text, target: best?.text ?? '' }))
}
