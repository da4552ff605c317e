import type { SegmentBuilder } from './segment-builder.ts'

/**
 * What content management systems keep in the text and put something in its place: shortcodes of WordPress
 * (`[gallery ids="1,2"]`, `[caption id="a"] … [/caption]`, `[embed] … [/embed]`), media of Drupal 7 (`[[{"fid":"1"}]]`).
 * A word in brackets has no attributes and no end.
 */
const embed =
  /\[\[\{[^\r\n]*?\}\]\]|\[\/([a-z][\w-]*)\]|\[([a-z][\w-]*)(?:\](?=[^[]*\[\/\2\])|(?:\s+[\w-]+=(?:"[^"\]]*"|'[^'\]]*'|[^\s\]"']+))+\s*\/?\])/giu

/** Copies a stretch of the source as it stands, but for what stands there for something else. */
export function copyAround(builder: SegmentBuilder, source: string, start: number, end: number): void {
  const text = source.slice(start, end)
  const found = text.includes(']') ? text.matchAll(embed) : []
  let from = start
  for (const { 0: whole, 1: ended, 2: begun, index } of found) {
    const at = start + index
    builder.copy(from, at)
    from = at + whole.length
    // Marks of a stretch that goes on being read, as tags are; else it stands between words, as an image does.
    if (ended !== undefined || (begun !== undefined && source.includes(`[/${begun}]`, from))) builder.fix()
    else builder.object(at, from)
  }
  builder.copy(from, end)
}
