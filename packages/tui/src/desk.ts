import type { Finding } from '@stet/core'
import { type Article, keptWords } from './article.ts'
import type { OwnText } from './own-text.ts'

/** What the keys mean now. */
export type Mode =
  | 'opening'
  | 'review'
  | 'own'
  | 'reason'
  | 'alike'
  | 'keep'
  | 'remember'
  | 'quit'
  | 'help'
  | 'list'
  | 'filter'

/** The line of keys while a question is open or a text is typed. */
export const dialogueKeys: Readonly<Record<Exclude<Mode, 'review' | 'list'>, string>> = {
  opening: '',
  own: 'Enter take it  Esc back',
  reason: 'Enter let it stand  Esc back',
  alike: 'a accept all  s stet all  Esc back',
  keep: 'y keep always  Esc back',
  remember: 'y remember  n no, or go on',
  quit: 'y save and quit  n keep for later  Esc back',
  help: 'any key goes on  Esc back',
  filter: 'Enter done  Esc all',
}

/** What is on the desk besides the reviews themselves. */
export interface Desk {
  /** The articles that were opened, in that order; the queue goes on behind them. */
  readonly visited: number[]
  /** Which of them is shown. */
  place: number
  mode: Mode
  /** For the editor: what happened, or a question. */
  message: string
  draft: OwnText
  left: boolean
  helpPage: number
  /** Where the help goes back to. */
  helpFrom: Mode
  /** Pages that the text is turned on from the finding; negative: back. */
  pages: number
  /** The words and their own text that may become a line of the glossary. */
  pair: readonly [source: string, target: string]
  /** The article that is marked in the list, and the row of the screen that it stands on. */
  listed: number
  listedRow: number
  filter: string
  byName: boolean
}

/** The desk before the first article is open. */
export function emptyDesk(): Desk {
  return {
    visited: [],
    place: 0,
    mode: 'opening',
    message: 'Reading…',
    draft: { text: '', cursor: 0 },
    left: false,
    helpPage: 0,
    helpFrom: 'review',
    pages: 0,
    pair: ['', ''],
    listed: 0,
    listedRow: 0,
    filter: '',
    byName: false,
  }
}

/** Is the own text the English of a name or phrase, so that the house may want it again? Not where it mends a sentence. */
export function isForGlossary({ actual }: Finding, text: string): boolean {
  const isPhrase = (words: string): boolean =>
    /\p{L}{2}/u.test(words) &&
    /^[\p{L}\p{N}]/u.test(words) &&
    !/[,;:!?…“”"()[\]\r\n\t]/u.test(words) &&
    words.split(/\s+/u).length <= 4
  return isPhrase(actual) && isPhrase(text) && actual !== text
}

/** What the journal gave, in a sentence; empty where it gave nothing. */
export function greetingOf({ resumed }: Article, lead = 'Resumed'): string {
  if (resumed === undefined) return ''
  return `${lead}: ${keptWords(resumed)}${resumed.changed ? '; the article changed meanwhile' : ''}`
}
