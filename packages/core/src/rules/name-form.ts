import { isCommonWord } from '../language/common-words.ts'
import { isGreekSurname, romaniseGreek } from '../language/greek-romanisation.ts'
import { romanise } from '../language/romanisation.ts'
import { isFrenchSerbian, romaniseSerbian } from '../language/serbian-romanisation.ts'
import type { Row } from '../language/table.ts'
import { fold } from '../text/fold.ts'
import type { PhraseMatcher } from '../text/phrase-matcher.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type DocumentView, type Draft, defineRule } from './rule.ts'
import { afterArticle, arabicName, arabicOrigins } from './support/arabic-name.ts'
import { givenNamesOf } from './support/bearers.ts'
import { type GivenName, GivenNames } from './support/given-names.ts'
import { byItself, type KnownWords, titles } from './support/lone-name.ts'
import { copyName, differingPart, insideFrench, isWrittenAsName } from './support/name-draft.ts'
import { compileNames, contextsOf, homographsOf, type NameEntry, slavicOrCaucasian } from './support/name-table.ts'
import { regnalName } from './support/regnal-name.ts'
import { surnameConfidence } from './support/surname-confidence.ts'

const food = new Set('dish dishes fries gravy cheese plate eat ate eating served menu food snack curds'.split(' '))

/** What the rule was compiled to. */
interface Compiled extends KnownWords {
  readonly matcher: PhraseMatcher<NameEntry>
  readonly given: GivenNames
  /** Names that their bearers write the French way. */
  readonly kept: ReadonlySet<number>
  /** Fathers’ names of Arabia, before which English writes bin. */
  readonly patronyms: ReadonlySet<number>
  /** Names of popes and kings: French form in lower case → English forms. */
  readonly regnal: ReadonlyMap<string, readonly string[]>
}

/** French forms of the names of people. */
export const nameForm = defineRule({
  id: 'name-form',
  mqm: 'locale-conventions/name-format',
  severity: 'major',
  fix: 'safe',
  needs: 'either',
  carriedOver: true,
  tellsAlone: true,
  round: 'sure',
  mutes: ['garbled-name'],
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
    let elsewhere: ReadonlySet<string> | undefined
    let borne: ReadonlySet<string> | undefined
    const compiled: Compiled = {
      given: new GivenNames(language, vocabulary),
      matcher: compileNames(language.table('people'), 'origin', homographsOf(language), vocabulary, {
        surnames: true,
        contexts: contextsOf(language),
      }),
      patronyms: new Set(language.list('gulf-patronyms').map((name) => vocabulary.addWord(name.toLowerCase()))),
      kept: new Set(
        language
          .list('kept-names')
          .flatMap((name) => [vocabulary.addWord(name.toLowerCase()), vocabulary.addWord(fold(name))]),
      ),
      elsewhere: (word) => {
        elsewhere ??= wordsOf([...language.table('places'), ...language.table('organisations')])
        return elsewhere.has(word)
      },
      borne: (word) => {
        borne ??= givenNamesOf(language)
        return borne.has(fold(word))
      },
      regnal: new Map(
        language.table('regnal-names').map(({ source = '', target = '' }) => [source.toLowerCase(), target.split('|')]),
      ),
    }
    const known = new WeakMap<DocumentView, ReadonlyMap<string, readonly string[]>>()
    return {
      triggers: { every: true },
      check({ tokens }, document) {
        const drafts: Draft[] = []
        let seen = known.get(document)
        if (seen === undefined) {
          seen = surnamesIn(document, compiled)
          known.set(document, seen)
        }
        const inTable = compiled.matcher.hits(tokens).length > 0
        for (let at = 0; at < tokens.count; at++) {
          if (!tokens.isWord(at)) continue
          const capital = tokens.isCapitalised(at)
          if (!capital && (!inTable || tokens.entry(at) === 0)) continue
          if (isKept(tokens, at, compiled.kept) || isGloss(tokens, at)) continue
          const match = !inTable || tokens.entry(at) === 0 ? undefined : compiled.matcher.match(tokens, at)
          const entry = match?.values[0]
          const draft = match && entry && fromTable(tokens, at, match.end, entry, compiled.given)
          if (match !== undefined && draft !== undefined) {
            drafts.push(draft)
            at = match.end - 1
            continue
          }
          if (!capital) continue
          const whole = arabicName(tokens, at, compiled)
          if (whole !== undefined) {
            drafts.push(whole.draft)
            at = whole.end - 1
            continue
          }
          const special = regnalName(tokens, at, compiled.regnal) ?? afterArticle(tokens, at)
          if (special !== undefined) {
            drafts.push(special)
            continue
          }
          const given = compiled.given.at(tokens, at)
          if (given !== undefined) {
            const found = afterGivenName(tokens, at, given, compiled)
            if (found !== undefined) {
              drafts.push(found.draft)
              at = found.end - 1
            }
            continue
          }
          const lone = byItself(tokens, at, seen, compiled)
          if (lone !== undefined) drafts.push(lone)
        }
        return drafts
      },
    }
  },
})

/** All words of the French forms, in lower case. */
function wordsOf(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ source = '' }) => source.toLowerCase().split(/[ -]/u)))
}

/** `Nureyev (Noureev to the French)`, `Nureyev (transliterated as Nouréev)`: brackets behind a name give its other spelling. */
function isGloss(tokens: Tokens, at: number): boolean {
  let bracket = at - 1
  while (bracket > at - 5 && tokens.isWord(bracket) && tokens.shape(bracket) === Shape.lower) bracket--
  return (
    tokens.text(bracket) === '(' &&
    tokens.isCapitalised(bracket - 1) &&
    fold(tokens.text(bracket - 1)).charAt(0) === fold(tokens.text(at)).charAt(0)
  )
}

/** Names of most parts, with their hyphens. */
const longestName = 7

/** Has the name that goes on at `at` a part that its bearers write the French way? Then they write all of it so. */
function isKept(tokens: Tokens, at: number, kept: ReadonlySet<number>): boolean {
  for (let index = at; index < at + longestName; index++) {
    const hyphen = tokens.kind(index) === TokenKind.dash && !tokens.spaceBefore(index) && !tokens.spaceBefore(index + 1)
    if (hyphen && index > at) continue
    if (!tokens.isCapitalised(index)) return false
    if (kept.has(tokens.entry(index))) return true
  }
  return false
}

function fromTable(
  tokens: Tokens,
  from: number,
  to: number,
  { pair, part, homograph, context }: NameEntry,
  given: GivenNames,
): Draft | undefined {
  if ((homograph && context === undefined) || !isWrittenAsName(tokens, from, to, pair.source) || isFood(tokens, from))
    return undefined
  if (tokens.isCapitalised(from) && insideFrench(tokens, from, to)) return undefined
  const edit = differingPart(tokens, from, to, pair.target)
  if (edit === undefined) return undefined
  const alone = part === 'surname' || to - from === 1
  const slavic = slavicOrCaucasian.has(pair.kind)
  const titled = titles.has(tokens.lower(from - 1))
  // “Ulysse Nardin” is somebody else, and “Béchir Ben Yahmed” bears the surname of the table as a given name.
  const single = nameEnd(tokens, from) === to
  if (single && !slavic && tokens.isCapitalised(to) && tokens.spaceBefore(to)) return undefined
  // After a name that is none of the table's: “Jean Moubarak” may be anyone. At the start of a sentence it may be a word.
  const behindName = tokens.isCapitalised(from - 1) && tokens.spaceBefore(from) && !titled
  const others = alone && behindName && (!tokens.startsSentence(from - 1) || !isCommonWord(tokens.text(from - 1)))
  // “Gaspar Noé” is not Noah, and “Marie-Madeleine Dupont” no saint.
  if (alone && !slavic && part === 'whole' && behindName && !isCommonWord(tokens.lower(from - 1))) return undefined
  const actual = tokens.prose.slice(edit.start, edit.end)
  // “Tatiana”, “Oleg”, “Dmitri”: forms that English papers write as well.
  const name = alone ? undefined : given.at(tokens, from)
  const inBothForms = name !== undefined && !name.french && edit.end === tokens.end(from)
  if (inBothForms && !arabicOrigins.has(name.origin)) return undefined
  const variant =
    (pair.kind === 'hy' && actual.replace(/ian$/u, 'yan') === edit.text) ||
    (slavic && inEnglish(actual) === inEnglish(edit.text))
  // “Médée”, “Jeanne d’Arc”: ballets, operas and ships keep these names in English.
  const faint = context === 'weak' || inBothForms
  const confidence = variant ? 0.5 : faint ? 0.75 : others && !slavic ? 0.5 : !alone || slavic || titled ? 0.96 : 0.85
  return {
    start: edit.start,
    end: edit.end,
    expected: [edit.text],
    confidence,
    safe: confidence > 0.9 && !faint,
    ...(confidence === 0.5 || faint ? { round: 'weak' as const } : {}),
    ...(variant ? { severity: 'minor' as const } : {}),
    weight: variant || others ? 0.5 : faint ? 0 : 5,
    reason: `“${actual}” is the French form of the name; English writes “${edit.text}”`,
    evidence: [part === 'whole' ? 'the name stands in the table' : 'the surname stands in the table'],
  }
}

/** `Malofeev` and `Malofeyev`, `Syrsky` and `Syrskyi`: English papers write both. */
function inEnglish(name: string): string {
  return name
    .toLowerCase()
    .replace(/eye(?=va?$)/u, 'ee')
    .replace(/^ye/u, 'e')
    .replace(/yo(?=v$)/u, 'e')
    .replace(/sk(?:y|iy|yy|yi|ii)$/u, 'sky')
    .replace(/ii$/u, 'iy')
}

/** The Quebec dish. */
function isFood(tokens: Tokens, at: number): boolean {
  if (fold(tokens.text(at)) !== 'poutine') return false
  if (['a', 'some', 'la'].includes(tokens.lower(at - 1))) return true
  for (let index = Math.max(0, at - 4); index < at + 8; index++) if (food.has(tokens.lower(index))) return true
  return false
}

interface Surname {
  readonly end: number
  readonly candidates: readonly string[]
  readonly confidence: number
  readonly round: 'sure' | 'weak'
}

/** Index after a name that starts at `from`: hyphened parts go with it. */
function nameEnd(tokens: Tokens, from: number): number {
  let end = from + 1
  while (
    tokens.kind(end) === TokenKind.dash &&
    !tokens.spaceBefore(end) &&
    tokens.isCapitalised(end + 1) &&
    !tokens.spaceBefore(end + 1)
  )
    end += 2
  return end
}

/** The French surname after a given name. */
function surnameAfter(tokens: Tokens, given: number, name: GivenName, compiled: Compiled): Surname | undefined {
  const from = nameEnd(tokens, given)
  if (!tokens.isCapitalised(from) || !tokens.spaceBefore(from) || isKept(tokens, from, compiled.kept)) return undefined
  const match = compiled.matcher.match(tokens, from)
  const entry = match?.values[0]
  if (match !== undefined && entry !== undefined && !entry.homograph && isSurnameOf(entry, name)) {
    const text = copyName(tokens.text(from), entry.pair.target)
    return { end: match.end, candidates: [text], confidence: 0.95, round: 'sure' }
  }
  const end = nameEnd(tokens, from)
  const text = tokens.prose.slice(tokens.start(from), tokens.end(end - 1))
  if (name.origin === 'el') {
    const plain = romaniseGreek(text)
    // Any accent is French behind a name that only Greeks bear.
    const french = plain === text ? name.french && isGreekSurname(text) : !name.shared || isGreekSurname(text)
    if (!french) return undefined
    return { end, candidates: [plain], confidence: plain === text ? 0.75 : 0.9, round: 'sure' }
  }
  if (name.origin === 'sr' && isFrenchSerbian(text))
    return { end, candidates: romaniseSerbian(text), confidence: 0.88, round: 'sure' }
  if (!slavicOrCaucasian.has(name.origin)) return undefined
  if (text.length < 4 || isCommonWord(text)) return undefined
  const confidence = surnameConfidence(text, name)
  if (confidence === 0) return undefined
  const candidates = romanise(text)
  return candidates.length === 0
    ? undefined
    : { end, candidates, confidence, round: confidence < 0.7 ? 'weak' : 'sure' }
}

/** `Sergueï Narychkine`: both names, or the one of them that is French. */
function afterGivenName(
  tokens: Tokens,
  at: number,
  name: GivenName,
  compiled: Compiled,
): { draft: Draft; end: number } | undefined {
  const surname = surnameAfter(tokens, at, name, compiled)
  const form = tokens.text(at)
  const givens = name.targets.map((target) => copyName(form, target))
  const start = nameEnd(tokens, at)
  if (surname === undefined) {
    const named = tokens.isCapitalised(start) && tokens.spaceBefore(start)
    const russian =
      named && name.french && /(?:[^s]|ss)(?:ov|ev|ova|eva|enko)$/u.test(tokens.lower(nameEnd(tokens, start) - 1))
    if (!name.french || (name.shared && !russian) || (!named && !name.unmistakable) || insideFrench(tokens, at))
      return undefined
    if (named && isKept(tokens, start, compiled.kept)) return undefined
    return {
      end: at + 1,
      draft: {
        start: tokens.start(at),
        end: tokens.end(at),
        expected: givens,
        confidence: name.unmistakable ? 0.9 : 0.75,
        weight: 4,
        reason: `“${form}” is the French form of the given name; English writes “${givens[0]}”`,
      },
    }
  }
  const differs = givens[0]?.toLowerCase() !== form.toLowerCase()
  const both = differs && start === at + 1
  const from = both ? at : start
  const first = givens[0] as string
  const expected = both
    ? [
        ...surname.candidates.map((text) => `${first} ${text}`),
        ...givens.slice(1).map((given) => `${given} ${surname.candidates[0]}`),
      ]
    : [...surname.candidates]
  const family = tokens.prose.slice(tokens.start(start), tokens.end(surname.end - 1))
  // “Georges Papadopoulos”: the surname is English already.
  const last = both && surname.candidates[0] === family ? at : surname.end - 1
  const actual = tokens.prose.slice(tokens.start(from), tokens.end(last))
  return {
    end: surname.end,
    draft: {
      start: tokens.start(from),
      end: tokens.end(last),
      expected: last === at ? givens : expected.slice(0, 4),
      confidence: surname.confidence,
      round: surname.round,
      weight: surname.round === 'sure' ? 4 : 1.5,
      reason: `“${actual}” is romanised the French way; English writes “${last === at ? first : expected[0]}”`,
      evidence: [both ? 'given name and surname are both French' : `it follows the given name “${form}”`],
    },
  }
}

/** Surnames that stand after a given name somewhere in the article, so that they can be told when they stand alone. */
function surnamesIn(document: DocumentView, compiled: Compiled): ReadonlyMap<string, readonly string[]> {
  const surnames = new Map<string, readonly string[]>()
  for (const { tokens } of document.segments) {
    for (let at = 0; at < tokens.count; at++) {
      const name = compiled.given.at(tokens, at)
      if (name === undefined) continue
      const surname = surnameAfter(tokens, at, name, compiled)
      const from = nameEnd(tokens, at)
      const other = surname?.candidates[0] !== tokens.text(from)
      if (surname !== undefined && other && surname.round === 'sure' && surname.end === from + 1) {
        surnames.set(tokens.text(from), surname.candidates)
      }
    }
  }
  return surnames
}

function isSurnameOf({ part, pair }: NameEntry, { origin }: GivenName): boolean {
  return slavicOrCaucasian.has(pair.kind) ? slavicOrCaucasian.has(origin) : part === 'surname' && pair.kind === origin
}
