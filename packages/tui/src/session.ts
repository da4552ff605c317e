import { type Review, type ReviewAction, reviewProgress, reviewStep } from '@stet/core'
import { Article, type ArticleOptions } from './article.ts'

/** The articles of one sitting. Every decision is on the disk before the new state is given out. */
export class Session {
  readonly #options: readonly ArticleOptions[]
  readonly #articles: (Article | undefined)[]
  readonly #reviews: (Review | undefined)[]

  constructor(options: readonly ArticleOptions[]) {
    this.#options = options
    this.#articles = options.map(() => undefined)
    this.#reviews = options.map(() => undefined)
  }

  get count(): number {
    return this.#options.length
  }

  /** @throws UsageError when the article cannot be opened */
  article(index: number): Article {
    return this.#articles[index] ?? this.reopen(index)
  }

  review(index: number): Review {
    this.article(index)
    return this.#reviews[index] as Review
  }

  /** Does one step; a decision is on the disk when this returns. @throws when the disk refuses, with nothing changed */
  step(index: number, action: ReviewAction): Review {
    const before = this.review(index)
    const after = reviewStep(before, action)
    if (action.type === 'undo') {
      if (after !== before) this.article(index).record({ fingerprints: [], choice: undefined })
    } else if (after.events.length > before.events.length) {
      this.article(index).record(after.events.at(-1) as Review['events'][number])
    }
    this.#reviews[index] = after
    return after
  }

  /** Articles with decisions that are not in their files yet. What was only skipped is not decided. */
  unsaved(): number[] {
    return this.#reviews.flatMap((review, index) => (review !== undefined && decisionsIn(review) > 0 ? [index] : []))
  }

  /** How many decisions are not in the files yet. */
  unsavedDecisions(): number {
    return this.#reviews.reduce((sum, review) => sum + (review === undefined ? 0 : decisionsIn(review)), 0)
  }

  /** Saves one article and reads it anew. @throws UsageError when someone else changed it */
  save(index: number): void {
    this.article(index).save(this.review(index))
    this.reopen(index)
  }

  /** Reads the article again, with the decisions of its journal. @throws UsageError when it cannot; it stays as it was */
  reopen(index: number): Article {
    const article = new Article(this.#options[index] as ArticleOptions)
    this.#articles[index] = article
    this.#reviews[index] = article.first
    return article
  }

  /** The editor goes: what was only skipped comes again next time. */
  leave(): void {
    const unsaved = this.unsaved()
    for (const [index, article] of this.#articles.entries()) if (!unsaved.includes(index)) article?.forget()
  }

  /** Lets others review the articles. */
  close(): void {
    for (const article of this.#articles) article?.close()
  }
}

function decisionsIn(review: Review): number {
  const { accepted, stet } = reviewProgress(review)
  return accepted + stet
}
