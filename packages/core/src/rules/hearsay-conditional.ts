import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { hasPluralSubject } from './support/agreement.ts'
import { weekdays } from './support/calendar.ts'

/** Words that name where the news comes from. */
const sources = new Set(
  'according source sources reported reportedly suspected accused alleged police prosecutor prosecutors investigators investigation newspaper daily report reports afp media'.split(
    ' ',
  ),
)
const adverbs = new Set(['then', 'also', 'thus', 'first', 'already', 'subsequently', 'notably'])
/** Words of a true conditional. */
const conditions = new Set(
  'if unless otherwise without had could might should were whether wish wished rather hypothetically never even instead provided said says promised warned added told announced hoped expected thought knew believed predicted like liked loved preferred love better worse enough easily'.split(
    ' ',
  ),
)

/** The French conditional of hearsay, put into English as a conditional. */
export const hearsayConditional = defineRule({
  id: 'hearsay-conditional',
  mqm: 'accuracy/mistranslation',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 41,
  summary: 'The French conditional of hearsay reads as a condition in English.',
  why: 'French reports what is not confirmed in the conditional: “il aurait informé”, he is said to have informed (Grevisse, Le Bon Usage, § 889).',
  examples: {
    bad: [
      {
        text: 'According to the police, the suspect would have informed his brother.',
        expected: 'According to the police, the suspect allegedly informed his brother.',
        actual: 'would have informed',
      },
    ],
    good: [
      'According to the police, he would have died if the ambulance had been late.',
      'The reform would have cost too much, the minister said.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['would'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const draft = hearsay(tokens, at)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

/** Whom police news speaks of. */
const persons = new Set(
  'suspect victim victims man woman driver attacker assailant assailants individual individuals teenager perpetrator perpetrators shooter gunman couple motorist thieves robbers'.split(
    ' ',
  ),
)
/** What is told of a person or a crime as a fact, never on a condition. */
const facts = new Set(
  'aged originally known unharmed related linked connected hospitalized hospitalised injured wounded dead missing implicated unrelated suspected'.split(
    ' ',
  ),
)
/** What police news tells of those it speaks of. */
const deeds = new Set(
  'abducted acted assaulted attacked beaten collided committed confessed consumed crashed died drowned escaped fallen fired fled hit injured insulted kidnapped killed murdered opened raped received robbed shot stabbed stolen strangled struck suffered threatened wounded'.split(
    ' ',
  ),
)

function hearsay(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.lower(at + 1) === 'be') return presentHearsay(tokens, at)
  const have = adverbs.has(tokens.lower(at + 1)) ? at + 2 : at + 1
  if (tokens.lower(have) !== 'have' || tokens.lower(have + 1) === 'to') return undefined
  // `would have “lied to the judge”`: what is quoted begins with the verb.
  if (tokens.kind(have + 1) === TokenKind.quote) return quotedHearsay(tokens, at, have)
  if (tokens.shape(have + 1) !== Shape.lower || !tokens.isWord(have + 1)) return undefined
  const start = tokens.sentenceStart(at)
  let source = false
  let dated = false
  for (let index = start; index < tokens.sentenceEnd(at); index++) {
    const word = tokens.lower(index)
    if (conditions.has(word)) return undefined
    if (sources.has(word)) source = true
    else if (weekdays.has(word) || (word === 'last' && tokens.lower(index + 1) === 'time')) dated = true
  }
  if (!source && start > 0) source = namesSource(tokens, start - 1)
  const told =
    (persons.has(tokens.lower(at - 1)) && tokens.kind(have + 2) !== TokenKind.number) ||
    (deeds.has(tokens.lower(have + 1)) && isThirdPerson(tokens, at - 1))
  if (!source && !told && !(dated && isThirdPerson(tokens, at - 1))) return undefined
  const been = tokens.lower(have + 1) === 'been'
  const participle = tokens.text(have + 1)
  const regular = participle.endsWith('ed')
  const plural = hasPluralSubject(tokens, at)
  return {
    start: tokens.start(at),
    end: tokens.end(have + 1),
    expected: been
      ? [plural ? 'were reportedly' : 'was reportedly']
      : regular
        ? [`allegedly ${participle}`, `reportedly ${participle}`]
        : [`${plural ? 'are' : 'is'} said to have ${participle}`],
    confidence: source ? 0.62 : 0.5,
    weight: 0.7,
    reason: 'French reports hearsay in the conditional; English says “reportedly” or “allegedly”',
  }
}

function quotedHearsay(tokens: Tokens, at: number, have: number): Draft | undefined {
  const verb = tokens.text(have + 2)
  if (!/[a-z]{2}ed$/u.test(verb) && !deeds.has(verb) && !quotedVerbs.has(verb)) return undefined
  for (let index = tokens.sentenceStart(at); index < tokens.sentenceEnd(at); index++)
    if (conditions.has(tokens.lower(index))) return undefined
  if (!isThirdPerson(tokens, at - 1)) return undefined
  return {
    start: tokens.start(at),
    end: tokens.end(have),
    expected: ['reportedly', 'allegedly'],
    confidence: 0.55,
    weight: 0.7,
    reason: 'French reports hearsay in the conditional; English says “reportedly” or “allegedly”',
  }
}

const quotedVerbs = new Set(
  'been begun broken brought chosen done given gone had hidden kept known left lied lost made said seen sent taken told tried written'.split(
    ' ',
  ),
)

/** Does the sentence that ends at `last` say where its news comes from? */
function namesSource(tokens: Tokens, last: number): boolean {
  for (let at = tokens.sentenceStart(last); at <= last; at++) {
    const word = tokens.lower(at)
    if (word === 'according' || word === 'investigators' || word === 'prosecutor' || word === 'investigation')
      return true
  }
  return false
}

/** “we”, “I” and “you” speak of what they would have done. */
function isThirdPerson(tokens: Tokens, at: number): boolean {
  return !/^(?:i|we|you|it|that|this|which|they|nobody|anyone)$/u.test(tokens.lower(at))
}

/** “The suspect would be 25 years old”, “would be known to the police”. */
function presentHearsay(tokens: Tokens, at: number): Draft | undefined {
  const next = at + 2
  const aged = tokens.kind(next) === TokenKind.number && tokens.lower(next + 1) === 'years'
  const author =
    tokens.lower(next) === 'the' && /^(?:author|perpetrator|instigator|mastermind)$/u.test(tokens.lower(next + 1))
  if (!aged && !author && !facts.has(tokens.lower(next))) return undefined
  if (!isThirdPerson(tokens, at - 1)) return undefined
  for (let index = tokens.sentenceStart(at); index < tokens.sentenceEnd(at); index++)
    if (conditions.has(tokens.lower(index)) || tokens.lower(index) === 'now' || tokens.lower(index) === 'today')
      return undefined
  const text = `${hasPluralSubject(tokens, at) ? 'are' : 'is'} reportedly`
  return {
    start: tokens.start(at),
    end: tokens.end(at + 1),
    expected: [text],
    confidence: 0.6,
    weight: 0.8,
    reason: `French reports hearsay in the conditional; English says “${text}”`,
  }
}
