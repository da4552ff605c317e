/** Past tense and participle of the irregular verbs that the phrase tables use. */
const irregular: Readonly<Record<string, readonly [string, string]>> = {
  be: ['was', 'been'],
  bear: ['bore', 'borne'],
  beat: ['beat', 'beaten'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  break: ['broke', 'broken'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  cast: ['cast', 'cast'],
  catch: ['caught', 'caught'],
  choose: ['chose', 'chosen'],
  come: ['came', 'come'],
  cost: ['cost', 'cost'],
  cut: ['cut', 'cut'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  drink: ['drank', 'drunk'],
  drive: ['drove', 'driven'],
  eat: ['ate', 'eaten'],
  fall: ['fell', 'fallen'],
  feel: ['felt', 'felt'],
  fight: ['fought', 'fought'],
  find: ['found', 'found'],
  flee: ['fled', 'fled'],
  forget: ['forgot', 'forgotten'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  have: ['had', 'had'],
  hear: ['heard', 'heard'],
  hit: ['hit', 'hit'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  know: ['knew', 'known'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  leave: ['left', 'left'],
  let: ['let', 'let'],
  light: ['lit', 'lit'],
  lose: ['lost', 'lost'],
  make: ['made', 'made'],
  meet: ['met', 'met'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  rebuild: ['rebuilt', 'rebuilt'],
  redo: ['redid', 'redone'],
  remake: ['remade', 'remade'],
  ring: ['rang', 'rung'],
  rise: ['rose', 'risen'],
  run: ['ran', 'run'],
  say: ['said', 'said'],
  see: ['saw', 'seen'],
  seek: ['sought', 'sought'],
  sell: ['sold', 'sold'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  shake: ['shook', 'shaken'],
  shoot: ['shot', 'shot'],
  show: ['showed', 'shown'],
  sing: ['sang', 'sung'],
  sit: ['sat', 'sat'],
  speak: ['spoke', 'spoken'],
  spend: ['spent', 'spent'],
  split: ['split', 'split'],
  spread: ['spread', 'spread'],
  spring: ['sprang', 'sprung'],
  stand: ['stood', 'stood'],
  steal: ['stole', 'stolen'],
  strike: ['struck', 'struck'],
  string: ['strung', 'strung'],
  swear: ['swore', 'sworn'],
  take: ['took', 'taken'],
  teach: ['taught', 'taught'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  throw: ['threw', 'thrown'],
  understand: ['understood', 'understood'],
  undergo: ['underwent', 'undergone'],
  undertake: ['undertook', 'undertaken'],
  uphold: ['upheld', 'upheld'],
  wake: ['woke', 'woken'],
  win: ['won', 'won'],
  withdraw: ['withdrew', 'withdrawn'],
  write: ['wrote', 'written'],
}

/** The five forms of a verb, in this order: base, third person, past, participle, -ing. */
export function inflect(base: string): readonly string[] {
  const [head = '', ...rest] = base.split(' ')
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  return forms(head).map((form) => form + tail)
}

function forms(verb: string): readonly string[] {
  const third =
    verb === 'have'
      ? 'has'
      : verb === 'be'
        ? 'is'
        : /(?:s|sh|ch|x|z|o)$/u.test(verb)
          ? `${verb}es`
          : /[^aeiou]y$/u.test(verb)
            ? `${verb.slice(0, -1)}ies`
            : `${verb}s`
  const doubled =
    /^(?:[^aeiou]*[aeiou][bdgmnprt]|admit|commit|refer)$/u.test(verb) && !/[aeiou]{2}.$/u.test(verb)
      ? verb + verb.at(-1)
      : verb
  const ing =
    verb === 'be'
      ? 'being'
      : verb.endsWith('ie')
        ? `${verb.slice(0, -2)}ying`
        : verb.endsWith('e') && !verb.endsWith('ee')
          ? `${verb.slice(0, -1)}ing`
          : `${doubled}ing`
  const past = verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${doubled}ed`
  const [pastForm, participle] = irregular[verb] ?? [past, past]
  return [verb, third, pastForm, participle, ing]
}

const pasts: ReadonlyMap<string, string> = new Map(
  Object.values(irregular).map(([past, participle]) => [participle, past] as const),
)

/** The past tense of the verb whose participle this is; undefined where the word is none. */
export function pastOf(participle: string): string | undefined {
  return pasts.get(participle) ?? (/[a-z]{2}ed$/u.test(participle) ? participle : undefined)
}
