import { extname } from 'node:path'
import {
  alike,
  type Choice,
  type Finding,
  offeredRepairs,
  openFindings,
  type Review,
  type ReviewAction,
  reviewProgress,
  UsageError,
} from '@stet/core'
import { type Desk, greetingOf, isForGlossary, type Mode } from './desk.ts'
import { editText, runEditor } from './editor.ts'
import type { KeyAction, Keymap } from './keys.ts'
import { nextInQueue } from './queue.ts'
import { repairedText } from './repair-pieces.ts'
import type { Session } from './session.ts'

/** What the commands need of the terminal. */
export interface Terminal {
  /** Leaves; with an error, the review ends with it. */
  exit(error?: Error): void
  /** Gives the terminal away while the work is done. */
  suspend(work: () => void | Promise<void>): Promise<void>
  draw(): void
}

/** What an editor can have done, whatever the keys. It acts on the session, and leaves on the desk what is to be seen. */
export class Commands {
  readonly session: Session
  readonly desk: Desk
  readonly #keys: Keymap
  readonly #terminal: Terminal
  /** While the first article is sought: the order, how far it was looked into, and what went wrong there. */
  #order: readonly number[] | undefined
  #looked = 0
  readonly #failed: unknown[] = []
  /** Goes on reading the articles that are not read yet. */
  read: () => void = () => undefined

  constructor(session: Session, desk: Desk, keys: Keymap, terminal: Terminal) {
    this.session = session
    this.desk = desk
    this.#keys = keys
    this.#terminal = terminal
  }

  /** The article that is shown. */
  get index(): number {
    return this.desk.visited[this.desk.place] ?? 0
  }

  get review(): Review {
    return this.session.review(this.index)
  }

  get finding(): Finding | undefined {
    return this.review.findings[this.review.cursor]
  }

  say(text: string): void {
    this.desk.message = text
  }

  to(mode: Mode): void {
    this.desk.mode = mode
  }

  /** Does what may fail; a failure is told, and nothing is lost. */
  attempt(work: () => string | undefined): boolean {
    try {
      this.say(work() ?? '')
      return true
    } catch (error) {
      this.say(wordsOf(error))
      return false
    }
  }

  #key(action: KeyAction): string {
    return this.#keys[action][0] ?? action
  }

  draw(): void {
    this.#terminal.draw()
  }

  /**
   * Looks into one more article of the queue, for the first that has something open; where none has, opens the first of
   * all. Where none can be opened, the review ends with the error of the first.
   *
   * @returns false while there is more to look into
   */
  open(): boolean {
    if (this.desk.mode !== 'opening' || this.desk.left) return true
    const { session } = this
    this.#order ??= session.toBegin()
    const index = this.#order[this.#looked++]
    if (index === undefined) {
      const first = this.#order.find((each) => session.surveyed(each)?.failure === undefined)
      if (first === undefined) this.leave(this.#failed[0] as Error)
      else this.#begin(first)
      return true
    }
    try {
      const article = session.article(index)
      if (openFindings(session.review(index)).length === 0 && article.resumed === undefined && session.count > 1) {
        session.release(index)
        this.say(`Reading… ${this.#looked} of ${session.count}`)
        return false
      }
      this.#begin(index)
      return true
    } catch (error) {
      this.#failed.push(error)
      session.refuse(index, error)
      return false
    }
  }

  #begin(index: number): void {
    const greeting = greetingOf(this.session.article(index))
    this.desk.visited.push(index)
    this.desk.mode = 'review'
    this.say([...this.#failed.map(wordsOf), greeting].filter((words) => words !== '').join('. '))
  }

  /** What is to be told after a decision. */
  #told(): string | undefined {
    const [fresh, ...more] = this.session.fresh
    if (fresh !== undefined) {
      const others = more.length === 0 ? '' : `, and ${more.length} more`
      return `Now found: “${fresh.actual}”${others}. ${fresh.reason}: ${this.#key('save')} saves and shows it`
    }
    const { open, deferred } = reviewProgress(this.review)
    if (open + deferred > 0) return undefined
    const on = this.session.count > 1 ? `, ${this.#key('article')} goes to the next article` : ''
    return `All decided: ${this.#key('save')} saves, ${this.#key('quit')} saves and quits${on}`
  }

  step(action: ReviewAction): boolean {
    this.desk.pages = 0
    return this.attempt(() => {
      const before = this.review
      const after = this.session.step(this.index, action)
      return after.events.length > before.events.length ? this.#told() : undefined
    })
  }

  choose(choice: Choice): void {
    if (this.finding !== undefined) this.step({ type: 'choose', choice })
  }

  /** Makes a repair by its number on the screen, from 0. */
  accept(number: number): void {
    if (this.finding === undefined) return
    const repairs = offeredRepairs(this.review)
    const repair = repairs[number]
    if (repair !== undefined) {
      this.step({ type: 'choose', choice: { kind: 'accept', fix: repair.fix }, index: repair.index })
    } else if (repairs.length === 0) {
      this.say(`No repair is known: ${this.#key('own')} for your own text, ${this.#key('stet')} for stet`)
    } else this.say(repairs.length === 1 ? 'There is one repair' : `There are ${repairs.length} repairs`)
  }

  /** What is decided stays so: then it only goes on. */
  skip(): void {
    if (this.review.choices.has(this.review.cursor)) this.step({ type: 'next' })
    else this.choose({ kind: 'skip' })
  }

  #show(index: number): void {
    const at = this.desk.visited.indexOf(index)
    this.desk.place = at >= 0 ? at : this.desk.visited.push(index) - 1
    this.desk.pages = 0
  }

  undo(): void {
    this.attempt(() => this.#shownAfter(this.session.undo(this.index), 'Undone', 'Nothing to undo'))
  }

  redo(): void {
    this.attempt(() => this.#shownAfter(this.session.redo(), 'Made again', 'Nothing to make again'))
  }

  #shownAfter(index: number | undefined, done: string, nothing: string): string {
    if (index === undefined) return nothing
    const where = index === this.index ? '' : ` in ${this.session.name(index)}`
    this.#show(index)
    return done + where
  }

  startTyping(mode: 'own' | 'reason'): void {
    const { finding } = this
    if (finding === undefined) return
    const text = mode === 'own' ? repairedText(finding) : ''
    this.desk.draft = { text, cursor: text.length }
    this.to(mode)
    this.say('')
  }

  takeReason(reason: string): void {
    this.#takeTyped(reason === '' ? { kind: 'stet' } : { kind: 'stet', reason })
  }

  /** @returns false when it could not be recorded; then what was typed stays to be tried again */
  #takeTyped(choice: Choice): boolean {
    const taken = this.step({ type: 'choose', choice })
    if (taken) this.to('review')
    return taken
  }

  takeOwnText(text: string): void {
    const { finding } = this
    if (!this.#takeTyped({ kind: 'own', text }) || finding === undefined) return
    if (!this.session.canSettle || !isForGlossary(finding, text)) return
    this.desk.pair = [finding.actual, text]
    this.to('remember')
    this.say(`Remember “${finding.actual}” → “${text}” for all articles?`)
  }

  remember(): void {
    this.attempt(() => {
      this.session.remember(this.index, ...this.desk.pair)
      this.read()
      return `Remembered: ${this.desk.pair[0]} → ${this.desk.pair[1]}`
    })
  }

  askKeep(): void {
    const { finding } = this
    if (finding === undefined) return
    if (!this.session.canSettle || finding.actual.trim() === '' || /[\r\n]/u.test(finding.actual)) {
      this.say('These words cannot be kept')
      return
    }
    this.to('keep')
    this.say(`Let “${finding.actual}” stand in every article from now on?`)
  }

  keep(): void {
    const words = this.finding?.actual
    if (words === undefined) return
    this.attempt(() => {
      this.session.keep(this.index, words)
      this.read()
      return `“${words}” stands from now on`
    })
  }

  askAlike(): void {
    if (this.finding === undefined) return
    const here = alike(this.review).length
    const { count, articles } = this.session.alikeElsewhere(this.index)
    const unread = this.session.count === 1 ? 0 : this.session.count - this.session.surveyedCount
    const later = unread === 0 ? '' : ` (${unread} ${unread === 1 ? 'article is' : 'articles are'} not read yet)`
    if (here + count === 1) {
      this.say(`Only this one; none alike is open${later}`)
      return
    }
    this.to('alike')
    const where = articles.length === 1 ? '1 other article' : `${articles.length} other articles`
    const more = count === 0 ? '' : ` (a, s), ${count} more in ${where}: A and S decide there too`
    this.say(`${here} alike in this article${more}${later}: all of them?`)
  }

  decideAlike(kind: 'accept' | 'stet', everywhere: boolean): void {
    if (kind === 'accept' && this.finding?.fixes[0] === undefined) {
      this.say('No repair is known: s lets all stand')
      return
    }
    const choice: Choice = kind === 'stet' ? { kind } : { kind, fix: 0 }
    if (!everywhere) {
      this.step({ type: 'choose-alike', choice })
      return
    }
    this.attempt(() => {
      const { made, closed } = this.session.chooseEverywhere(this.index, choice)
      const left = closed === 0 ? '' : `; ${closed} articles could not be opened`
      return `${made} decided${left}`
    })
  }

  /** Goes on in the queue; what cannot be opened is passed by and told. */
  nextArticle(): void {
    const passed: string[] = []
    for (;;) {
      const index = nextInQueue(this.session, this.desk)
      if (index === undefined) {
        const nothing = this.session.count === 1 ? 'There is no other article' : 'No other article has anything open'
        this.say([...passed, nothing].join('. '))
        return
      }
      if (!this.desk.visited.includes(index)) {
        const { findings, failure } = this.session.survey(index)
        if (failure !== undefined) passed.push(failure)
        // A clean one is no work.
        if (findings.length === 0) continue
      }
      try {
        const greeting = greetingOf(this.session.article(index))
        this.#show(index)
        this.say([...passed, greeting].filter((words) => words !== '').join('. '))
        return
      } catch (error) {
        this.session.refuse(index, error)
        passed.push(wordsOf(error))
      }
    }
  }

  articleBack(): void {
    if (this.desk.place === 0) this.say('This is the first article')
    else {
      this.desk.place--
      this.desk.pages = 0
      this.say('')
    }
  }

  openListed(index: number | undefined): void {
    if (index === undefined) return
    this.attempt(() => {
      const article = this.session.article(index)
      this.#show(index)
      this.to('review')
      return greetingOf(article)
    })
  }

  /** Saves every article that can be saved; tells of the others. */
  save(): boolean {
    const failed: string[] = []
    let saved = 0
    for (const index of this.session.unsaved()) {
      try {
        this.session.save(index)
        saved++
      } catch (error) {
        failed.push(wordsOf(error))
      }
    }
    const open = this.review.findings.length
    const left = open === 0 ? '' : `; ${open} still open here`
    const done = saved === 0 ? [] : [saved === 1 ? `Saved${left}` : `${saved} articles saved${left}`]
    const kept = failed.length === 0 ? [] : [...failed, 'What is not saved is kept for the next review']
    this.say([...kept, ...done].join('. ') || 'Nothing to save')
    return failed.length === 0
  }

  askQuit(): void {
    if (this.session.unsaved().length === 0) {
      this.session.leave()
      this.leave()
      return
    }
    const count = this.session.unsavedDecisions()
    this.to('quit')
    this.say(count === 1 ? 'Save your decision?' : `Save your ${count} decisions?`)
  }

  saveAndQuit(): void {
    if (!this.save()) {
      // Who wants to leave must be able to.
      this.to('quit')
      return
    }
    this.session.leave()
    this.leave()
  }

  leave(error?: Error): void {
    this.desk.left = true
    this.#terminal.exit(error)
  }

  async openEditor(): Promise<void> {
    await this.#withEditor((editor) => {
      runEditor(editor, this.session.article(this.index).path)
      this.session.reopen(this.index)
    })
  }

  async openParagraph(): Promise<void> {
    const paragraph = this.session.paragraph(this.index)
    if (paragraph === undefined) return
    await this.#withEditor((editor) => {
      const text = editText(editor, paragraph.text, extname(this.session.article(this.index).path))
      if (text !== paragraph.text) this.session.replaceParagraph(this.index, paragraph, text)
    })
  }

  /** Hands the terminal to $EDITOR; afterwards says what of the decisions still fits. */
  async #withEditor(work: (editor: string) => void): Promise<void> {
    const editor = process.env['VISUAL'] || process.env['EDITOR']
    if (editor === undefined || editor === '') {
      this.say('$EDITOR is not set')
      return
    }
    try {
      await this.#terminal.suspend(() => work(editor))
      this.say(greetingOf(this.session.article(this.index), 'Read again') || 'Read again')
    } catch (error) {
      this.say(wordsOf(error))
    }
    this.draw()
  }

  /** Back to the shell, as Ctrl-Z does elsewhere; `fg` comes back. */
  async suspend(): Promise<void> {
    if (process.platform === 'win32') return
    await this.#terminal.suspend(async () => {
      const back = new Promise<void>((resolve) => process.once('SIGCONT', () => resolve()))
      // The whole job stops, also what started us.
      process.kill(0, 'SIGTSTP')
      await back
    })
    this.draw()
  }
}

/** An error in a sentence; a failure that the editor can mend says how. */
export function wordsOf(error: unknown): string {
  const hint = error instanceof UsageError && error.hint !== undefined ? `. ${error.hint}` : ''
  return `${error instanceof Error ? error.message : String(error)}${hint}`
}
