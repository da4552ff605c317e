import { copyCase } from '../text/fold.ts'
import { type LetterRow, rewriteLetters, row } from './letter-groups.ts'

const vowel = '[aeiouyéèêïëâôû]'
const consonant = '[bcdfghjklmnpqrstvwxz]'

/**
 * From the French romanisation of Slavic and Caucasian names to the English one, letter group by letter group: the
 * first row that fits is taken. Sources: the tables of French Wikipedia for Russian and Ukrainian, the Economist and AP
 * style guides, BGN/PCGN in CLDR.
 */
const rows: readonly LetterRow[] = [
  // Endings first: they are the surest.
  row('ine$', 'in'),
  row('yne$', 'yn'),
  row('(?<=s)ki$', 'ky', ['ki', 0.5]),
  row('skoïe$', 'skoye'),
  row('skoï$', 'skoy', ['skoi', 0.3]),
  row(`(?<=${consonant})ian$`, 'yan', ['ian', 0.6]),
  row(`(?<=al|bak|az|rz|had|haj|nab)iev(?=a?$)`, 'iyev', ['iev', 0.4], ['yev', 0.5]),
  row(`(?<=${consonant})iev(?=a?$)`, 'iev', ['yev', 0.45], ['iyev', 0.5]),
  row('iani$', 'iani'),
  // Letter groups.
  row('chtch', 'shch'),
  row('tch', 'ch'),
  row('ch', 'sh'),
  row('dj(?=[a-zïé]*(?:dze|dzé|chvili|ani|ia|ov|ova|ev|eva|ïev|ïeva)$)', 'j', ['dzh', 0.4]),
  row('dj', 'dzh', ['j', 0.5]),
  row('j', 'zh', ['j', 1]),
  row('gu(?=[eéèiïy])', 'g'),
  // Belarusian: Tsikhanouskaya.
  row('ou(?=sk(?:i|aïa)$)', 'ou', ['u', 0.4]),
  // Tatar names of -ulla: Nabiullin.
  row(`(?<=${consonant})iou(?=ll)`, 'iu', ['yu', 0.4]),
  row('^iou', 'yu', ['iu', 1.2]),
  row('ïou', 'yu'),
  row('iou', 'yu', ['iu', 0.6]),
  row('ouï', 'ui', ['uy', 0.4]),
  row('ou', 'u', ['ou', 2.2]),
  row('^ia', 'ya'),
  row(`(?<=${consonant})ia(?=${consonant}(?!$)|ch|k$|v$|g$|t$)`, 'ya', ['ia', 0.6]),
  row('ïa', 'ya'),
  row('^io', 'yo', ['io', 0.6]),
  row(`(?<=[rdgh])io(?=n|s)`, 'io', ['yo', 0.4]),
  row(`(?<=${consonant})io(?=${consonant})`, 'yo', ['io', 0.5], ['e', 0.6]),
  row('^ie', 'ye', ['e', 1.2]),
  row('^e(?=lts|vt|jov|vgu|rm[io]|gor|fr|vs|me|sip)', 'ye', ['e', 0.3]),
  row(`(?<=${vowel})ïe`, 'ye', ['ie', 0.5], ['e', 0.6]),
  row('ïe', 'ye', ['ie', 0.4]),
  // “Akinfeev”, “Sadulaev”: of sportsmen and people of the Caucasus English papers drop the y as often as not.
  row('aï(?=eva?$)', 'ay', ['a', 0.3]),
  row('eï(?=eva?$)', 'ey', ['e', 0.3]),
  row('oï(?=eva?$)', 'oy', ['o', 0.3]),
  row(`aï(?=${vowel})`, 'ay', ['ai', 0.4]),
  row(`eï(?=${vowel})`, 'ey', ['ei', 0.4]),
  row(`oï(?=${vowel})`, 'oy', ['oi', 0.4]),
  row('aï', 'ai', ['ay', 0.25]),
  row('eï', 'ei', ['ey', 0.25]),
  row('oï', 'oi', ['oy', 0.25]),
  row('yï$', 'yi', ['y', 0.5], ['iy', 0.3]),
  row('iï$', 'iy', ['ii', 0.25], ['y', 0.5]),
  row('iï', 'ii', ['iy', 0.4]),
  row('yï', 'yi', ['yy', 0.4]),
  row('ï', 'i', ['y', 0.4]),
  row(`(?<=${vowel})ss(?=${vowel})`, 's', ['ss', 0.9]),
  row('(?<=^ale)x', 'x', ['ks', 0.2]),
  row('x', 'ks', ['x', 0.2]),
  row('[éèêë]', 'e'),
  row('[âà]', 'a'),
  row('ô', 'o'),
  row('û', 'u'),
  row('ç', 's'),
]

/** English forms of a name in French romanisation, best first, three at most; none when it is English already. The case is kept. */
export function romanise(name: string): string[] {
  const parts = name.split('-').map((part) => rewriteLetters(part.toLowerCase(), rows))
  const first = parts.map((texts) => texts[0] ?? '').join('-')
  const others = parts.flatMap((texts, index) =>
    texts.slice(1).map((text) => parts.map((own, at) => (at === index ? text : (own[0] ?? ''))).join('-')),
  )
  const models = name.split('-')
  if (first === name.toLowerCase()) return []
  return [first, ...others]
    .slice(0, 3)
    .map((text) =>
      text
        .split('-')
        .map((part, index) => copyCase(models[index] ?? name, part))
        .join('-'),
    )
    .filter((text) => text !== name)
}
