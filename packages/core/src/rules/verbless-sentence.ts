import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Nouns with which French takes up what was just said (une décision que…, un chiffre en hausse). */
const resumptive = new Set(
  'accident account accusation affair agreement aim alternative amount analysis announcement appeal appointment argument arrival article attack attitude ballot battle behavior behaviour bill bonus budget burden career case challenge choice circumstance claim climate collapse comment comparison complaint concept condition conflict consequence context contract controversy crime crisis criticism custom danger date deadline deal death debate decision declaration decline defeat defence defense deficit delay demand demonstration departure detail development device difference difficulty disappearance disappointment discovery dispute document drop effect election end episode error event evidence example exception exercise expression extension fact failure fall fault feat feature feeling fight figure file finding first form formula future game gap gesture habit hearing honor honour hope hypothesis idea image impact importance incident increase indication information initiative innovation inquiry interview investment invitation issue job journey judgment key lack language law lead leader lesson level line link list look loss majority mark match measure mechanism meeting memory message method mission mistake mode model moment move mystery need negotiation news novelty number objection objective obligation observation obstacle occasion offer operation opinion opportunity option order paradox parallel partnership passage path pattern peak percentage performance period phenomenon picture place plan pleasure point policy position possibility postponement power practice prediction presence pressure principle priority privilege problem procedure process programme project promise proof proposal prospect protest provision punishment qualification quarrel question race range rate reaction reality reason recommendation record reference reflection reform refusal regime relationship relief reminder report request requirement resignation response result revelation revolution right rise risk role row rule ruling rumor rumour sanction scandal scenario scene score search season secret sentence setback shock sign signal silence situation solution source spectacle speech speed spending stance start state statement status step stop story strategy struggle style subject success suggestion sum summit support surprise sweep symbol system tactic target task tax tendency tension term territory test testimony text theme theory thing thought threat title tone tool topic tour tournament tradition tragedy transfer transformation trend trial trip truth turn turning type use value variant verdict version victim victory view violence visit voice vote wait warning wave way weakness weapon wish word world'.split(
    ' ',
  ),
)
const relatives = new Set(['that', 'which', 'who', 'whose'])
const finite = new Set(
  'is are was were has have had will would can could may might must shall should does did do says said came went took made gave got became began told saw left led kept held fell rose won lost put set let ran cut hit comes goes takes makes gives gets becomes begins remains seems means shows'.split(
    ' ',
  ),
)
const participles = new Set(
  'made taken given known won lost seen held sent brought told found drawn shown written born paid left led hit put set cut'.split(
    ' ',
  ),
)
/** Verbs that need no object: “An appeal failed.” is a sentence. */
const intransitive = new Set(
  'failed happened started opened ended passed closed resumed continued followed ensued emerged occurred collapsed succeeded stopped changed increased decreased improved worsened died arrived remained stayed'.split(
    ' ',
  ),
)
const determiners = new Set(
  'the a an his her its their this these those he she it they we you i some many all no'.split(' '),
)
const subjects = new Set('he she it they we you i there'.split(' '))
const longest = 60
const longestNoun = 5

/** A sentence without a verb that takes up the one before, as French writes them. */
export const verblessSentence = defineRule({
  id: 'verbless-sentence',
  mqm: 'style/unidiomatic-style',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 24,
  summary: 'A sentence has no main verb and hangs on the one before it.',
  why: 'French news takes up the last sentence with a noun and a relative (Une décision que le parquet a contestée.) or with “dont”; English joins it with a comma or makes it a sentence (Grevisse, Le Bon Usage, § 1046).',
  examples: {
    bad: [
      {
        text: 'The judge released him. A decision that the prosecution immediately appealed.',
        expected: 'The judge released him, a decision that the prosecution immediately appealed.',
        actual: '. A decision',
      },
      {
        text: 'Ten ministers left. Including the prime minister.',
        expected: 'Ten ministers left, including the prime minister.',
      },
    ],
    good: [
      'He spoke. A decision that shocks many is expected. A measure taken in 2010 was dropped.',
      'It ended. Including the fee, it cost £10.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['a', 'an', 'another', 'including'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        if (!tokens.startsSentence(at) || !tokens.isCapitalised(at)) continue
        const including = tokens.lower(at) === 'including'
        const head = including ? at : (headOf(tokens, at) ?? anyHead(tokens, at))
        if (head === undefined) continue
        if (including ? !isBareList(tokens, at) : !hasNoMainVerb(tokens, head)) continue
        yield draftOf(tokens, at, head, including || resumptive.has(tokens.lower(head)) ? 0.55 : 0.47)
      }
    },
  }),
})

/** The resumptive noun after the article, before its relative or participle. */
function headOf(tokens: Tokens, article: number): number | undefined {
  for (let at = article + 1; at < article + longestNoun; at++) {
    if (!tokens.isWord(at) || tokens.shape(at) !== Shape.lower) return undefined
    if (!resumptive.has(tokens.lower(at))) continue
    let next = at + 1
    if (relatives.has(tokens.lower(next))) return at
    if (/^(?:to|for|in|of|on|by)$/u.test(tokens.lower(next)) && tokens.lower(next + 1) === 'which') return at
    while (/ly$/u.test(tokens.lower(next))) next++
    const word = tokens.lower(next)
    const participle = (/[^e]ed$/u.test(word) && !intransitive.has(word)) || participles.has(word)
    if (participle && (tokens.lower(next + 1) === 'by' || tokens.text(next + 1) === '.')) return at
  }
  return undefined
}

/** Any noun, behind another sentence: English writers do the same for effect, though with people more than with things. */
function anyHead(tokens: Tokens, article: number): number | undefined {
  if (article === 0) return undefined
  for (let at = article + 1; at < article + longestNoun; at++) {
    if (!tokens.isWord(at) || tokens.shape(at) !== Shape.lower || subjects.has(tokens.lower(at))) return undefined
    const next = tokens.lower(at + 1)
    if (next === 'which' || next === 'that')
      return /(?:ing|ly|ed|[^s]s)$/u.test(tokens.lower(at)) || finite.has(tokens.lower(at)) ? undefined : at
  }
  return undefined
}

/** No more verbs than subordinate clauses, and nothing that could hide one. */
function hasNoMainVerb(tokens: Tokens, head: number): boolean {
  const end = tokens.sentenceEnd(head)
  if (end - head > longest || tokens.text(end - 1) !== '.') return false
  let clauses = 0
  let verbs = 0
  let from = head + 1
  if (!relatives.has(tokens.lower(from)) && !relatives.has(tokens.lower(from + 1))) {
    while (/ly$/u.test(tokens.lower(from))) from++
    from++
  }
  for (let at = from; at < end; at++) {
    if (tokens.kind(at) === TokenKind.quote) {
      at = quotationEnd(tokens, at, end)
      if (at === end) return false
      continue
    }
    if (tokens.kind(at) === TokenKind.bracket || tokens.text(at) === ':' || tokens.text(at) === ';') return false
    const word = tokens.lower(at)
    if (relatives.has(word) || word === 'when' || word === 'where' || word === 'while' || word === 'because') {
      clauses++
      // “that shocks”, “which is”: the verb of the clause, whatever its form.
      const next = /ly$/u.test(tokens.lower(at + 1)) ? at + 2 : at + 1
      if (relatives.has(word) && !determiners.has(tokens.lower(next)) && tokens.shape(next) === Shape.lower) {
        verbs++
        at = next
      }
    } else if (isFiniteVerb(tokens, at)) verbs++
  }
  return verbs <= clauses && (verbs > 0 || clauses === 0)
}

/** What is quoted has verbs of its own. */
function quotationEnd(tokens: Tokens, open: number, end: number): number {
  let at = open + 1
  while (at < end && tokens.kind(at) !== TokenKind.quote) at++
  return at
}

function isFiniteVerb(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at)
  const before = tokens.lower(at - 1)
  if (finite.has(word))
    return !/^(?:to|been|be|being|is|was|are|were|has|have|had|will|would|can|could|may|might|must|shall|should|not)$/u.test(
      before,
    )
  if (tokens.shape(at) !== Shape.lower || !tokens.isWord(at)) return false
  const next = tokens.lower(at + 1)
  if (/[^e]ed$/u.test(word)) {
    if (/^(?:is|are|was|were|has|have|had|be|been|being|not|the|a|an|of|by|to|and|most|more)$/u.test(before))
      return false
    // “…, already confronted with inflation”
    const hangsOn = before === ',' || before === 'already' || before === 'since' || before === 'recently'
    if (hangsOn && /^(?:by|with|to|in|on|at|for|from|as)$/u.test(next)) return false
    return next !== 'by'
  }
  // “comes into”, “plays the”: a word in -s after a noun and before what only follows a verb.
  return (
    /[^s]s$/u.test(word) &&
    word.length > 3 &&
    /^(?:the|a|an|into|his|her|its|their|that|out|up|off|down)$/u.test(next) &&
    !/^(?:the|a|an|of|in|for|to|his|her|its|their|these|those|several|many|some|and|with|on|at|from|by)$/u.test(before)
  )
}

/** “Including the prime minister.”: nothing follows but the names. */
function isBareList(tokens: Tokens, at: number): boolean {
  const end = tokens.sentenceEnd(at)
  if (end - at > longest || tokens.text(end - 1) !== '.') return false
  let clauses = 0
  for (let index = at + 1; index < end; index++) {
    if (relatives.has(tokens.lower(index))) clauses++
    else if (clauses === 0 && subjects.has(tokens.lower(index))) return false
    else if (isFiniteVerb(tokens, index) && clauses-- <= 0) return false
  }
  return true
}

function draftOf(tokens: Tokens, at: number, head: number, confidence: number): Draft {
  const stop = at - 1
  const joins = tokens.text(stop) === '.' && tokens.isWord(stop - 1)
  const opening = tokens.prose.slice(tokens.start(at), tokens.end(head))
  return {
    start: tokens.start(joins ? stop : at),
    end: tokens.end(head),
    expected: joins ? [`, ${opening.charAt(0).toLowerCase()}${opening.slice(1)}`] : [],
    confidence,
    weight: 0.4,
    reason: 'This sentence has no main verb, as French allows; join it to the one before or give it a verb',
  }
}
