import { targetLanguage } from './language.ts'

let words: ReadonlySet<string> | undefined

/** Is this word (any case) one that English writes small in mid-sentence? Names, titles and unknown words are not. */
export function isCommonWord(word: string): boolean {
  words ??= new Set(targetLanguage().list('common-words'))
  return words.has(word.toLowerCase())
}
