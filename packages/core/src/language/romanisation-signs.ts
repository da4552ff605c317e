/**
 * How much the spelling of a name says that it was romanised the French way.
 * `sure`: no English spelling looks like this. `strong`: hardly any. `weak`: with a Slavic given name before it.
 * `initial`: it begins with ch, which is Russian sh in French and tch in English (Chernenko), so that it needs a given
 * name in French romanisation; `faint`: so does this.
 */
export type Signs = 'sure' | 'strong' | 'weak' | 'initial' | 'faint' | 'none'

/** Endings of surnames and towns from Cyrillic, in either romanisation, that hardly any other language has. */
const slavicEnding =
  /(?:[^aou]ova?|eva?|[ïi]eva?|ïova?|oua?ova?|enko|[ïtkvr]ski|skaïa|naïa|skoï|tchouk|iouk|tchik|[^s]sk|gorsk|grad|[eio]vka)$/u
/** Groups of letters that English romanisation does not have. */
const frenchGroup = /chtch|tch|ou(?![aei]|s[aeiouy])|ï|[bcdfgklmnprstvz]iou[bcdfgklmnprstvz]|gu(?=[eéiï])|j(?=[in])/u
/** Endings that have the French group in them. */
const frenchEnding =
  /(?:[^k]chvili|dzé|[aeioulnrdvk]tchouk|chouk|tchenko|[^aeiouï]iouk|chkin[ea]|tchkin[ea]|[ao]ïeva?|[bdgklmnrstvz]aïa|[yi]ï|tch[a-z]*[aeiou][dgklnrstvz]ine|tchine|tch[eéi]rine|[aeio]jine|oustine|jinski|skoïe?|ytch)$/u
const georgian = /(?:chvili|dz[eé])$/u
/** Letter groups that French romanisation does not have: Hajiyev, Kissin, Jurowski, Vereshchagin. */
const englishGroup = /[a-z]y[aeou]|[a-z](?:sh|zh)|w|[bcdfgklmnprstvz]in$/u
/** What is French beside them as well: Goudayev. */
const clearlyFrench = /tch|ou(?![aei]|s[aeiouy])|ï|é|chvili/u
/** Rokossovsky: the double s is no French one, for French writes -ski. */
const russianDouble = /ss[aeiouy][a-z]*sky$/u

/** Endings in either romanisation that need a given name beside them. */
const looserEnding =
  /(?:ova?|eva?|enko|ski|sky|skaïa|ouk|uk|itch|ytch|ich|[bcdfghklmnprstvzgu]ine?|[bcdfghklmnprstvz]ina|yne|dz[eé]|iani?|oï|oy|ny|naïa|[aeiï]n|ak|[iïy]k|[ae]ts|enia|chouk|tch|[bdgklmnrz]a|ïs|[aeou][rl]|[yi]hal|oura|ko|ykh|ï)$/u
const weakGroup =
  /ou(?!s[aeiouy])|tch|ï|dj|gu(?=[eéiï])|[aeiou]ss[aeiou]|[^aeiouy]ine$|[^aeiou]yne$|^i(?:e[vkgl]|[ao][bcdfgklmnprstvz])|^ch[mnv]|vitch$|j[aeou](?!e)|chvili/u
/** `Sakharovitch`, `Lioubytino` */
const strongGroup = /[oeié]vitch$|[bdgklmnprstvz]iou[bdgkmtz]/u
const initialCh = /^ch[aeouiï]/u
const faintGroup =
  /ou|ch|ï|j|gu(?=[eéiï])|[aeiouï]ss[aeiouï]|i?ne$|ski$|^i[aeou]|é|[lkx]iev|[bcdfgklmnprstvz]ia[bcdfgklmnprstvz]|x/u

/** Reads the signs of a single name; of a compound the strongest part counts. */
export function frenchSigns(name: string): Signs {
  let signs = known.get(name)
  if (signs === undefined) {
    if (known.size >= mostKnown) known.clear()
    signs = readSigns(name)
    known.set(name, signs)
  }
  return signs
}

/** Names come again and again in news; what was read once is kept, up to a limit. It depends on the name alone. */
const known = new Map<string, Signs>()
const mostKnown = 20_000

const doubleGroups = [
  /tch|(?<!t)ch(?!r)/u,
  /ou/u,
  /ï/u,
  /j|gu(?=[eéiï])/u,
  /[aeiou]ss[aeiou]|kh|ts|[bdgklmnprstvz]iou/u,
  /[bcdfgklmnprstvz](?:ine|yne|ina|ski|skaïa|ova?|eva?|enko)$/u,
]

/** Has it two signs of different kinds, an ending among them? Then a given name that others bear too is enough. */
export function hasTwoSigns(name: string): boolean {
  const lower = name.toLowerCase()
  if (!(doubleGroups.at(-1) as RegExp).test(lower)) return false
  // Endings are common to both romanisations; -ine and -ski are French already.
  const ending = /(?:ine|yne|ski|skaïa)$/u.test(lower) ? 1 : 0
  return doubleGroups.slice(0, -1).filter((group) => group.test(lower)).length + ending > 1
}

function readSigns(name: string): Signs {
  const parts = name
    .toLowerCase()
    .split('-')
    .filter((part) => clearlyFrench.test(part) || !(englishGroup.test(part) || russianDouble.test(part)))
  for (const part of parts) if (part.length > 5 && isSure(part)) return 'sure'
  for (const part of parts) if (part.length > 5 && strongGroup.test(part)) return 'strong'
  for (const part of parts)
    if (part.length > 3 && weakGroup.test(part) && (looserEnding.test(part) || hasTwoGroups(part))) return 'weak'
  if (parts.some((part) => part.length > 3 && initialCh.test(part) && looserEnding.test(part))) return 'initial'
  return parts.some((part) => faintGroup.test(part)) ? 'faint' : 'none'
}

/** Two groups that are French whatever the name ends with: Goutzeït. */
function hasTwoGroups(part: string): boolean {
  return (
    [/ou(?![aei]|s[aeiouy])/u, /^cht/u, /ï/u, /tch/u, /gu(?=[eéi])/u].filter((group) => group.test(part)).length > 1
  )
}

function isSure(part: string): boolean {
  return (
    frenchEnding.test(part) ||
    part.includes('chtch') ||
    (slavicEnding.test(part) && frenchGroup.test(part)) ||
    (georgian.test(part) && /ou|tch|dj|ï|gu|chvili$/u.test(part))
  )
}
