import { targetLanguage } from './language.ts'

let words: ReadonlySet<string> | undefined
/** The answers given so far, up to a limit: the same words come again and again. */
const known = new Map<string, boolean>()
const mostKnown = 20_000

/** Is this word (any case) one that English writes small in mid-sentence? Names, titles and unknown words are not. */
export function isCommonWord(word: string): boolean {
  let common = known.get(word)
  if (common === undefined) {
    words ??= new Set(targetLanguage().list('common-words'))
    common = words.has(word.toLowerCase())
    if (known.size >= mostKnown) known.clear()
    known.set(word, common)
  }
  return common
}
