import type { PublicFinding } from '@stet/core'

/** What an archive knows of an article besides its text: the dimensions of the report. */
export interface ArticleMeta {
  /** As the archive writes it; ISO 8601 where it can be trusted to sort. */
  readonly date?: string
  readonly outlet?: string
  readonly author?: string
  readonly url?: string
  /** What translated it. */
  readonly engine?: string
  readonly desk?: string
}

/** A finding with the text around it, so that a report can show it without the archive at hand. */
export interface RowFinding extends PublicFinding {
  /** Up to 60 characters of the article before the finding; never half a character. */
  readonly before: string
  /** Up to 60 characters of the article after the finding; never half a character. */
  readonly after: string
}

/** What a run found in one article: one line of `findings/NNNNN.jsonl`, in the order of the inputs. */
export interface ArticleRow extends ArticleMeta {
  /** The archive's own id, else the path, with the line in a file of many. */
  readonly id: string
  /** The file it stands in, as it was named. */
  readonly path: string
  readonly status: 'ok' | 'error'
  /** Why the article was not checked, or which rules failed on it. */
  readonly error?: string
  /** SHA-256 of all that the check depends on in the article: text, format, source text. */
  readonly content?: string
  readonly words: number
  /** UTF-16 code units of the text. */
  readonly characters: number
  /** MQM quality score, at most 100. */
  readonly score: number
  /** Share of the sentences that fit the source text, 0 to 1; absent where there was none. Under a half it is not used. */
  readonly aligned?: number
  /** Names that an archive may write in several forms, as they stand in the article, 60 at most; absent where there are none. */
  readonly names?: readonly string[]
  readonly findings: readonly RowFinding[]
}
