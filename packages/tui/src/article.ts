import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import {
  type Checker,
  type Decision,
  decide,
  type Finding,
  type Format,
  parseDecisions,
  type Review,
  type ReviewEvent,
  replayReview,
  reviewDecisions,
  reviewedText,
  reviewProgress,
  serialiseDecisions,
  startReview,
  UsageError,
} from '@stet/core'
import { asUsageError, digest, replaceFile, takeLock } from './disk.ts'
import { Journal } from './journal.ts'
import { sourceParagraphAt } from './source-paragraph.ts'

export interface ReviewFile {
  readonly path: string
  readonly format: Format
  /** The text that the article was translated from, where it is known. */
  readonly sourceText?: string
}

export interface ArticleOptions extends ReviewFile {
  readonly checker: Checker
  /** Folder that holds `.stet`. */
  readonly root: string
  /** Who decides. */
  readonly by?: string
  /** The time of a decision, ISO 8601. */
  readonly now: () => string
}

/** What an earlier session left in the journal. */
export interface Resumed {
  /** Decisions that hold; what was skipped is none. */
  readonly made: number
  /** Events whose finding is gone. */
  readonly lost: number
  /** Did the article change meanwhile? */
  readonly changed: boolean
}

/** An article under review: its file, its journal, its lock. */
export class Article {
  readonly path: string
  readonly name: string
  readonly source: string
  readonly resumed: Resumed | undefined
  readonly first: Review
  readonly #options: ArticleOptions
  readonly #journal: Journal
  readonly #lock: string
  #translated = 0
  /** What was decided on this article before. */
  #settled: readonly Decision[] = []

  /** @throws UsageError when the file cannot be read or another session reviews it */
  constructor(options: ArticleOptions) {
    this.#options = options
    this.path = resolve(options.path)
    this.name = nameUnder(options.root, this.path)
    let isNewLock = false
    try {
      const folder = join(options.root, '.stet', 'review')
      // By the file itself: whoever comes by a link shares its journal and lock.
      const key = digest(nameUnder(realpathSync(options.root), realpathSync(this.path)))
      this.#lock = join(folder, `${key}.lock`)
      mkdirSync(folder, { recursive: true })
      isNewLock = takeLock(this.#lock, this.name)
      this.source = decoded(readFileSync(this.path), this.name)
      this.#journal = new Journal(join(folder, `${key}.jsonl`), { article: this.name, hash: digest(this.source) })
      const { review, resumed } = this.#resume()
      this.first = review
      this.resumed = resumed
    } catch (error) {
      if (isNewLock) this.close()
      throw asUsageError(error, this.name)
    }
  }

  #resume(): { review: Review; resumed: Resumed | undefined } {
    const { checker, format } = this.#options
    const hash = digest(this.source)
    const left = this.#journal.read(hash)
    if (left !== undefined) this.#addDecisions(left.owed)
    this.#settled = this.#decisions().filter(({ doc }) => doc === this.name)
    const { result } = decide(checker.check(this.source, { format }), this.name, this.#settled)
    this.#translated = result.translated
    const { review, lost } = replayReview(startReview(this.source, result.findings), left?.events ?? [])
    // The journal goes on from what still holds.
    this.#journal.restart(review.events)
    const { accepted, stet } = reviewProgress(review)
    const made = accepted + stet
    const resumed = made + lost === 0 ? undefined : { made, lost, changed: left?.hash !== hash }
    return { review, resumed }
  }

  /** What a check finds in the article with the repairs that are chosen so far. */
  recheck(review: Review, checker: Checker): readonly Finding[] {
    const { format } = this.#options
    const now = checker.check(reviewedText(review), { format, translated: this.#translated })
    return decide(now, this.name, this.#settled).result.findings
  }

  /** Puts the newest event of the review on the disk; returns only when it is there. */
  record(event: ReviewEvent): void {
    this.#journal.add(event)
  }

  /**
   * Writes the article and the decisions, and ends the journal.
   *
   * @throws UsageError when the article changed on the disk since it was read, or cannot be written; the journal stays
   */
  save(review: Review): void {
    const { by, now } = this.#options
    const text = reviewedText(review)
    const decisions = reviewDecisions(review, this.name, { at: now(), ...(by === undefined ? {} : { by }) })
    try {
      // Whatever happens from here on: the next session finds out from the article how far it came.
      this.#journal.add({ saving: digest(text), decisions })
      const target = realpathSync(this.path)
      this.#assertUnchanged(target)
      if (text !== this.source) replaceFile(target, text)
      this.#addDecisions(decisions)
      this.#journal.remove()
    } catch (error) {
      throw asUsageError(error, this.name)
    }
  }

  /** Writes a text that the editor made outside the review. @throws UsageError as `save` does */
  rewrite(text: string): void {
    try {
      const target = realpathSync(this.path)
      this.#assertUnchanged(target)
      replaceFile(target, text)
    } catch (error) {
      throw asUsageError(error, this.name)
    }
  }

  #assertUnchanged(target: string): void {
    if (digest(readFileSync(target)) === digest(this.source)) return
    throw new UsageError(
      `${this.name} was changed by someone else; nothing is written, your decisions are kept`,
      'Quit and review it again',
    )
  }

  /** The paragraph of the source text for a place of the article; undefined where there is no source text. */
  sourceParagraph(offset: number): string | undefined {
    const { sourceText } = this.#options
    return sourceText === undefined ? undefined : sourceParagraphAt(this.source, offset, sourceText)
  }

  /** Forgets what was not saved. */
  forget(): void {
    this.#journal.remove()
  }

  /** Lets others review the article. Decisions that are not saved stay in the journal. */
  close(): void {
    rmSync(this.#lock, { force: true })
  }

  #decisionsPath(): string {
    return join(this.#options.root, '.stet', 'decisions.jsonl')
  }

  #decisions(): Decision[] {
    const path = this.#decisionsPath()
    return existsSync(path) ? parseDecisions(readFileSync(path, 'utf8'), path) : []
  }

  #addDecisions(more: readonly Decision[]): void {
    if (more.length > 0) replaceFile(this.#decisionsPath(), serialiseDecisions([...this.#decisions(), ...more]))
  }
}

/** The name of an article in the decisions of a root. */
export function nameUnder(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

/** The text of an article. @throws UsageError when it is not UTF-8 */
export function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UsageError(`${name}: is not valid UTF-8`, 'Convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8')
  }
}
