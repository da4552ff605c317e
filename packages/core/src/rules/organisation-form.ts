import type { Row } from '../language/table.ts'
import { fold } from '../text/fold.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { Bearers } from './support/bearers.ts'
import { differingPart, isWrittenAsName } from './support/name-draft.ts'
import { compileNames, homographsOf, type NameEntry, tableDrafts } from './support/name-table.ts'

/** How sure an editor would change a name, by the class of the table. English papers keep French parties as often as not. */
const confidences: Readonly<Record<string, number>> = {
  'fr-party': 0.5,
  'fr-inst': 0.75,
  'fr-term': 0.75,
  media: 0.85,
  thing: 0.88,
  word: 0.88,
}
const frenchLinks: ReadonlySet<string> = new Set(['de', 'des', 'du', "d'", 'acte'])
const party = /^(?:LR|RN|LFI|PS|PCF|EELV|UDI|LREM)$/u

/** In the table’s list of context words: without any of them the name is still a faint sign; an acronym only where it is the name of a body. */
const faint = '~'
/** In the same list: the acronym means nothing in English, so that it is likely without any of them. */
const alone = '!'

/** French names and acronyms of organisations. */
export const organisationForm = defineRule({
  id: 'organisation-form',
  mqm: 'accuracy/untranslated',
  severity: 'major',
  fix: 'safe',
  needs: 'either',
  carriedOver: true,
  tellsAlone: true,
  round: 'sure',
  mutes: ['place-form', 'untranslated-french'],
  priority: 72,
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
    const rows = language.table('organisations')
    // Of “Goulag” and “goulag” the one counts that may be written either way.
    const matcher = compileNames(rows, 'class', homographsOf(language), vocabulary, {
      order: (one, two) => capitals(one.source) - capitals(two.source),
    })
    const bearers = new Bearers(language)
    let table: OrganisationTable | undefined
    return {
      triggers: { phrases: matcher, words: ['lrs', 'rns'] },
      *check({ tokens, occurrences }, document) {
        for (const at of occurrences) {
          const draft = pluralParty(tokens, at)
          if (draft !== undefined) yield draft
        }
        yield* tableDrafts(matcher, tokens, (all, from, to, entry) => {
          table ??= tableOf(rows)
          const { sources, kept, contexts, expansions } = table
          if (to - from === 1 && entry.pair.kind !== 'acronym' && bearers.has(all.text(from), document))
            return undefined
          return kept.has(plain(all.prose.slice(all.start(from), all.end(to - 1))))
            ? undefined
            : fromTable(all, from, to, entry, {
                sources,
                context: contexts.get(entry.pair.source.toLowerCase()),
                expansions: expansions.get(entry.pair.target) ?? [],
              })
        })
      },
    }
  },
})

/** What is made of the table when an article first has one of its names. */
interface OrganisationTable {
  readonly sources: ReadonlySet<string>
  readonly kept: ReadonlySet<string>
  readonly contexts: ReadonlyMap<string, ReadonlySet<string>>
  readonly expansions: ReadonlyMap<string, readonly string[]>
}

function tableOf(rows: readonly Row[]): OrganisationTable {
  return {
    sources: new Set(rows.map(({ source = '' }) => source)),
    kept: new Set(rows.flatMap(({ source = '', class: kind }) => (kind === 'kept' ? [plain(source)] : []))),
    contexts: new Map(
      rows.flatMap(({ source = '', context = '' }) =>
        context === '' ? [] : [[source.toLowerCase(), new Set(context.split('|'))]],
      ),
    ),
    expansions: expansionsOf(rows),
  }
}

/** What the table says of a name besides its English. */
interface Known {
  /** All French forms, as written. */
  readonly sources: ReadonlySet<string>
  readonly context: ReadonlySet<string> | undefined
  /** Names in full for the English acronym. */
  readonly expansions: readonly string[]
}

function fromTable(
  tokens: Tokens,
  from: number,
  to: number,
  { pair, homograph }: NameEntry,
  { sources, context, expansions }: Known,
): Draft | undefined {
  const actual = tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
  const expanded = expansions.length > 0 && isExpanded(tokens, from, to, expansions)
  if (pair.kind === 'acronym') {
    if (!isAcronym(tokens, from, sources, context !== undefined && !expanded)) return undefined
  } else if (homograph && context === undefined) return undefined
  const single = to - from === 1
  // “Mémorial de la Shoah” is a name of its own.
  if (single && context !== undefined && frenchLinks.has(tokens.lower(to))) return undefined
  const shown = context === undefined || expanded || hasContext(tokens, from, to, context)
  const likely = !shown && context?.has(alone) === true
  if (!shown && !likely && !(context?.has(faint) && (pair.kind !== 'acronym' || isNamed(tokens, from, to))))
    return undefined
  if (!isWrittenAsName(tokens, from, to, pair.source)) return undefined
  if (pair.kind !== 'acronym' && (isGloss(tokens, from, to) || goesOn(tokens, to))) return undefined
  // “Europe Écologie-Les Verts”: half of a name in two parts, which keeps its form.
  if (!tokens.isWord(from - 1) && tokens.text(from - 1) === '-' && !tokens.spaceBefore(from)) return undefined
  if (tokens.lower(from - 1) === 'les' && tokens.text(from - 2) === '-') return undefined
  const accented = fold(actual) !== actual.toLowerCase()
  // “Cheikh Anta Diop” bears the name; “cheikh” is the French word.
  const small = pair.source === pair.source.toLowerCase()
  if (single && small && tokens.isCapitalised(from) && !tokens.startsSentence(from) && !sources.has(actual))
    return undefined
  const edit = differingPart(tokens, from, to, pair.target)
  if (edit === undefined) return undefined
  const usual =
    pair.kind === 'fr-party' && hasFrenchCapitals(actual)
      ? 0.75
      : (confidences[pair.kind] ?? (single && !accented && pair.kind !== 'acronym' ? 0.88 : 0.95))
  const confidence = context === undefined || expanded ? usual : Math.min(usual, shown ? 0.85 : likely ? 0.75 : 0.6)
  // What is French, or somebody else’s acronym, stands in good English about France as well.
  const weak =
    confidence < 0.7 ||
    pair.kind === 'fr-term' ||
    (likely && !isNamed(tokens, from, to)) ||
    (pair.kind !== 'acronym' && isMeant(tokens, to, pair.source))
  return {
    start: edit.start,
    end: edit.end,
    expected: [edit.text],
    confidence,
    safe: confidence > 0.9,
    ...(weak ? { round: 'weak' as const } : {}),
    // What good English may keep convicts no article; other traces must.
    weight: weak ? 0 : shown ? 4 : 1,
    reason: `“${tokens.prose.slice(edit.start, edit.end)}” is French; English says “${edit.text}”`,
    evidence: [
      expanded
        ? 'the English name in full stands beside it'
        : shown && context !== undefined
          ? 'words near it show what it stands for'
          : 'the name stands in the table',
    ],
  }
}

/** English writes `Rassemblement National` where it keeps a name: the small letter shows that the French was left. */
function hasFrenchCapitals(name: string): boolean {
  return /[ -]\p{Ll}\p{L}{3,}/u.test(name)
}

/** English acronyms and the names in full that the table has for them. */
function expansionsOf(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const expansions = new Map<string, string[]>()
  for (const { target = '' } of rows) {
    const initials = target.match(/\p{Lu}(?=\p{Ll})/gu)?.join('') ?? ''
    if (initials.length < 2) continue
    const list = expansions.get(initials)
    if (list === undefined) expansions.set(initials, [target])
    else if (!list.includes(target)) list.push(target)
  }
  return expansions
}

/** `International Criminal Court (CPI)`, `the CPI (International Criminal Court)`. */
function isExpanded(tokens: Tokens, from: number, to: number, expansions: readonly string[]): boolean {
  const before = tokens.prose.slice(0, tokens.start(from))
  const after = tokens.prose.slice(tokens.end(to - 1), tokens.end(to - 1) + 90)
  return expansions.some((name) => before.endsWith(`${name} (`) || after.startsWith(` (${name}`))
}

/** The spelling without accents, in its own case. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}

/** `the International Criminal Court (Cour pénale internationale)`, `French: Union africaine` */
function isGloss(tokens: Tokens, from: number, to: number): boolean {
  const isSmall = (at: number) =>
    tokens.kind(at) === TokenKind.elision || (tokens.isWord(at) && tokens.shape(at) === Shape.lower)
  let open = from - 1
  while (open > from - 6 && isSmall(open)) open--
  if (tokens.text(open) === '(') return tokens.text(to) === ')' || tokens.text(to) === ',' || tokens.text(to) === ';'
  return tokens.text(from - 1) === ':' && tokens.text(from - 2) === 'French'
}

const particles: ReadonlySet<string> = new Set(["d'", 'd’', 'de', 'du', 'des', 'pour', 'et'])

/** `the Police nationale d’Haïti`: the name is part of a longer one that keeps its form. */
function goesOn(tokens: Tokens, to: number): boolean {
  return particles.has(tokens.lower(to)) && tokens.spaceBefore(to)
}

const verbs: ReadonlySet<string> = new Set(
  'is was has had said says will would can could must may and or in on to for at by from with which that who warned called denounced announced wants warns calls'.split(
    ' ',
  ),
)

/** `the ONU said`, `spoke of VIH.`: the acronym is the name of a body or a thing, no noun before another. */
function isNamed(tokens: Tokens, from: number, to: number): boolean {
  const before = tokens.isWord(from - 1) && (tokens.shape(from - 1) === Shape.lower || tokens.startsSentence(from - 1))
  const article = /^an?$/u.test(tokens.lower(from - 1))
  return before && !article && (!tokens.isWord(to) || verbs.has(tokens.lower(to))) && !isBracket(tokens, to)
}

/** `of OIM (oral immunotherapy)`: the text says what it stands for. */
function isBracket(tokens: Tokens, at: number): boolean {
  return tokens.kind(at) === TokenKind.bracket
}

/** `the Parquet National Financier (PNF)`: with the capitals of an English name, or explained beside it. */
function isMeant(tokens: Tokens, to: number, source: string): boolean {
  const next = tokens.text(to)
  if (next === '(' || next === '—' || next === '–' || (next === ',' && /^(?:or|which)$/u.test(tokens.text(to + 1))))
    return true
  return tokens.shape(to - 1) === Shape.capital && !source.endsWith(tokens.text(to - 1))
}

/** Written as the table has it; not `500 BCE`, not a word of a line in capitals. */
function isAcronym(tokens: Tokens, at: number, sources: ReadonlySet<string>, ambiguous: boolean): boolean {
  const actual = tokens.text(at)
  if (!sources.has(actual)) return false
  if (/^(?:\d.*|century|centuries)$/u.test(tokens.lower(at - 1))) return false
  if (actual === 'UE') return tokens.isWord(at - 1) && tokens.shape(at - 1) === Shape.lower
  if (!ambiguous) return true
  return !tokens.isCapitalised(at + 1) && !isShouted(tokens, at - 1) && !isShouted(tokens, at + 1)
}

function isShouted(tokens: Tokens, at: number): boolean {
  return tokens.isWord(at) && tokens.shape(at) === Shape.upper && tokens.end(at) - tokens.start(at) > 3
}

/** Does the paragraph hold a word that shows what the name stands for? */
function hasContext(tokens: Tokens, from: number, to: number, context: ReadonlySet<string>): boolean {
  for (let index = 0; index < tokens.count; index++) {
    if ((index < from || index >= to) && context.has(tokens.lower(index))) return true
  }
  return false
}

function capitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0
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
