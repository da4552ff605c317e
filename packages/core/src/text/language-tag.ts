/** The language of a tag of BCP 47, also of a locale: `en` of `en-GB` and of `en_US`. */
export function languageOf(tag: string): string {
  return (tag.split(/[-_]/u)[0] as string).trim().toLowerCase()
}

/** May a text that has this tag, or none, be in the language? */
export function mayBeIn(language: string, tag: string | undefined): boolean {
  const own = languageOf(tag ?? '')
  return own === '' || own === 'und' || own === language
}
