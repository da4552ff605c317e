import type { Format } from '@stet/core'

interface Place {
  /** The file, as it was named. */
  readonly path: string
  /** Line or record in a file of many, from 1. */
  readonly number?: number
}

/** An article as it was cut out of an input; nothing of it is understood yet: that is the workers' part. */
export type RawArticle =
  | (Place & { readonly form: 'line'; readonly bytes: Uint8Array; readonly offset: number })
  | (Place & { readonly form: 'text'; readonly format: Format; readonly bytes: Uint8Array })
  | (Place & { readonly form: 'record'; readonly record: Readonly<Record<string, unknown>>; readonly key?: string })
  | (Place & { readonly form: 'error'; readonly error: string })

/** A longer article is no article, but a file named by mistake; it would not fit into the memory that a run may take. */
export const mostArticleBytes = 4 * 1024 * 1024

/** The most that is held at once, to find that an article is too long and go on behind it. */
export const mostPieceBytes = 16 * mostArticleBytes

/** Why an article of that size is not checked. */
export function tooLong(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB is more than the 4 MB that an article of an archive may have`
}
