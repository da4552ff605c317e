import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import {
  type Checker,
  type CheckResult,
  type Decision,
  decide,
  type Finding,
  type Format,
  formatOf,
  parseDecisions,
  type Review,
  type ReviewEvent,
  type ReviewMark,
  readSegments,
  replayReview,
  reviewDecisions,
  reviewedText,
  reviewProgress,
  type SourcePassage,
  serialiseDecisions,
  sourcePassages,
  startReview,
  UsageError,
} from '@stet/core'
import type { Place } from './context.ts'
import { asUsageError, digest, makeFolder, replaceFile, takeLock } from './disk.ts'
import { Journal } from './journal.ts'

export interface ReviewFile {
  readonly path: string
  readonly format: Format
  /** Folder that holds, or will hold, `.stet` with the decisions on the article. */
  readonly root: string
  /** The file that it was translated from, where there is one. */
  readonly sourcePath?: string
  /** MQM score of an earlier check, where one is known: the queue goes by it until the article is checked anew. */
  readonly score?: number
  /** The checker for the article, made when it is first asked for. */
  readonly checker: () => Checker
  /** The version of its rules, for the record. */
  readonly rules: () => string
}

export interface ArticleOptions extends ReviewFile {
  /** The text of a file. @throws UsageError with the name when it cannot be read as text */
  readonly read: (path: string, name: string) => string
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

/** What became of earlier decisions: `2 decisions kept, 1 no longer fits`. */
export function keptWords(resumed: Resumed | undefined): string {
  const { made, lost } = resumed ?? { made: 0, lost: 0 }
  const fits = lost === 0 ? '' : `, ${lost} no longer ${lost === 1 ? 'fits' : 'fit'}`
  return `${made} ${made === 1 ? 'decision' : 'decisions'} kept${fits}`
}

/** An article under review: its file, its journal, its lock. */
export class Article {
  readonly path: string
  readonly name: string
  readonly source: string
  readonly resumed: Resumed | undefined
  readonly first: Review
  /** Where its paragraphs stand in the source. */
  readonly paragraphs: readonly Place[]
  readonly #options: ArticleOptions
  readonly #journal: Journal
  readonly #lock: string
  readonly #original: string | undefined
  #passages: ((offset: number) => SourcePassage) | undefined
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
      makeFolder(folder)
      isNewLock = takeLock(this.#lock, this.name)
      this.source = options.read(this.path, this.name)
      this.#original = originalOf(options)
      this.#journal = new Journal(join(folder, `${key}.jsonl`), { article: this.name, hash: digest(this.source) })
      const { review, resumed } = this.#resume()
      this.first = review
      this.paragraphs = readSegments(this.source, options.format).map((segment) =>
        segment.toSource(0, segment.prose.length),
      )
      this.resumed = resumed
    } catch (error) {
      if (isNewLock) this.close()
      throw asUsageError(error, this.name)
    }
  }

  #resume(): { review: Review; resumed: Resumed | undefined } {
    const hash = digest(this.source)
    const left = this.#journal.read(hash)
    if (left !== undefined) this.#addDecisions(left.owed)
    this.#settled = this.#decisions().filter(({ doc }) => doc === this.name)
    const { result } = decide(checkOf(this.#options, this.source, this.#original), this.name, this.#settled)
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
  recheck(review: Review): readonly Finding[] {
    const now = checkOf(this.#options, reviewedText(review), this.#original, this.#translated)
    return decide(now, this.name, this.#settled).result.findings
  }

  /**
   * Puts the newest event of the review on the disk; returns only when it is there.
   *
   * @throws UsageError when the disk refuses
   */
  record(event: ReviewEvent): void {
    try {
      this.#journal.add(event)
    } catch (error) {
      throw asUsageError(error, this.name)
    }
  }

  /**
   * Writes the article and the decisions, and ends the journal.
   *
   * @throws UsageError when the article changed on the disk since it was read, or cannot be written; the journal stays
   */
  save(review: Review): void {
    const text = reviewedText(review)
    const decisions = reviewDecisions(review, this.name, this.mark())
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

  /** Who decides now, when, and by which rules. */
  mark(): ReviewMark {
    const { by, now, rules } = this.#options
    return { at: now(), ...(by === undefined ? {} : { by }), rules: rules() }
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

  /** Did someone else change the file since it was read? @throws UsageError when it cannot be read */
  isChanged(): boolean {
    try {
      return digest(readFileSync(realpathSync(this.path))) !== digest(this.source)
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

  /** What a place of the article was made from; undefined where there is no source text. */
  passage(offset: number): SourcePassage | undefined {
    if (this.#original === undefined) return undefined
    const { checker, format, sourcePath } = this.#options
    this.#passages ??= sourcePassages(
      { text: this.source, format },
      { text: this.#original, format: formatOf(sourcePath as string) },
      checker().language,
    )
    return this.#passages(offset)
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

/** The text that an article was translated from. @throws UsageError when it is there and cannot be read */
export function originalOf({ root, sourcePath, read }: ArticleOptions): string | undefined {
  return sourcePath === undefined ? undefined : read(sourcePath, nameUnder(root, resolve(sourcePath)))
}

/**
 * Checks a text of an article, with its source text for evidence where there is one.
 *
 * @param translated how likely the article shows that it is a translation, where that is known from its first check
 */
export function checkOf(
  { checker, format, sourcePath }: ReviewFile,
  text: string,
  original: string | undefined,
  translated?: number,
): CheckResult {
  return checker().check(text, {
    format,
    ...(translated === undefined ? {} : { translated }),
    ...(original === undefined ? {} : { source: original, sourceFormat: formatOf(sourcePath as string) }),
  })
}
