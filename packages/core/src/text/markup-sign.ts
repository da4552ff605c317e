const tag = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/iu

/** Translation files do not say whether a text is HTML: a tag in it does. */
export function hasTags(text: string): boolean {
  return text.includes('<') && tag.test(text)
}
