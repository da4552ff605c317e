import { isCommonWord } from '../language/common-words.ts'
import { fold } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** French titles of address and what English papers write. */
const titles: ReadonlyMap<string, { english: string; sure: boolean }> = new Map([
  ['Mme', { english: 'Ms.', sure: true }],
  ['Mmes', { english: 'Ms.', sure: true }],
  ['Mlle', { english: 'Ms.', sure: true }],
  ['MM', { english: 'Messrs.', sure: true }],
  ['Mgr', { english: 'Bishop', sure: true }],
  ['Me', { english: 'Mr.', sure: false }],
  ['M', { english: 'Mr.', sure: false }],
])

/** French titles of address: M., Mme, Me. */
export const honorific = defineRule({
  id: 'honorific',
  mqm: 'accuracy/untranslated',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 53,
  summary: 'A French title of address stands before a name.',
  why: 'French papers write M. and Mme before surnames, and Me before a lawyer’s; the machine takes them for initials.',
  examples: {
    bad: [
      { text: 'Then M me Martin left.', expected: 'Then Ms. Martin left.', actual: 'M me' },
      { text: 'It concerns Mr.me Pécresse too.', expected: 'It concerns Ms. Pécresse too.', actual: 'Mr.me' },
      {
        text: 'The trial went on for days. Me Fabien Rajon spoke of it, and Me Rajon left.',
        expected: 'The trial went on for days. Mr. Fabien Rajon spoke of it, and Mr. Rajon left.',
        actual: 'Me',
      },
      {
        text: 'He spoke with his lawyer, Me Olivia Ronen, before the trial.',
        expected: 'He spoke with his lawyer, Ms. Olivia Ronen, before the trial.',
        actual: 'Me',
      },
      {
        text: 'The envoy, Mme Nuland, left with MM. Lavrov and Peskov.',
        expected: 'The envoy, Ms. Nuland, left with Messrs. Lavrov and Peskov.',
      },
      {
        text: 'Emmanuel Macron spoke. Then M. Macron left.',
        expected: 'Emmanuel Macron spoke. Then Mr. Macron left.',
        actual: 'M.',
      },
    ],
    good: ['M. Night Shyamalan met Mr. Smith and Madame Tussaud.', 'The M. family, 5 MM. and MGR. stayed.'],
  },
  prepare(language) {
    /** Given names of women, read when a lawyer is met. */
    let women: ReadonlySet<string> | undefined
    /** Surnames that all readers know; words of English (Philippe, Castle) would be anybody’s. */
    const figures = new Set(
      language.list('public-figures').flatMap((name) => {
        const surname = name.split(' ').at(-1) ?? ''
        return surname.length > 4 && !isCommonWord(surname) ? [surname] : []
      }),
    )
    return {
      triggers: { words: [...titles.keys()].map((title) => title.toLowerCase()) },
      *check({ tokens, occurrences }, document) {
        for (const at of occurrences) {
          const raised = raisedTitle(tokens, at)
          if (raised !== undefined) {
            yield raised
            continue
          }
          const title = titles.get(tokens.text(at))
          // `J. M. Coetzee`
          const initial = tokens.text(at - 1) === '.' && tokens.text(at - 2).length === 1
          if (title === undefined || initial || tokens.text(at - 1) === '-') continue
          const stopped = tokens.text(at + 1) === '.' && !tokens.spaceBefore(at + 1)
          const name = at + (stopped ? 2 : 1)
          if (!tokens.isCapitalised(name) || !tokens.spaceBefore(name) || tokens.text(name).length < 3) continue
          const lawyer =
            tokens.text(at) === 'Me' &&
            !stopped &&
            (afterLawyer(tokens, at) ||
              (isNamed(tokens, at) && document.segments.some(({ prose }) => court.test(prose))))
          if (tokens.text(at) === 'Me' && !lawyer) continue
          const known = stopped && (figures.has(tokens.text(name)) || isSurname(tokens, name, document.segments))
          if (!title.sure && !lawyer && !known) continue
          if (tokens.text(at) === 'MM' && !stopped) continue
          // “Me Jeanne Martin”: the title of lawyers has no gender.
          women ??= new Set(language.list('feminine-given-names').map(fold))
          const english = tokens.text(at) === 'Me' && women.has(fold(tokens.text(name))) ? 'Ms.' : title.english
          yield {
            start: tokens.start(at),
            end: tokens.end(stopped ? at + 1 : at),
            expected: [english],
            confidence: title.sure ? 0.93 : 0.85,
            safe: title.sure,
            // “Mme. Bovary”, “Mme de Staël”: English essays keep the title of a heroine.
            weight: 1,
            reason: `French title of address; English writes “${english}”, or the name alone`,
          } satisfies Draft
        }
      },
    }
  },
})

/** `Mr.me Le Pen`: the raised letters of « M^me » behind a translated M. */
function raisedTitle(tokens: Tokens, at: number): Draft | undefined {
  // `M e Béatrice Martin`, `M me Martin`
  const apart =
    tokens.text(at) === 'M' && ['e', 'me', 'mes'].includes(tokens.text(at + 1)) && tokens.isCapitalised(at + 2)
  if (apart) {
    const woman = tokens.text(at + 1) !== 'e'
    return {
      start: tokens.start(at),
      end: tokens.end(at + 1),
      expected: woman ? ['Ms.'] : ['Mr.', ''],
      confidence: woman ? 0.93 : 0.85,
      weight: 3,
      reason: `What is left of French « ${woman ? 'Mme' : 'Me'} » with raised letters`,
    }
  }
  if (tokens.text(at) !== 'me' || tokens.text(at - 1) !== '.' || tokens.spaceBefore(at)) return undefined
  if ((tokens.text(at - 2) !== 'Mr' && tokens.text(at - 2) !== 'M') || !tokens.isCapitalised(at + 1)) return undefined
  return {
    start: tokens.start(at - 2),
    end: tokens.end(at),
    expected: ['Ms.'],
    confidence: 0.95,
    safe: true,
    weight: 4,
    reason: 'What is left of French « Mme » with raised letters; English writes “Ms.”, or the name alone',
  }
}

const court = /\b(?:lawyers?|attorneys?|pleaded|indicted|court|trial)\b/u

/** `Me Fabien Rajon declares`: a surname, or given name and surname, that no title of a film or song is part of. */
function isNamed(tokens: Tokens, at: number): boolean {
  const name = at + 1
  if (isCommonWord(tokens.text(name)) || tokens.kind(at - 1) === TokenKind.quote) return false
  if (tokens.isCapitalised(at - 1) && !tokens.startsSentence(at)) return false
  return !tokens.startsSentence(at) || tokens.isCapitalised(name + 1)
}

/** `his lawyer, Me Delmas` */
function afterLawyer(tokens: Tokens, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    if (/^(?:lawyers?|attorneys?|counsel|colleagues?|bar|defen[cs]e|by|and)$/u.test(tokens.lower(index)))
      return !tokens.startsSentence(at)
  }
  return false
}

/** The word after an initial is a surname only when another given name stands before it elsewhere. */
function isSurname(tokens: Tokens, at: number, segments: readonly { readonly tokens: Tokens }[]): boolean {
  if (tokens.isWord(at + 1) && tokens.isCapitalised(at + 1)) return false
  const name = tokens.text(at)
  return segments.some(({ tokens: other }) => {
    if (!other.prose.includes(name)) return false
    for (let index = 1; index < other.count; index++) {
      if (
        other.text(index) === name &&
        other.isWord(index - 1) &&
        other.isCapitalised(index - 1) &&
        other.text(index - 1).length > 2
      )
        return true
    }
    return false
  })
}
