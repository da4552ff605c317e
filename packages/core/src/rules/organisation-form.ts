import { fold } from '../text/fold.ts'
import type { Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { differingPart, isWrittenAsName } from './support/name-draft.ts'
import { compileNames, homographsOf, type NameEntry, tableDrafts } from './support/name-table.ts'

/** Acronyms that mean something else in English, or are short enough to: only beside French ones would they be signs. */
const ambiguous = new Set(
  'ADM AM ASL BAD BID BM BTP CAP CED CEE CEI CIJ CPI DRH EI FSA GIA GPA IPC MES OAS OCI OEA OIT OMI OPA OPE PAC PAM PIB PMA PNB RCA RDA RFA RPC SDN TNP TPI TVA UA UE VIH COI BRI HCR ARN'.split(
    ' ',
  ),
)
/** French institutions and parties that English papers keep in French as often as not. */
const ownKinds = new Set(['fr-inst', 'fr-party'])
const party = /^(?:LR|RN|LFI|PS|PCF|EELV|UDI|LREM)$/u

/** French names and acronyms of organisations. */
export const organisationForm = defineRule({
  id: 'organisation-form',
  mqm: 'accuracy/untranslated',
  severity: 'major',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 66,
  summary: 'An organisation has its French name or acronym.',
  why: 'French has its own acronyms (OTAN, ONU, OMS) and names for international bodies; the machine keeps what is in capitals.',
  examples: {
    bad: [
      { text: 'The OTAN summit and the FMI loan failed.', expected: 'The NATO summit and the IMF loan failed.' },
      { text: 'He works for the Nations unies in Geneva.', expected: 'He works for the United Nations in Geneva.' },
      { text: 'The law was proposed by the LRs.', expected: 'The law was proposed by LR.', actual: 'the LRs' },
    ],
    good: [
      'The CPI rose, a UA flight left, the PMA met, and Médiapart reported that Memorial was shut.',
      'NATO, the UN, Le Monde and Casino and Canal+ fell. The parquet floor of 500 BCE.',
    ],
  },
  prepare(language, vocabulary) {
    const rows = language
      .table('organisations')
      .map((row) => ({ source: row.source ?? '', target: row.target ?? '', kind: row.class ?? '' }))
    const matcher = compileNames(rows, homographsOf(language), vocabulary)
    return {
      triggers: { words: [...matcher.anchors, 'lrs', 'rns'] },
      *check({ tokens, occurrences }) {
        for (const at of occurrences) {
          const draft = pluralParty(tokens, at)
          if (draft !== undefined) yield draft
        }
        yield* tableDrafts(matcher, tokens, occurrences, fromTable)
      },
    }
  },
})

function fromTable(tokens: Tokens, from: number, to: number, { pair, homograph }: NameEntry): Draft | undefined {
  const actual = tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
  const acronym = /^\p{Lu}{2,}$/u.test(pair.source)
  if (
    acronym &&
    (actual !== pair.source ||
      ambiguous.has(pair.source) ||
      /^(?:\d.*|century|centuries)$/u.test(tokens.lower(from - 1)))
  )
    return undefined
  if ((homograph && !acronym) || !isWrittenAsName(tokens, from, to, pair.source)) return undefined
  if (
    !acronym &&
    to - from === 1 &&
    fold(actual) === actual.toLowerCase() &&
    pair.kind !== 'word' &&
    pair.source.toLowerCase() === pair.source
  )
    return undefined
  const edit = differingPart(tokens, from, to, pair.target)
  if (edit === undefined) return undefined
  const confidence = ownKinds.has(pair.kind)
    ? 0.55
    : pair.kind === 'media' || pair.kind === 'word' || pair.kind === 'thing'
      ? 0.7
      : 0.95
  return {
    start: edit.start,
    end: edit.end,
    expected: [edit.text],
    confidence,
    safe: confidence > 0.9,
    ...(confidence < 0.9 ? { round: 'weak' as const } : {}),
    weight: confidence < 0.9 ? 1 : 4,
    reason: `“${tokens.prose.slice(edit.start, edit.end)}” is French; English says “${edit.text}”`,
    evidence: ['the name stands in the table'],
  }
}

/** `the LRs`: French makes a plural of a party’s members; English has the party, without an article. */
function pluralParty(tokens: Tokens, at: number): Draft | undefined {
  const word = tokens.text(at)
  if (!word.endsWith('s') || !party.test(word.slice(0, -1))) return undefined
  const article = tokens.lower(at - 1) === 'the'
  const name = word.slice(0, -1)
  return {
    start: tokens.start(article ? at - 1 : at),
    end: tokens.end(at),
    expected: [name],
    confidence: 0.85,
    weight: 3,
    reason: `English has the party in the singular: “${name}”`,
  }
}
