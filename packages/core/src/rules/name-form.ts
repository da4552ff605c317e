import { romanise, signsOfFrenchRomanisation } from '../language/romanisation.ts'
import { fold } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { copyName, differingPart, insideFrench, isWrittenAsName } from './support/name-draft.ts'
import {
  compileNames,
  givenNames,
  homographsOf,
  type NameEntry,
  type NamePair,
  slavicOrCaucasian,
  tableDrafts,
} from './support/name-table.ts'

const titles = new Set(
  'president minister mr mrs ms chancellor general colonel leader king sheikh emir ayatollah marshal prime secretary'.split(
    ' ',
  ),
)
const food = new Set('dish dishes fries gravy cheese plate eat ate eating served menu food snack a some the'.split(' '))

/** French forms of the names of people. */
export const nameForm = defineRule({
  id: 'name-form',
  mqm: 'locale-conventions/name-format',
  severity: 'major',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 70,
  summary: 'The name of a person is in its French form.',
  why: 'French writes names from other alphabets after French sounds (Poutine, Choïgou, Netanyahou) and has its own forms of historic names; the machine leaves them.',
  examples: {
    bad: [
      {
        text: 'He met his counterpart, Vladimir Poutine.',
        expected: 'He met his counterpart, Vladimir Putin.',
        actual: 'Poutine',
      },
      { text: 'Mikhail Gorbatchev and Sergueï Lavrov came.', expected: 'Mikhail Gorbachev and Sergei Lavrov came.' },
      { text: 'POUTINE’S WAR', expected: 'PUTIN’S WAR' },
    ],
    good: [
      'He ate a poutine with gravy at noon; Poutine is a dish of fries from Quebec.',
      'Salomé Zourabichvili, Anna Kournikova and Garry Kasparov met Michelle and Thatcher.',
      'Dominique de Villepin and Emmanuel Macron met Rachid Taha.',
    ],
  },
  prepare(language, vocabulary) {
    const rows: NamePair[] = language
      .table('people')
      .map((row) => ({ source: row.source ?? '', target: row.target ?? '', kind: row.origin ?? '' }))
    const homographs = homographsOf(language)
    const matcher = compileNames(rows, homographs, vocabulary, { surnames: true })
    const given = givenNames(rows)
    const kept = new Set(language.list('kept-names').map(fold))
    const first = new Set([...given.keys(), ...language.list('slavic-given-names').map(fold)])
    const words = new Set([
      ...matcher.anchors,
      ...[...given.values()].map(({ accented }) => accented.toLowerCase()),
      ...first,
    ])
    return {
      triggers: { words },
      *check({ tokens, occurrences }) {
        const taken = new Set<number>()
        const fresh = occurrences.filter((at) => !isKept(tokens, at, kept))
        for (const draft of tableDrafts(matcher, tokens, fresh, fromTable, taken)) yield draft
        for (const at of fresh) {
          if (taken.has(at) || !tokens.isCapitalised(at) || !first.has(fold(tokens.text(at)))) continue
          yield* afterGivenName(tokens, at, given, matcher)
        }
      },
    }
  },
})

/** Names that their bearers write the French way. */
function isKept(tokens: Tokens, at: number, kept: ReadonlySet<string>): boolean {
  return kept.has(fold(tokens.text(at))) || (tokens.isCapitalised(at + 1) && kept.has(fold(tokens.text(at + 1))))
}

function fromTable(tokens: Tokens, from: number, to: number, { pair, part, homograph }: NameEntry): Draft | undefined {
  if (homograph || !isWrittenAsName(tokens, from, to, pair.source) || isFood(tokens, from)) return undefined
  // A longer name that is none of the table's: “Jean Poutine” may be anyone.
  if (part === 'surname' && insideFrench(tokens, from)) return undefined
  const edit = differingPart(tokens, from, to, pair.target)
  if (edit === undefined) return undefined
  const alone = part === 'surname' || to - from === 1
  const sure = !alone || slavicOrCaucasian.has(pair.kind) || titles.has(tokens.lower(from - 1))
  const others =
    tokens.isCapitalised(from - 1) && alone && !tokens.startsSentence(from - 1) && !titles.has(tokens.lower(from - 1))
  const confidence = others && !slavicOrCaucasian.has(pair.kind) ? 0.5 : sure ? 0.96 : 0.8
  return {
    start: edit.start,
    end: edit.end,
    expected: [edit.text],
    confidence,
    safe: confidence > 0.9,
    weight: 5,
    reason: `“${tokens.prose.slice(edit.start, edit.end)}” is the French form of the name; English writes “${edit.text}”`,
    evidence: [part === 'whole' ? 'the name stands in the table' : 'the surname stands in the table'],
  }
}

function isFood(tokens: Tokens, at: number): boolean {
  if (fold(tokens.text(at)) !== 'poutine') return false
  for (let index = Math.max(0, at - 4); index < at + 8; index++) {
    if (
      food.has(tokens.lower(index)) &&
      tokens.lower(index) !== 'the' &&
      tokens.lower(index) !== 'a' &&
      tokens.lower(index) !== 'some'
    )
      return true
  }
  return ['a', 'some'].includes(tokens.lower(at - 1))
}

/** `Sergueï Narychkine`: the given name itself, and the surname after it. */
function* afterGivenName(
  tokens: Tokens,
  at: number,
  given: ReadonlyMap<string, { target: string; kind: string; accented: string }>,
  matcher: { match(tokens: Tokens, from: number): { values: readonly NameEntry[] } | undefined },
): Generator<Draft> {
  const next = at + 1
  if (!tokens.isCapitalised(next) || tokens.kind(next) !== TokenKind.word || !tokens.spaceBefore(next)) return
  const form = tokens.text(at)
  const pair = given.get(fold(form))
  if (
    pair !== undefined &&
    pair.target.toLowerCase() !== form.toLowerCase() &&
    (pair.accented.toLowerCase() === form.toLowerCase()
      ? fold(pair.accented) !== pair.accented.toLowerCase() || signsOfFrenchRomanisation(form) === 'sure'
      : fold(form) !== fold(pair.target))
  ) {
    const text = copyName(form, pair.target)
    yield {
      start: tokens.start(at),
      end: tokens.end(at),
      expected: [text],
      confidence: 0.85,
      weight: 3,
      reason: `“${form}” is the French form of the given name; English writes “${text}”`,
    }
  }
  const surname = tokens.text(next)
  if (matcher.match(tokens, next) !== undefined || surname.length < 5) return
  const signs = signsOfFrenchRomanisation(surname)
  if (signs === 'none') return
  const candidates = romanise(surname)
  if (candidates.length === 0) return
  const accented = fold(surname) !== surname.toLowerCase()
  yield {
    start: tokens.start(next),
    end: tokens.end(next),
    expected: candidates,
    confidence: signs === 'sure' ? 0.9 : accented ? 0.8 : 0.7,
    round: signs === 'sure' || accented ? 'sure' : 'weak',
    weight: signs === 'sure' ? 4 : 1.5,
    reason: `“${surname}” is romanised the French way; English writes “${candidates[0]}”`,
    evidence: [`it follows the given name “${form}”`],
  }
}
