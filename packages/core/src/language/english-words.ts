import { targetLanguage } from './language.ts'
import type { WordFilter } from './word-filter.ts'

let filter: WordFilter | undefined

/** Does an English dictionary hold this word, in lower case? One unknown word in 800 passes too. */
export function isEnglishWord(word: string): boolean {
  filter ??= targetLanguage().words()
  return filter.has(word)
}
