import type { BilingualArticle, Category } from './bilingual.ts'

const perSort = 10
const foreignPeople = ['Bernard Castaing', 'Lucie Marquet', 'Ingrid Holmqvist', 'Paul Rousset']
const foreignPlaces = ['Toulouse', 'Geneva', 'Bologna', 'Tampere']
const auxiliary =
  /\b(?:is|was|are|were|has|had|will|would|can|could)\b(?! (?:not|never|no|nothing|refused|do nothing)\b|n’t)/gu
const denial = /\b(?:not|never) |(?<=\b(?:is|was|are|were|had|would|could|do|does|did))n’t\b/gu
/** Two capitalised words in running text: most often a person. */
const person = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?=[,. ’]|$)/gu
const fullName = String.raw`\p{Lu}[\p{L}’-]+(?: (?:[Dd]e |[Ll]e )?\p{Lu}[\p{L}’-]+)+`
/** `,” said the minister, Bruno Retailleau`, `Bruno Retailleau replied: “` */
const speaker = new RegExp(
  String.raw`(?<=” [^“”.\n]{0,60})(?<!of |told )(?:${fullName})(?=[,. ])|(?:${fullName})(?=[^“”.\n]{0,70}: “)`,
  'gu',
)
const place = /(?<= (?:in|at|to|from|near) )\p{Lu}\p{Ll}+(?=[,. ]|$)/gu
const calendar =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/u
const number = /(?<![\p{L}\d/.-])\d[\d,.]*\d|(?<![\p{L}\d/.-])\d(?![\p{L}\d/])/gu

/** Faultless pairs, each spoilt in one place: the same random seed spoils the same places. */
export function perturbed(pairs: readonly BilingualArticle[], seed: number): BilingualArticle[] {
  const random = generator(seed)
  const articles: BilingualArticle[] = []
  for (const pair of pairs) {
    const done = new Set<string>()
    for (const [category, spoil] of Object.entries(sorts)) {
      for (let count = 0; count < perSort; count++) {
        const change = spoil(pair, random, pairs)
        if (change === undefined) continue
        const { start, end, text } = change
        const key = `${category} ${start} ${end} ${text}`
        if (done.has(key)) continue
        done.add(key)
        articles.push({
          name: `${pair.name}+${category}`,
          source: pair.source,
          text: pair.text.slice(0, start) + text + pair.text.slice(end),
          faults: [{ start, end: start + text.length, category: category as Category }],
        })
      }
    }
  }
  return articles
}

interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

type Random = () => number
type Spoil = (pair: BilingualArticle, random: Random, pairs: readonly BilingualArticle[]) => Change | undefined

const sorts: Partial<Record<Category, Spoil>> = {
  number({ text }, random) {
    const chosen = pick([...text.matchAll(number)], random)
    if (chosen === undefined) return undefined
    const [digits] = chosen
    const spoilt = otherNumber(digits, random)
    return { start: chosen.index, end: chosen.index + digits.length, text: spoilt }
  },
  name({ text, source }, random) {
    const people = [...text.matchAll(person)].filter(([name]) => source.includes(name.split(' ')[1] as string))
    const places = [...text.matchAll(place)].filter(([name]) => source.includes(name) && !calendar.test(name))
    const isPerson = random() < 0.6
    const chosen = pick(isPerson ? people : places, random)
    if (chosen === undefined) return undefined
    const [name] = chosen
    const others = isPerson ? [...people.map(([other]) => other), ...foreignPeople] : foreignPlaces
    const other = pick(
      others.filter((candidate) => candidate !== name),
      random,
    )
    return { start: chosen.index, end: chosen.index + name.length, text: other as string }
  },
  omission({ text }, random) {
    const sentences = sentencesOf(text).filter(({ first, text: own }) => !first && own.split(' ').length >= 6)
    const chosen = pick(sentences, random)
    return chosen && { start: chosen.start, end: chosen.end, text: '' }
  },
  addition(pair, random, pairs) {
    const other = pick(
      pairs.filter(({ name }) => name !== pair.name),
      random,
    ) as BilingualArticle
    const added = pick(
      sentencesOf(other.text).filter(({ text }) => text.split(' ').length >= 9),
      random,
    )
    const behind = pick(sentencesOf(pair.text), random)
    if (added === undefined || behind === undefined) return undefined
    return { start: behind.end, end: behind.end, text: ` ${added.text.trim()}` }
  },
  untranslated({ text, source }, random) {
    const english = text.split('\n\n')
    const french = source.split('\n\n')
    const index = 1 + Math.floor(random() * (english.length - 1))
    const from = sentencesOf(english[index] ?? '')
    const to = sentencesOf(french[index] ?? '')
    const at = Math.floor(random() * from.length)
    const left = to[at]
    const right = from[at]
    if (from.length !== to.length || left === undefined || right === undefined) return undefined
    const offset = english.slice(0, index).join('\n\n').length + 2
    const words = left.text.trim().split(/ /u)
    // A whole sentence, or its second half.
    const cut = random() < 0.5 ? 0 : Math.floor(words.length / 2)
    const kept = right.text.trim().split(' ')
    const lead = kept.slice(0, cut === 0 ? 0 : Math.floor(kept.length / 2)).join(' ')
    const start = offset + right.start + (right.text.length - right.text.trimStart().length)
    return {
      start: start + lead.length,
      end: offset + right.end,
      text: `${lead === '' ? '' : ' '}${words.slice(cut).join(' ')}`,
    }
  },
  /** Two speakers exchange what they say. */
  quotation({ text }, random) {
    const speakers = [...text.matchAll(speaker)].map(({ index: start, 0: name }) => ({
      name,
      start,
      end: start + name.length,
    }))
    const first = pick(speakers, random)
    const second = pick(
      speakers.filter(({ name, start }) => first !== undefined && start > first.end && !name.includes(first.name)),
      random,
    )
    if (first === undefined || second === undefined || first.name.includes(second.name)) return undefined
    return {
      start: first.start,
      end: second.end,
      text: second.name + text.slice(first.end, second.start) + first.name,
    }
  },
  negation({ text }, random) {
    const lost = [...text.matchAll(denial)]
    const gained = [...text.matchAll(auxiliary)]
    if (lost.length > 0 && random() < 0.5) {
      const chosen = pick(lost, random) as RegExpMatchArray & { index: number }
      return { start: chosen.index, end: chosen.index + chosen[0].length, text: '' }
    }
    const chosen = pick(gained, random)
    if (chosen === undefined) return undefined
    const at = chosen.index + chosen[0].length
    return { start: at, end: at, text: ' not' }
  },
}

function otherNumber(digits: string, random: Random): string {
  for (;;) {
    const way = Math.floor(random() * 3)
    const places = [...digits].flatMap((digit, index) => (/\d/u.test(digit) ? [index] : []))
    const at = pick(places, random) as number
    let other = digits
    if (way === 0) other = replaceAt(digits, at, String(Math.floor(random() * 10)))
    else if (way === 1) {
      const next = places[places.indexOf(at) + 1]
      if (next !== undefined)
        other = replaceAt(replaceAt(digits, at, digits[next] as string), next, digits[at] as string)
    } else if (/^\d{1,3}$/u.test(digits)) other = `${digits}0`
    if (other !== digits && !/^0\d/u.test(other)) return other
  }
}

function replaceAt(text: string, at: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + 1)
}

interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Does a paragraph begin with it? */
  readonly first: boolean
}

/** Sentences of running text; headings and questions in bold are left out. */
function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const paragraph of text.matchAll(/^[^#*\n].*$/gmu)) {
    for (const match of paragraph[0].matchAll(/[^\s].*?[.?!]”?(?= [\p{Lu}«“]|$)/gu)) {
      const start = paragraph.index + match.index
      sentences.push({ start, end: start + match[0].length, text: match[0], first: match.index === 0 })
    }
  }
  return sentences
}

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}

/** Mulberry32. */
function generator(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
