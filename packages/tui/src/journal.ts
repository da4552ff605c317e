import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Decision, ReviewEvent } from '@stet/core'
import { appendLine, replaceFile } from './disk.ts'

/** What an interrupted session left. */
export interface JournalContent {
  /** Digest of the article that the events were made on. */
  readonly hash: string
  readonly events: readonly ReviewEvent[]
  /** Decisions of a save that wrote the article and was interrupted before it wrote them. */
  readonly owed: readonly Decision[]
}

interface Head {
  readonly article: string
  readonly hash: string
}

/** Says that an article with this digest is about to be written, and what is decided then. */
interface SaveMark {
  readonly saving: string
  readonly decisions: readonly Decision[]
}

/** The events of a review that are not in the article yet: a line for the article, then a line for each event. */
export class Journal {
  readonly #path: string
  readonly #head: string

  /** @param head the article that events are made on from now */
  constructor(path: string, head: Head) {
    this.#path = path
    this.#head = JSON.stringify(head)
  }

  /**
   * Reads what is left of an earlier session.
   *
   * @param now digest of the article as it is
   */
  read(now: string): JournalContent | undefined {
    if (!existsSync(this.#path)) return undefined
    let hash = ''
    let events: ReviewEvent[] = []
    let owed: readonly Decision[] = []
    for (const line of readFileSync(this.#path, 'utf8').split('\n')) {
      const value = parsed(line)
      // A line that a crash cut off is the last one, and was never shown as done.
      if (value === undefined) break
      if ('saving' in value) {
        if (value.saving !== now) continue
        owed = value.decisions
        events = []
        hash = now
      } else if ('hash' in value) hash = value.hash
      else events.push(value)
    }
    return events.length === 0 && owed.length === 0 ? undefined : { hash, events, owed }
  }

  /** Starts the journal anew with these events; without any there is no journal. */
  restart(events: readonly ReviewEvent[]): void {
    if (events.length === 0) this.remove()
    else replaceFile(this.#path, [this.#head, ...events.map((event) => JSON.stringify(event)), ''].join('\n'))
  }

  /** Puts an event on the disk; returns only when it is there. */
  add(event: ReviewEvent | SaveMark): void {
    if (!existsSync(this.#path)) replaceFile(this.#path, `${this.#head}\n`)
    appendLine(this.#path, JSON.stringify(event))
  }

  remove(): void {
    rmSync(this.#path, { force: true })
  }
}

function parsed(line: string): Head | SaveMark | ReviewEvent | undefined {
  try {
    const value = JSON.parse(line) as Partial<Head & SaveMark & ReviewEvent> | null
    const known =
      typeof value?.hash === 'string' ||
      (typeof value?.saving === 'string' && Array.isArray(value.decisions)) ||
      Array.isArray(value?.fingerprints)
    return known ? (value as Head | SaveMark | ReviewEvent) : undefined
  } catch {
    return undefined
  }
}

/** The names of the articles under a root that an earlier session left with decisions that are not saved. */
export function unfinishedUnder(root: string): string[] {
  const folder = join(root, '.stet', 'review')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => {
      const head = parsed(readFileSync(join(folder, name), 'utf8').split('\n', 1)[0] ?? '')
      return head !== undefined && 'article' in head ? [head.article] : []
    })
}
