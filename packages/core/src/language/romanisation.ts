import { copyCase } from '../text/fold.ts'

/**
 * From the French romanisation of Slavic and Caucasian names to the English one, letter group by letter group.
 * Sources: the tables of French Wikipedia for Russian and Ukrainian, the Economist and AP style guides, BGN/PCGN in CLDR.
 * Tried in order at each place; the first that fits is taken.
 */
const rows: readonly (readonly [RegExp, string])[] = [
  [/^chtch/u, 'shch'],
  [/^tch/u, 'ch'],
  [/^ch/u, 'sh'],
  [/^dj/u, 'dzh'],
  [/^j/u, 'zh'],
  [/^gu(?=[eéiïy])/u, 'g'],
  [/^iou/u, 'yu'],
  [/^ouï/u, 'ui'],
  [/^ou/u, 'u'],
  [/^[ïi]a(?=$)/u, 'ia'],
  [/^ïa/u, 'ya'],
  [/^ï(?=[eo])/u, 'y'],
  [/^io(?=[bcdfgklmnprstvz])/u, 'yo'],
  [/^aï(?=[aeiou])/u, 'ay'],
  [/^oï(?=[aeiou])/u, 'oy'],
  [/^eï(?=[aeiou])/u, 'ey'],
  [/^ï/u, 'i'],
  [/^x/u, 'ks'],
  [/^é|^è|^ê/u, 'e'],
]

/** Signs that no English romanisation has. */
const sureSigns =
  /chtch|^tch[aeioué]|a?chvili$|tchouk$|vitch$|[bcdfgklmnprstvz]iou[bcdfgklmnprstvz]|aïa$|[ao]ïev|tch(?:ev|enko|ine|kine|ov|eva|ova)$|ou[a-z]*(?:ov|ev|ova|eva|enko|ski|skaïa|ïev)$|^gueor|ou[a-zï]*chkine?$|[aeo]ï(?:lo|ev|tch|ko)|tch[a-z]*(?:ov|ev|enko|ski|ine|ouk)a?$|j[a-z]*(?:inovski|nev|ine)$|ïn(?:e|ov)$|[aeiou]chenko$|choï|ouch(?:kin|enko|ev|ov)|[bcdfgklmnprstvz]oustine?$/u
/** Endings of Slavic and Caucasian surnames, in either romanisation. */
const slavicEnding =
  /(?:ova?|eva?|ïeva?|enko|ski|sky|skaïa|skaya|ouk|uk|itch|ych|[bcdfgklmnprstvzgu]ine|yne|dze|iani|oï|ny|naïa|ian|ak|ik)$/u
/** Signs that need a Slavic given name beside them. */
const weakSigns =
  /ou|^tch|ï|^dj|^iou|^j[aeiou]|gu[eiï]|ss|[^aeiouy]ine$|[^aeiou]yne$|^ie[vkgl]|^ia[bcdfgklmnprstvz]|^ch[aeou]|[aeiou]ch[aeiou]/u

export type Signs = 'sure' | 'weak' | 'none'

/** How much the spelling of a name says that it was romanised the French way. */
export function signsOfFrenchRomanisation(name: string): Signs {
  const lower = name.toLowerCase()
  if (sureSigns.test(lower)) return 'sure'
  return weakSigns.test(lower) && slavicEnding.test(lower) ? 'weak' : 'none'
}

/** English forms of a name in French romanisation, best first. The case is kept. */
export function romanise(name: string): string[] {
  const parts = name.split('-').map((part) => romanisePart(part.toLowerCase()))
  const best = parts.map(([first]) => first as string).join('-')
  const other = parts.map((variants) => variants[1] ?? (variants[0] as string)).join('-')
  return [...new Set([best, other])].map((text) => restore(name, text)).filter((text) => text !== name)
}

function restore(model: string, text: string): string {
  const models = model.split('-')
  return text
    .split('-')
    .map((part, index) => copyCase(models[index] ?? model, part))
    .join('-')
}

function romanisePart(lower: string): string[] {
  let word = lower
  const variants: string[] = []
  // Endings first: they are the surest.
  let ending = ''
  const take = (length: number, text: string): void => {
    word = word.slice(0, -length)
    ending = text
  }
  if (/(?:[^aeiou]|gu|ï)ine$/u.test(word) || word.endsWith('yne')) take(1, '')
  else if (word.endsWith('ski')) take(1, 'y')
  else if (word.endsWith('itch')) take(3, 'ch')
  else if (/[^aeiou]ian$/u.test(word)) take(3, 'yan')
  if (/^ie(?=[vkgl])/u.test(word)) word = `ye${word.slice(2)}`
  else if (/^ia(?=[bcdfgklmnprstvz])/u.test(word)) word = `ya${word.slice(2)}`
  else if (/^e(?=lts|vt|jov|vgue)/u.test(word)) word = `ye${word.slice(1)}`
  let out = ''
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at)
    const between = at > 0 && /[aeiouyéï]/u.test(word.charAt(at - 1))
    if (rest.startsWith('ss') && between && /^ss[aeiouyéï]/u.test(rest)) {
      out += 's'
      at += 2
      continue
    }
    if (/^ia[bcdfgklmnprstvz]/u.test(rest) && at > 0 && !between && !/^ian$/u.test(rest)) {
      out += 'ya'
      at += 2
      continue
    }
    const row = rows.find(([pattern]) => pattern.test(rest))
    if (row === undefined) {
      out += rest.charAt(0)
      at += 1
      continue
    }
    const match = row[0].exec(rest) as RegExpExecArray
    // Georgian, Azerbaijani and Serbian dj is j.
    out += row[0].source === '^dj' && /(?:dze|chvili|liani|ov)$/u.test(word) ? 'j' : row[1]
    at += match[0].length
  }
  out += ending
  variants.push(out)
  if (out.includes('dzh')) variants.push(out.replaceAll('dzh', 'j'))
  else if (/[^aeiouy]iev$/u.test(out)) variants.push(out.replace(/iev$/u, 'yev'))
  else if (out.includes('zh') && lower.includes('j')) variants.push(out.replaceAll('zh', 'j'))
  else if (/^ye/u.test(out)) variants.push(out.slice(1))
  return variants
}
