import { type Review, type ReviewAction, reviewStep } from '@stet/core'
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
    const open = this.#articles[index]
    if (open !== undefined) return open
    const article = new Article(this.#options[index] as ArticleOptions)
    this.#articles[index] = article
    this.#reviews[index] = article.first
    return article
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

  /** Articles with decisions that are not in their files yet. */
  unsaved(): number[] {
    return this.#reviews.flatMap((review, index) => (review !== undefined && review.choices.size > 0 ? [index] : []))
  }

  /** Saves one article and reads it anew. @throws UsageError when someone else changed it */
  save(index: number): void {
    this.article(index).save(this.review(index))
    this.reopen(index)
  }

  /** Reads the article again, with the decisions of its journal. */
  reopen(index: number): void {
    this.#articles[index]?.close()
    this.#articles[index] = undefined
    this.article(index)
  }

  close(): void {
    for (const article of this.#articles) article?.close()
  }
}
