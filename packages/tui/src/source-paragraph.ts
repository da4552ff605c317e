/** A blank line parts paragraphs. */
const gap = /\r?\n[ \t]*(?:\r?\n[ \t]*)+/u

/**
 * The paragraph of the source text that a place of the translation was made from: the one at the same place among its
 * paragraphs. Translation keeps their order; where one text has more of them, it is the one that stands as far on.
 *
 * @param offset UTF-16 code units into the translation
 * @returns undefined where the source text is empty
 */
export function sourceParagraphAt(translation: string, offset: number, source: string): string | undefined {
  const theirs = source.trim().split(gap)
  if (theirs[0] === '') return undefined
  const before = translation.slice(0, offset).trimStart().split(gap).length - 1
  const count = translation.trim().split(gap).length
  if (theirs.length === count) return theirs[before]
  return theirs[Math.min(theirs.length - 1, Math.round((before * (theirs.length - 1)) / Math.max(1, count - 1)))]
}
