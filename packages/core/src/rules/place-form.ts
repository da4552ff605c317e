import { isCommonWord } from '../language/common-words.ts'
import { isEnglishWord } from '../language/english-words.ts'
import { frenchSigns } from '../language/romanisation-signs.ts'
import { fold } from '../text/fold.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { Bearers } from './support/bearers.ts'
import { differingPart, insideFrench, isWrittenAsName } from './support/name-draft.ts'
import {
  compileNames,
  contextsOf,
  homographsOf,
  type NameContext,
  type NameEntry,
  tableDrafts,
} from './support/name-table.ts'

/** Forms that English used until lately: a question of house style. */
const formerEnglish: ReadonlyMap<string, { target: string; keep: RegExp }> = new Map([
  ['kiev', { target: 'Kyiv', keep: /^(?:chicken|dynamo|dinamo)$/u }],
  ['donbass', { target: 'the Donbas', keep: /^(?:arena|shakhtar)$/u }],
  ['kharkov', { target: 'Kharkiv', keep: /^$/u }],
  ['lvov', { target: 'Lviv', keep: /^$/u }],
  ['odessa', { target: 'Odesa', keep: /^(?:texas|new)$/u }],
])

/** French forms of places. */
export const placeForm = defineRule({
  id: 'place-form',
  mqm: 'accuracy/untranslated',
  severity: 'major',
  fix: 'safe',
  needs: 'either',
  carriedOver: true,
  tellsAlone: true,
  mutes: ['untranslated-french'],
  round: 'sure',
  priority: 68,
  summary: 'The name of a place is in its French form.',
  why: 'Many places have a French name of their own (Londres, Moscou, Pékin), which the machine leaves when it takes it for a name.',
  examples: {
    bad: [
      { text: 'The talks in Moscou and Pékin failed.', expected: 'The talks in Moscow and Beijing failed.' },
      { text: 'He left the Etats-Unis for Tel-Aviv.', expected: 'He left the United States for Tel Aviv.' },
      { text: 'The battle of Marioupol lasted.', expected: 'The battle of Mariupol lasted.' },
    ],
    good: [
      'She lives in Nice, he in Tours, near the rue de Londres and the gare de Vienne.',
      'Orange alerts cover Drôme, Savoie, Vendée, Vienne and Yonne.',
      'Grenade attacks, chili in Chile, an Argentine player and Jack London went to Mexico.',
    ],
  },
  prepare(language, vocabulary) {
    const matcher = compileNames(language.table('places'), 'class', homographsOf(language), vocabulary, {
      contexts: contextsOf(language),
      isLeftOut: (source) => formerEnglish.has(fold(source)),
    })
    const bearers = new Bearers(language)
    return {
      triggers: { phrases: matcher, words: formerEnglish.keys() },
      *check({ tokens, occurrences }, document) {
        for (const at of occurrences) {
          const former = formerEnglish.get(tokens.lower(at))
          const draft = former === undefined ? undefined : formerForm(tokens, at, former)
          if (draft !== undefined) yield draft
        }
        yield* tableDrafts(matcher, tokens, (all, from, to, entry) =>
          to - from === 1 && bearers.has(all.text(from), document) ? undefined : fromTable(all, from, to, entry),
        )
      },
    }
  },
})

/** `l’Argentine`, `d’Ukraine` in an English sentence: the French article or preposition goes with the name. */
function elidedPlace(tokens: Tokens, from: number, to: number, target: string): Draft | undefined {
  const elision = from - 1
  if (tokens.kind(elision) !== TokenKind.elision || !tokens.isCapitalised(from)) return undefined
  const before = elision - 1
  const starts = tokens.startsSentence(elision) && tokens.isWord(to) && isCommonWord(tokens.text(to))
  const english = starts || (tokens.isWord(before) && tokens.shape(before) === 0 && isCommonWord(tokens.text(before)))
  // “l’Algérie c’est la France” is a slogan.
  if (tokens.kind(to) === TokenKind.elision || tokens.lower(to) === 'est') return undefined
  if (!english || (!starts && !tokens.spaceBefore(elision)) || (tokens.isCapitalised(to) && tokens.spaceBefore(to)))
    return undefined
  const text = tokens.lower(elision).startsWith('d') ? `of ${target}` : target
  return {
    start: tokens.start(elision),
    end: tokens.end(to - 1),
    expected: [text],
    confidence: 0.93,
    safe: false,
    weight: 4,
    reason: `French was left here; English says “${text}”`,
    evidence: ['French elision before the name'],
  }
}

function fromTable(tokens: Tokens, from: number, to: number, entry: NameEntry): Draft | undefined {
  const { pair, homograph } = entry
  const context = entry.context === 'river' ? riverContext(tokens, from) : entry.context
  const elided = elidedPlace(tokens, from, to, pair.target.split('|')[0] as string)
  if (elided !== undefined) return elided
  if (homograph && (context === undefined || !standsAsPlace(tokens, from, to, context))) return undefined
  if (!isWrittenAsName(tokens, from, to, pair.source) || insideFrench(tokens, from, to)) return undefined
  const edits = pair.target.split('|').flatMap((target) => differingPart(tokens, from, to, target) ?? [])
  const edit = edits[0]
  if (edit === undefined) return undefined
  // A surname or a firm after a given name, and a compound: “Jack Londres”, “Paris-Londres”.
  const single = to - from === 1
  const named = single && tokens.isCapitalised(from - 1) && !tokens.startsSentence(from - 1) && tokens.spaceBefore(from)
  // “Riyad Mahrez”: a given name.
  const given = single && tokens.isCapitalised(to) && tokens.shape(to) === Shape.capital && tokens.spaceBefore(to)
  const compound = isHyphen(tokens, from - 1) || isHyphen(tokens, to)
  const accented = fold(pair.source) !== pair.source.toLowerCase()
  // “Paris-Londres” may be the name of anything, “Koupiansk-Vouzlovyï” is a town.
  const romanised = single && compound && !named && frenchSigns(tokens.text(from)) === 'sure'
  // “Makalé Camara”: two names, no noun beside a place.
  const person = given && !isEnglishWord(tokens.lower(to))
  const faint = named || (compound && !romanised) || given || context === 'weak'
  const confidence = romanised
    ? 0.82
    : named || compound || person
      ? 0.35
      : given
        ? 0.6
        : context !== undefined
          ? 0.82
          : single && !accented
            ? 0.93
            : 0.96
  return {
    start: edit.start,
    end: edit.end,
    expected: edits.filter(({ start, end }) => start === edit.start && end === edit.end).map(({ text }) => text),
    confidence,
    safe: confidence > 0.9,
    ...(faint ? { round: 'weak' as const } : {}),
    // A wine list or a walk in Quebec is full of such names: they say nothing about it.
    weight: context === 'weak' ? 0 : named || compound ? 1 : 4,
    reason: `“${tokens.prose.slice(edit.start, edit.end)}” is the French name; English says “${edit.text}”`,
    evidence: [context === undefined ? 'the place stands in the table' : 'it stands where a place does'],
  }
}

/** A hyphen that touches both its neighbours. */
function isHyphen(tokens: Tokens, at: number): boolean {
  return tokens.kind(at) === TokenKind.dash && !tokens.spaceBefore(at) && !tokens.spaceBefore(at + 1)
}

const prepositions = new Set('in to from near via towards toward between across'.split(' '))
/** Small words that follow a noun phrase: what else is written small there is a noun that the name goes with. */
const followers = new Set(
  'and or to in on at for with after before as is was are were has had have will would could said says that which where who by from when while but since during because than until against about along near around over under between into instead alone too also now if so still again once this last next yesterday today'.split(
    ' ',
  ),
)

/** Rivers have the article in English; a name without it may be somebody’s. */
function riverContext(tokens: Tokens, from: number): NameContext {
  return tokens.lower(from - 1) === 'the' ? 'article' : 'weak'
}

/** Does the sentence treat a homograph as a foreign place? */
function standsAsPlace(tokens: Tokens, from: number, to: number, context: NameContext): boolean {
  const before = tokens.lower(from - 1)
  if ((tokens.isCapitalised(to) && tokens.spaceBefore(to)) || isHyphen(tokens, to) || isHyphen(tokens, from - 1))
    return false
  // “Vendée, Vienne and Yonne”: in a list a homograph goes with its neighbours, which may be departments of France.
  if (context === 'weak' && tokens.kind(from - 1) === TokenKind.comma && endsListItem(tokens, to)) return false
  // “the Vienne department”, “the Normandie hotel”
  const adjective = tokens.isWord(to) && !followers.has(tokens.lower(to))
  if (context === 'weak') return !adjective && (tokens.startsSentence(from) || !tokens.isCapitalised(from - 1))
  if (!tokens.isWord(from - 1)) return false
  if (tokens.shape(from - 1) !== Shape.lower && !tokens.startsSentence(from - 1)) return false
  if (context === 'article') return before === 'the'
  if (context === 'loose') return !adjective && before !== 'a' && before !== 'an' && isCommonWord(before)
  return prepositions.has(before) && !adjective
}

function endsListItem(tokens: Tokens, at: number): boolean {
  return tokens.kind(at) === TokenKind.comma || tokens.lower(at) === 'and'
}

function formerForm(tokens: Tokens, at: number, { target, keep }: { target: string; keep: RegExp }): Draft | undefined {
  const behind = tokens.kind(at + 1) === TokenKind.comma ? at + 2 : at + 1
  if (!tokens.isCapitalised(at) || keep.test(tokens.lower(at - 1)) || keep.test(tokens.lower(behind))) return undefined
  const article = target.startsWith('the ')
  const has = tokens.lower(at - 1) === 'the'
  const noun =
    tokens.isWord(at + 1) &&
    tokens.shape(at + 1) === 0 &&
    !/^(?:is|was|are|has|had|will|and|or|in|on|to|for|from|by|with|since|that|which|remains|must|would|could)$/u.test(
      tokens.lower(at + 1),
    )
  const name = article && (has || noun) ? target.slice(4) : target
  const text = article && tokens.startsSentence(at) ? name.charAt(0).toUpperCase() + name.slice(1) : name
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [text],
    confidence: 0.62,
    round: 'weak',
    severity: 'minor',
    weight: 0.3,
    reason: `English papers have written “${text}” since 2019–2022`,
  }
}
