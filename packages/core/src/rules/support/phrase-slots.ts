import type { Row } from '../../language/table.ts'
import type { PhraseSlot } from '../../text/phrase-trie.ts'
import { inflect } from './inflection.ts'

/** The values of a slot, each with how the target says it. */
export type Slots = Readonly<Record<string, readonly (readonly [string, string])[]>>

const broadcasters =
  'France Inter|France Info|Franceinfo|France Culture|France Bleu|RTL|RMC|RFI|Europe 1|Sud Radio|Radio J|BFM|BFM-TV|BFMTV|CNews|LCI|TF1|M6|C8|France 2|France 3|France 5|France 24|Public Sénat|Public Senat|LCP|Arte|Canal+'
const papers =
  'Le Monde|Le Figaro|Le Parisien|Libération|Liberation|Les Echos|Les Échos|La Croix|L’Humanité|L’Express|Le Point|Mediapart|Sud Ouest|Ouest-France|La Provence|Nice-Matin|Marianne|Paris Match|the JDD|the Journal du Dimanche'

/** News outlets to which French speakers speak, as their names stand in English, in lower case; the longest first. */
export const outletsSpokenTo: readonly string[] =
  `${broadcasters}|${papers}|AFP|Agence France-Presse|AP|Reuters|20 Minutes|the Figaro|the Parisian|the World|the daily|the newspaper|our colleagues`
    .toLowerCase()
    .split('|')
    .sort((one, other) => other.length - one.length)

const list = (values: string): readonly (readonly [string, string])[] =>
  values.split('|').map((value) => [value, value] as const)

/** `0` is any number in figures (see PhraseMatcher); the target keeps its slot until the number is known. */
const numbers = [
  ...list(
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|several|many',
  ),
  ['0', '{number}'] as const,
]

/** How English news calls the foreign minister where it is not “foreign minister”. */
const foreignOffices: Readonly<Record<string, string>> = {
  American: 'US secretary of state',
  US: 'US secretary of state',
  British: 'British foreign secretary',
  European: 'EU foreign policy chief',
}

/** What may stand in the slots of a phrase table. */
export function phraseSlots(nationalities: readonly Row[]): Slots {
  const adjectives = nationalities.map(({ adjective = '', short = '' }) => [adjective, short || adjective] as const)
  return {
    nationality: adjectives,
    diplomacy: [
      ...adjectives.map(
        ([adjective, short]) => [adjective, foreignOffices[adjective] ?? `${short} foreign minister`] as const,
      ),
      ['US', 'US secretary of state'],
      ['European', 'EU foreign policy chief'],
    ],
    country: nationalities.map(
      ({ country = '', adjective = '', short = '' }) => [country, short || adjective] as const,
    ),
    number: numbers,
    day: list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'),
    part: list('morning|afternoon|evening|night'),
    ordinal: list(
      'eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|11th|12th|13th|14th|15th|16th|17th|18th|19th|20th|21st',
    ),
    broadcaster: list(broadcasters),
    paper: list(papers),
    party: list(
      'LR|RN|LFI|LREM|PS|PCF|EELV|MoDem|Modem|UDI|Horizons|Renaissance|Reconquête|Les Républicains|the Republicans|Republican|National Rally|La France Insoumise|Rebellious France|Socialist|Communist|Macronist|Insoumis|Nupes|NUPES|UMP|FN',
    ),
    office: list(
      'minister|president|prime minister|deputy|senator|mayor|judge|magistrate|boss|leader|spokesman|spokeswoman|chancellor|candidate|adviser|advisor|secretary|commissioner|prefect|governor|ambassador|footballer|player|coach|international|champion|soldier|officer|policeman|convict|hostage|detainee|journalist|head|chief|director|CEO',
    ),
    midst: list(
      'storm|tempest|trial|session|meeting|concert|match|summer|winter|night|crisis|reflection|preparation|preparations|divorce|separation|confinement|heart|sea|ocean|centre|center|city|desert|forest|Paris|speech|interview|broadcast|show|marathon|promotion|filming|shooting|negotiation|negotiations|demonstration|strike|examination|holidays|vacation|heatwave|scandal|controversy|turmoil|doubt|war|offensive|election|afternoon|morning|day|season|training|reform|period|inflation|ceremony|festival|tour|race|class|lesson|mass|Ramadan|summit',
    ),
    field: list(
      'security|immigration|health|education|employment|energy|transport|taxation|defence|defense|environment|climate|housing|agriculture|research|pensions|justice|culture|foreign policy|human rights|purchasing power|ecology|terrorism',
    ),
  }
}

/** A phrase that a pattern stands for. */
export interface Expansion {
  readonly source: string
  readonly target: string
  /** The verb is in the past tense: where it looks like the infinitive (put), the words before it decide. */
  readonly past: boolean
}

/** A slot or a verb of a pattern. */
export interface PatternSlot extends PhraseSlot {
  /** The target with what it says for a value. */
  readonly fill: (target: string, choice: number) => string
  /** A verb takes its past tense with this value. */
  readonly isPast: (choice: number) => boolean
}

/** A row of a phrase table, cut at its slots. */
export type PhrasePattern = readonly (string | PatternSlot)[]

/**
 * @param known the slots and verbs of earlier patterns, which share theirs with this one
 * @throws TypeError when a slot has no values
 */
export function parsePattern(source: string, slots: Slots, known: Map<string, PatternSlot>): PhrasePattern {
  return source
    .split(/(\{[a-z]+\}|<[a-z]+>)/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (!part.startsWith('{') && !part.startsWith('<')) return part
      const slot = known.get(part) ?? (part.startsWith('{') ? slotOf(part, source, slots) : verbOf(part.slice(1, -1)))
      known.set(part, slot)
      return slot
    })
}

function slotOf(name: string, source: string, slots: Slots): PatternSlot {
  const pairs = slots[name.slice(1, -1)]?.filter(([value]) => value !== '')
  if (pairs === undefined) throw new TypeError(`Unknown slot ${name} in “${source}”`)
  return {
    name,
    values: pairs.map(([value]) => value),
    isPast: () => false,
    fill(target, choice) {
      const [value, english] = pairs[choice] as readonly [string, string]
      // A pattern about a country may need the adjective in its target.
      return name === '{country}'
        ? target.replaceAll('{country}', value).replaceAll('{nationality}', english)
        : target.replaceAll(name, english)
    },
  }
}

function verbOf(verb: string): PatternSlot {
  const forms = formsOf(verb)
  return {
    name: `<${verb}>`,
    values: forms.map(([form]) => form),
    isPast: (choice) => forms[choice]?.[1] === 2,
    fill(target, choice) {
      const [form, index] = forms[choice] as readonly [string, number]
      return target.replace(/<([a-z ]+)>/gu, (_match, base: string) =>
        base === 'be' && verb === 'be' ? form : (inflect(base)[index] as string),
      )
    },
  }
}

/** The phrase that a pattern stands for with the given value in each of its slots. */
export function fillPattern(pattern: PhrasePattern, target: string, choices: readonly number[]): Expansion {
  let source = ''
  let filled = target
  let past = false
  let next = 0
  for (const part of pattern) {
    if (typeof part === 'string') {
      source += part
      continue
    }
    const choice = choices[next++] as number
    source += part.values[choice] as string
    filled = part.fill(filled, choice)
    past ||= part.isPast(choice)
  }
  return { source, target: filled, past }
}

/** The forms of a verb, each with its place in `inflect`. */
function formsOf(verb: string): readonly (readonly [string, number])[] {
  const forms = inflect(verb).map((form, index) => [form, index] as const)
  return verb === 'be' ? [...forms, ['are', 0], ['were', 2]] : forms
}
