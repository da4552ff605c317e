import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { hasPluralSubject } from './support/agreement.ts'
import { months, weekdays } from './support/calendar.ts'

/** What is scheduled rather than owed, after “should be”. */
const scheduled = new Set(
  'adopted announced appointed auctioned broadcast closed completed debated delivered discussed examined extended extradited finalised finalized finished formalised formalized formed heard held inaugurated introduced known launched opened organised organized paid played presented pronounced published questioned received rendered released reopened repatriated signed submitted tabled transferred tried unveiled voted'.split(
    ' ',
  ),
)
/** What comes by itself. */
const events = new Set(
  'appear arrive begin close come continue decrease disappear drop end enter exceed fall increase intensify last open persist reach reopen resume return rise settle start'.split(
    ' ',
  ),
)
/** What people have on their calendar. */
const appointments = new Set(
  'address announce attend chair host meet present receive speak travel unveil visit'.split(' '),
)
const spans = new Set('week month year summer autumn winter spring weekend afternoon evening morning season'.split(' '))
const soon = new Set('tomorrow soon tonight shortly'.split(' '))
/** Who says what ought to be done: there “should” is meant. */
const demands = new Set(
  'argued argues asked believe believes called calls campaigners critics demand demanded demands insist insisted insists recommend recommended recommends suggested suggests think thinks thought urged urges ought must not never'.split(
    ' ',
  ),
)

/** “should” and “must”, which render the French devrait and doit, for what is only expected or arranged. */
export const expectedShould = defineRule({
  id: 'expected-should',
  mqm: 'accuracy/mistranslation',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 37,
  summary: '“Should” or “must” makes a duty of what the French only expects or has arranged.',
  why: 'French “devrait” and “doit” tell what is scheduled or expected (le verdict doit être rendu mercredi); English “should” and “must” read as a duty, so news says “is due to” or “is expected to” (Vinay & Darbelnet, § 128).',
  examples: {
    bad: [
      {
        text: 'The report should be published on Tuesday.',
        expected: 'The report is due to be published on Tuesday.',
        actual: 'should be published',
      },
      {
        text: 'The verdict must be pronounced on Wednesday evening.',
        expected: 'The verdict is due to be pronounced on Wednesday evening.',
        actual: 'must be pronounced',
      },
      {
        text: 'Elisabeth Borne must speak tomorrow with the unions.',
        expected: 'Elisabeth Borne is due to speak tomorrow with the unions.',
      },
      {
        text: 'Electricity prices should increase again in 2024.',
        expected: 'Electricity prices are expected to increase again in 2024.',
      },
    ],
    good: [
      'The report should be published, campaigners said. People should leave by Tuesday.',
      'The minister should resign this week, she argued.',
      'Bids must be submitted by Friday, and forms must be signed before Monday. You must speak tomorrow.',
      'The minister must be heard, and the text must be adopted without delay.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['should', 'must'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const draft = expectation(tokens, at)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

function expectation(tokens: Tokens, should: number): Draft | undefined {
  // “If he should die”, “Should it happen”, “what should be done”.
  if (tokens.shape(should) !== Shape.lower || /^(?:why|what|how|who|we|you|i|whether)$/u.test(tokens.lower(should - 1)))
    return undefined
  // A person who acts has a duty: “he should return”.
  if (tokens.lower(should + 1) !== 'be' && /^(?:he|she|they)$/u.test(tokens.lower(should - 1))) return undefined
  const first = /ly$/u.test(tokens.lower(should + 1)) || tokens.lower(should + 1) === 'also' ? should + 2 : should + 1
  const passive = tokens.lower(first) === 'be'
  const last = passive ? (/ly$/u.test(tokens.lower(first + 1)) ? first + 2 : first + 1) : first
  const word = tokens.lower(last)
  const takesPlace = word === 'take' && tokens.lower(last + 1) === 'place'
  const must = tokens.lower(should) === 'must'
  // “Elisabeth Borne must speak tomorrow”: of people by their names.
  const arranged = must && appointments.has(word) && tokens.isCapitalised(should - 1)
  if (!(passive ? scheduled.has(word) : events.has(word) || takesPlace || arranged)) return undefined
  if (!isDated(tokens, should, last)) return undefined
  const verb = passive || must ? 'is due to' : 'is expected to'
  const form = hasPluralSubject(tokens, should) ? verb.replace('is', 'are') : verb
  const rest = tokens.prose.slice(tokens.start(should + 1), tokens.end(last))
  return {
    start: tokens.start(should),
    end: tokens.end(last),
    expected: [`${form} ${rest}`],
    confidence: 0.55,
    weight: 0.4,
    reason: `“${must ? 'Must' : 'Should'}” reads as a duty; what is only scheduled or expected “${form} ${rest}”`,
  }
}

/** Does the sentence name a time to come, and nobody who demands? */
function isDated(tokens: Tokens, should: number, last: number): boolean {
  let dated = false
  for (let at = tokens.sentenceStart(should); at < tokens.sentenceEnd(last); at++) {
    const word = tokens.lower(at)
    if (at !== should && demands.has(word)) return false
    // “by Friday”: a deadline is a duty.
    if ((word === 'by' || word === 'before') && isTime(tokens, at + 1)) return false
    if (weekdays.has(word) || soon.has(word)) dated = true
    else if (months.has(word) && tokens.isCapitalised(at) && at > should) dated = true
    else if (spans.has(word) && /^(?:this|next|coming|the)$/u.test(tokens.lower(at - 1)) && at > should) dated = true
    else if (tokens.kind(at) === TokenKind.number && /^20[2-4]\d$/u.test(tokens.text(at)) && at > should) dated = true
    else if (word === 'coming' && spans.has(tokens.lower(at + 1).replace(/s$/u, '')) && at > should) dated = true
  }
  return dated
}

function isTime(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at)
  return weekdays.has(word) || months.has(word) || /^(?:tomorrow|next|the|noon|midnight|\d.*)$/u.test(word)
}
