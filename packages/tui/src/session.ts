import { join, resolve } from 'node:path'
import {
  alike,
  type Choice,
  type Finding,
  type Review,
  type ReviewAction,
  recheckReview,
  reviewProgress,
  reviewStep,
  UsageError,
} from '@stet/core'
import { Article, type ArticleOptions, keptWords, nameUnder } from './article.ts'
import { appendLine, asUsageError, makeFolder } from './disk.ts'
import { unfinishedUnder } from './journal.ts'
import { failedSurvey, type Survey, surveyOf } from './survey.ts'

/** What was decided in a sitting and is in the files. */
export interface SavedCounts {
  accepted: number
  own: number
  stet: number
}

/** A pause longer than this is no time spent on a finding. */
const longestPause = 5 * 60_000

/** The articles of one sitting. Every decision is on the disk before the new state is given out. */
export class Session {
  readonly #options: readonly ArticleOptions[]
  readonly #renew: (() => void) | undefined
  readonly #articles: (Article | undefined)[]
  readonly #reviews: (Review | undefined)[]
  readonly #surveys: (Survey | undefined)[]
  /** The articles of each step of this sitting, oldest first: a step may decide in several articles. */
  #done: number[][] = []
  #undone: number[][] = []
  /** What the newest check of the reviewed text found that was not there before. */
  #fresh: readonly Finding[] = []
  /** What of it was told already. */
  readonly #told = new Set<string>()
  readonly saved: SavedCounts = { accepted: 0, own: 0, stet: 0 }
  #milliseconds = 0
  #lastStep: number

  /**
   * @param renew lets the checkers of the articles be made anew, with what the house has settled meanwhile; without it,
   *   nothing can be settled
   */
  constructor(options: readonly ArticleOptions[], renew?: () => void) {
    this.#options = options
    this.#renew = renew
    this.#articles = options.map(() => undefined)
    this.#reviews = options.map(() => undefined)
    this.#surveys = options.map(() => undefined)
    this.#lastStep = this.#clock()
  }

  /** Seconds that the editor worked in this sitting; long pauses do not count. */
  get seconds(): number {
    return Math.round(this.#milliseconds / 1000)
  }

  #clock(): number {
    const now = this.#options[0]?.now
    return now === undefined ? 0 : Date.parse(now())
  }

  #spend(): void {
    const now = this.#clock()
    if (now - this.#lastStep < longestPause) this.#milliseconds += now - this.#lastStep
    this.#lastStep = now
  }

  get count(): number {
    return this.#options.length
  }

  /** What the last step brought into the text that was not in it before. */
  get fresh(): readonly Finding[] {
    return this.#fresh
  }

  /** @throws UsageError when the article cannot be opened */
  article(index: number): Article {
    return this.#articles[index] ?? this.reopen(index)
  }

  review(index: number): Review {
    this.article(index)
    return this.#reviews[index] as Review
  }

  /** The review of an article where it was opened already. */
  opened(index: number): Review | undefined {
    return this.#reviews[index]
  }

  /** The name of an article, opened or not. */
  name(index: number): string {
    const { root, path } = this.#options[index] as ArticleOptions
    return nameUnder(root, resolve(path))
  }

  /** What a check finds in an article, without opening it; checked once. */
  survey(index: number): Survey {
    this.#surveys[index] ??= surveyOf(this.#options[index] as ArticleOptions)
    return this.#surveys[index]
  }

  /** Lets go of an article that nothing was decided on: it is as if it had never been opened, but for its survey. */
  release(index: number): void {
    const review = this.#reviews[index]
    this.#articles[index]?.close()
    this.#surveys[index] ??= { findings: review?.findings ?? [], score: 100 }
    this.#articles[index] = undefined
    this.#reviews[index] = undefined
  }

  /** The article cannot be reviewed: the queue passes it by. */
  refuse(index: number, error: unknown): void {
    this.#surveys[index] = failedSurvey(error)
  }

  /** The articles that cannot be reviewed, and why. */
  get failures(): string[] {
    return this.#surveys.flatMap((survey) => survey?.failure ?? [])
  }

  /** The articles in the order to begin with: those left unfinished, then worst first as far as that is known. */
  toBegin(): number[] {
    const left = new Set([...new Set(this.#options.map(({ root }) => root))].flatMap(unfinishedUnder))
    const indexes = this.#options.map((_, index) => index)
    const rank = (index: number): number => (left.has(this.name(index)) ? 0 : 1)
    return indexes.sort((a, b) => rank(a) - rank(b) || (this.score(a) ?? 100) - (this.score(b) ?? 100) || a - b)
  }

  /** The MQM score of an article: by its newest check here, else as it was given. */
  score(index: number): number | undefined {
    return this.#surveys[index]?.score ?? this.#options[index]?.score
  }

  /** The survey where it was made already. */
  surveyed(index: number): Survey | undefined {
    return this.#surveys[index]
  }

  get surveyedCount(): number {
    return this.#surveys.filter((survey) => survey !== undefined).length
  }

  /** The first article that is not surveyed, or -1. */
  get nextToSurvey(): number {
    return this.#surveys.indexOf(undefined)
  }

  /** Does one step; a decision is on the disk when this returns. @throws when the disk refuses, with nothing changed */
  step(index: number, action: ReviewAction): Review {
    this.#spend()
    const before = this.review(index)
    const chooses = action.type === 'choose' || action.type === 'choose-alike'
    const after = this.#take(index, chooses ? { ...action, mark: this.article(index).mark() } : action)
    if (after === before) return after
    // Undo and redo across articles have their own way.
    if (chooses) {
      this.#done.push([index])
      this.#undone = []
    }
    return after
  }

  /**
   * Takes back the last step of this sitting, wherever it was; where there is none, what was decided before.
   *
   * @returns the article to show, or undefined when there is nothing to undo
   */
  undo(index: number): number | undefined {
    const articles = this.#done.at(-1) ?? (this.review(index).events.length > 0 ? [index] : undefined)
    if (articles === undefined) return undefined
    for (const each of articles) this.#take(each, { type: 'undo' })
    this.#done.pop()
    this.#undone.push(articles)
    return articles[0]
  }

  /** Makes the step again that was taken back last. */
  redo(): number | undefined {
    const articles = this.#undone.at(-1)
    if (articles === undefined) return undefined
    for (const each of articles) this.#take(each, { type: 'redo' })
    this.#undone.pop()
    this.#done.push(articles)
    return articles[0]
  }

  /**
   * The other articles with undecided findings that say the same as the one shown, and how many they are. Those that are
   * not read yet do not count: the editor need not wait for them.
   */
  alikeElsewhere(index: number): { articles: number[]; count: number } {
    const review = this.review(index)
    const shown = review.findings[review.cursor]
    const articles: number[] = []
    let count = 0
    if (shown === undefined) return { articles, count }
    for (let other = 0; other < this.count; other++) {
      if (other === index) continue
      const open = this.#reviews[other]
      const findings = open?.findings ?? this.#surveys[other]?.findings ?? []
      const same = findings.filter(
        (finding, at) =>
          open?.choices.has(at) !== true &&
          finding.ruleId === shown.ruleId &&
          finding.actual === shown.actual &&
          finding.expected[0] === shown.expected[0],
      )
      if (same.length === 0) continue
      articles.push(other)
      count += same.length
    }
    return { articles, count }
  }

  /**
   * Decides all that say the same, in this article and the others, as one step.
   *
   * @returns how many were decided, and how many articles could not be opened
   */
  chooseEverywhere(index: number, choice: Choice): { made: number; closed: number } {
    const review = this.review(index)
    const shown = review.findings[review.cursor]
    const { articles } = this.alikeElsewhere(index)
    let made = alike(review).length
    let closed = 0
    const done = [index]
    this.#take(index, { type: 'choose-alike', choice, mark: this.article(index).mark() })
    for (const other of articles) {
      try {
        const open = this.review(other)
        const cursor = open.findings.findIndex(
          (finding, at) =>
            !open.choices.has(at) &&
            finding.ruleId === shown?.ruleId &&
            finding.actual === shown.actual &&
            finding.expected[0] === shown.expected[0],
        )
        if (cursor < 0) continue
        this.#reviews[other] = { ...open, cursor }
        made += alike(this.review(other)).length
        this.#take(other, { type: 'choose-alike', choice, mark: this.article(other).mark() })
        done.push(other)
      } catch {
        closed++
      }
    }
    // Only now: opening an article sorts the steps anew.
    this.#done.push(done)
    this.#undone = []
    return { made, closed }
  }

  /** Can the house settle something for good here? */
  get canSettle(): boolean {
    return this.#renew !== undefined
  }

  /** Lets words stand in every article from now on. @throws UsageError when the disk refuses */
  keep(index: number, words: string): void {
    this.#settle(index, 'keep.txt', words)
  }

  /** Remembers what a name or phrase is to become, in every article. @throws UsageError when the disk refuses */
  remember(index: number, source: string, target: string): void {
    this.#settle(index, 'glossary.tsv', `${source}\t${target}`)
  }

  #settle(index: number, file: string, line: string): void {
    const { root } = this.#options[index] as ArticleOptions
    const path = join(root, '.stet', file)
    try {
      makeFolder(join(root, '.stet'))
      appendLine(path, line)
    } catch (error) {
      throw asUsageError(error, path)
    }
    this.#renew?.()
    for (const [each, survey] of this.#surveys.entries()) {
      if (survey?.failure === undefined) this.#surveys[each] = undefined
    }
    for (const [each, review] of this.#reviews.entries()) {
      if (review === undefined) continue
      // Where something is decided, the findings stay as they are; what the house settled drops out.
      if (review.choices.size === 0) {
        const { cursor } = review
        this.reopen(each)
        const again = this.review(each)
        this.#reviews[each] = { ...again, cursor: Math.min(cursor, Math.max(0, again.findings.length - 1)) }
      } else this.#reviews[each] = recheckReview(review, this.article(each).recheck(review)).review
    }
  }

  #take(index: number, action: ReviewAction): Review {
    const before = this.review(index)
    const after = reviewStep(before, action)
    if (after === before) return before
    // First the check: an own text that the format cannot hold (a quotation mark in JSON) is refused, not recorded.
    const checked = after.events === before.events ? after : this.#recheck(index, after, action)
    if (action.type === 'undo') {
      this.article(index).record({ fingerprints: [], choice: undefined })
    } else if (after.events.length > before.events.length) {
      this.article(index).record(after.events.at(-1) as Review['events'][number])
    }
    this.#reviews[index] = checked
    return checked
  }

  /** Checks the text anew as it now is. What was only put off changes no text, and needs no check. */
  #recheck(index: number, review: Review, action: ReviewAction): Review {
    this.#fresh = []
    const changes = 'choice' in action ? action.choice.kind === 'own' || action.choice.kind === 'accept' : true
    if (!changes) return review
    const rechecked = recheckReview(review, this.article(index).recheck(review))
    this.#fresh = rechecked.fresh.filter((finding) => {
      const key = `${index} ${finding.fingerprint}`
      const isNew = !this.#told.has(key)
      this.#told.add(key)
      return isNew
    })
    return rechecked.review
  }

  /** Articles with decisions that are not in their files yet. What was only skipped is not decided. */
  unsaved(): number[] {
    return this.#reviews.flatMap((review, index) => (review !== undefined && decisionsIn(review) > 0 ? [index] : []))
  }

  /** How many decisions are not in the files yet. */
  unsavedDecisions(): number {
    return this.#reviews.reduce((sum, review) => sum + (review === undefined ? 0 : decisionsIn(review)), 0)
  }

  /**
   * Saves one article and reads it anew.
   *
   * @throws UsageError when it cannot be written. Where someone else changed it, it is read again and the decisions that
   *   still fit are kept: the editor sees them before they are saved
   */
  save(index: number): void {
    const review = this.review(index)
    const article = this.article(index)
    if (article.isChanged()) {
      const { resumed } = this.reopen(index)
      throw new UsageError(
        `${article.name} was changed by someone else; nothing is written: ${keptWords(resumed)}`,
        'Look at it, then save again',
      )
    }
    article.save(review)
    for (const { kind } of review.choices.values()) {
      if (kind === 'accept') this.saved.accepted++
      else if (kind === 'own' || kind === 'stet') this.saved[kind]++
    }
    this.reopen(index)
  }

  /**
   * The paragraph of the article, as the file has it, in which the finding that is shown stands.
   *
   * @returns undefined where nothing is shown
   */
  paragraph(index: number): { readonly start: number; readonly end: number; readonly text: string } | undefined {
    const { source, findings, cursor } = this.review(index)
    const finding = findings[cursor]
    if (finding === undefined) return undefined
    let from = 0
    for (const { index: at, 0: gap } of source.slice(0, finding.start).matchAll(/\r?\n[ \t]*\r?\n/gu))
      from = at + gap.length
    const length = source.slice(finding.end).search(/\r?\n[ \t]*\r?\n/u)
    const to = length < 0 ? source.length : finding.end + length
    return { start: from, end: to, text: source.slice(from, to) }
  }

  /**
   * Writes another paragraph into the file and reads the article again; what was decided elsewhere holds.
   *
   * @throws UsageError when someone else changed the article, or it cannot be written; nothing is lost
   */
  replaceParagraph(index: number, { start, end }: { start: number; end: number }, text: string): Article {
    const article = this.article(index)
    article.rewrite(article.source.slice(0, start) + text + article.source.slice(end))
    return this.reopen(index)
  }

  /** Reads the article again, with the decisions of its journal. @throws UsageError when it cannot; it stays as it was */
  reopen(index: number): Article {
    const article = new Article(this.#options[index] as ArticleOptions)
    this.#articles[index] = article
    this.#reviews[index] = article.first
    if (this.#surveys[index] !== undefined) this.#surveys[index] = surveyOf(this.#options[index] as ArticleOptions)
    // What is in the file cannot be taken back step by step.
    const without = (steps: number[][]): number[][] =>
      steps.map((step) => step.filter((each) => each !== index)).filter((step) => step.length > 0)
    this.#done = without(this.#done)
    this.#undone = without(this.#undone)
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
