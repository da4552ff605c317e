/** Past tense and participle of the irregular verbs that the phrase tables use. */
const irregular: Readonly<Record<string, readonly [string, string]>> = {
  be: ['was', 'been'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  bring: ['brought', 'brought'],
  come: ['came', 'come'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  fall: ['fell', 'fallen'],
  find: ['found', 'found'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  have: ['had', 'had'],
  hear: ['heard', 'heard'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  know: ['knew', 'known'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  leave: ['left', 'left'],
  lose: ['lost', 'lost'],
  make: ['made', 'made'],
  meet: ['met', 'met'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  rise: ['rose', 'risen'],
  run: ['ran', 'run'],
  say: ['said', 'said'],
  see: ['saw', 'seen'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  show: ['showed', 'shown'],
  speak: ['spoke', 'spoken'],
  stand: ['stood', 'stood'],
  take: ['took', 'taken'],
  tell: ['told', 'told'],
  throw: ['threw', 'thrown'],
  win: ['won', 'won'],
  write: ['wrote', 'written'],
  uphold: ['upheld', 'upheld'],
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
    verb === 'be' ? 'being' : verb.endsWith('e') && !verb.endsWith('ee') ? `${verb.slice(0, -1)}ing` : `${doubled}ing`
  const past = verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${doubled}ed`
  const [pastForm, participle] = irregular[verb] ?? [past, past]
  return [verb, third, pastForm, participle, ing]
}
