import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import {
  type Checker,
  type Decision,
  decide,
  type Format,
  parseDecisions,
  type Review,
  type ReviewEvent,
  replayReview,
  reviewDecisions,
  reviewedText,
  serialiseDecisions,
  startReview,
  UsageError,
} from '@stet/core'

export interface ReviewFile {
  readonly path: string
  readonly format: Format
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
  readonly made: number
  readonly lost: number
  /** Did the article change meanwhile? */
  readonly changed: boolean
}

/** An article under review: its file, its journal, its lock. All that touches the disk. */
export class Article {
  readonly path: string
  readonly name: string
  readonly source: string
  readonly resumed: Resumed | undefined
  readonly first: Review
  readonly #options: ArticleOptions
  readonly #journal: string
  readonly #lock: string

  /** @throws UsageError when the file cannot be read or another session reviews it */
  constructor(options: ArticleOptions) {
    this.#options = options
    const { path, format, checker, root } = options
    this.path = resolve(path)
    this.name = relative(root, this.path).split(sep).join('/')
    const folder = join(root, '.stet', 'review')
    const key = digest(this.name)
    this.#journal = join(folder, `${key}.jsonl`)
    this.#lock = join(folder, `${key}.lock`)
    mkdirSync(folder, { recursive: true })
    this.#takeLock()
    this.source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(this.path))
    const { result } = decide(checker.check(this.source, { format }), this.name, this.#decisions())
    const fresh = startReview(this.source, result.findings)
    const left = this.#readJournal()
    if (left === undefined) {
      this.first = fresh
      return
    }
    const { review, lost } = replayReview(fresh, left.events)
    this.first = review
    this.resumed = { made: review.choices.size, lost, changed: left.hash !== digest(this.source) }
    // The journal goes on from what still holds.
    this.#writeJournal(review.events)
  }

  /** Puts the newest event of the review on the disk; returns only when it is there. */
  record(event: ReviewEvent): void {
    if (!existsSync(this.#journal)) this.#writeJournal([])
    const file = openSync(this.#journal, 'a')
    try {
      writeSync(file, `${JSON.stringify(event)}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  }

  /**
   * Writes the article and the decisions, and ends the journal.
   *
   * @throws UsageError when the article changed on the disk since it was read; nothing is written then
   */
  save(review: Review): void {
    const target = realpathSync(this.path)
    const now = readFileSync(target)
    if (digest(now) !== digest(this.source)) {
      throw new UsageError(
        `${this.name} was changed by someone else; nothing is written, your decisions are kept`,
        'Quit and review it again',
      )
    }
    const text = reviewedText(review)
    if (text !== this.source) replaceFile(target, text)
    const mark = { at: this.#options.now(), ...(this.#options.by === undefined ? {} : { by: this.#options.by }) }
    const made = reviewDecisions(review, this.name, mark)
    if (made.length > 0) replaceFile(this.#decisionsPath(), serialiseDecisions([...this.#decisions(), ...made]))
    rmSync(this.#journal, { force: true })
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

  #readJournal(): { hash: string; events: ReviewEvent[] } | undefined {
    if (!existsSync(this.#journal)) return undefined
    const lines = readFileSync(this.#journal, 'utf8').split('\n').filter(Boolean)
    const events: ReviewEvent[] = []
    let hash = ''
    for (const [index, line] of lines.entries()) {
      try {
        const value = JSON.parse(line) as ReviewEvent & { hash?: string }
        if (index === 0) hash = value.hash ?? ''
        else events.push(value)
      } catch {
        // A line cut off by a crash is the last one, and was never shown as done.
        break
      }
    }
    return events.length === 0 ? undefined : { hash, events }
  }

  #writeJournal(events: readonly ReviewEvent[]): void {
    const head = JSON.stringify({ article: this.name, hash: digest(this.source) })
    replaceFile(this.#journal, `${[head, ...events.map((event) => JSON.stringify(event))].join('\n')}\n`)
  }

  #takeLock(): void {
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        writeFileSync(this.#lock, String(process.pid), { flag: 'wx' })
        return
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        const holder = Number(readFileSync(this.#lock, 'utf8'))
        if (holder !== process.pid && isRunning(holder)) {
          throw new UsageError(
            `${this.name} is being reviewed in another session (process ${holder})`,
            'Finish there first',
          )
        }
        rmSync(this.#lock, { force: true })
      }
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 24)
}

/** The new text stands whole, or the old one does: written beside it, on the disk, then moved over. */
function replaceFile(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  const mode = existsSync(path) ? statSync(path).mode : 0o666
  const file = openSync(temporary, 'w', mode)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
}
