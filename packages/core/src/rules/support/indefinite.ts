/** Begins with a vowel as it is spoken: an hour, an MP; a European, a one-off, a union. */
const vowelSound =
  /^(?:[ai]|o(?!ne\b|nce\b)|e(?!u|we)|E(?=U\b)|u(?!ni(?![dmn])|nesco|s(?!h)|t(?![mt]))|hour|heir|hon(?:est|our|or))/iu
/** Spoken letter by letter: MP, NGO, RN; of four letters and more only those that no one reads as a word. */
const spelledOut = /^(?:[AEFHILMNORSX][A-Z]{0,2}|LREM)s?\b/u
const initials = /^[A-Z]{1,3}s?\b/u

/** Does “an” stand before this, not “a”? */
export function takesAn(text: string): boolean {
  return spelledOut.test(text) || (!initials.test(text) && vowelSound.test(text))
}

/** “a” or “an”, whichever stands before the text, in the case of the article that is there. */
export function indefiniteBefore(article: string, text: string): string {
  const form = takesAn(text) ? 'an' : 'a'
  return article.startsWith('A') ? `A${form.slice(1)}` : form
}
