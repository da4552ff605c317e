import type { Finding } from '@stet/core'
import type { Article } from './article.ts'
import type { Pressed } from './keys.ts'
import type { OwnText, OwnTextStep } from './own-text.ts'

/** What the keys mean now. */
export type Mode = 'review' | 'own' | 'reason' | 'alike' | 'keep' | 'remember' | 'quit' | 'help' | 'list' | 'filter'

/** What the keys do while a question is open or a text is typed. */
export const dialogueKeys: Readonly<Record<Exclude<Mode, 'review'>, string>> = {
  own: 'Enter take it  Esc back',
  reason: 'Enter let it stand  Esc back',
  alike: 'a accept all  s stet all  Esc back',
  keep: 'y keep always  Esc back',
  remember: 'y remember  Esc no',
  quit: 'y save and quit  n keep for later  Esc back',
  help: 'any key goes on',
  list: 'Enter open  / search  t sort  Esc back',
  filter: 'Enter done  Esc all',
}
/** The keys of line editing. */
export const ownTextKeys: Readonly<Record<Pressed, OwnTextStep>> = {
  left: 'left',
  right: 'right',
  'word-left': 'word-left',
  'word-right': 'word-right',
  'ctrl-b': 'left',
  'ctrl-f': 'right',
  home: 'home',
  'ctrl-a': 'home',
  end: 'end',
  'ctrl-e': 'end',
  backspace: 'erase-before',
  delete: 'erase-after',
  'ctrl-d': 'erase-after',
  'ctrl-w': 'erase-word',
  'ctrl-u': 'erase-to-start',
  'ctrl-k': 'erase-to-end',
}

/** What is on the desk besides the review itself. */
export interface Desk {
  index: number
  mode: Mode
  message: string
  draft: OwnText
  left: boolean
  helpPage: number
  /** The words and their own text that may become a line of the glossary. */
  pair: readonly [source: string, target: string]
  /** The article that is marked in the list. */
  listed: number
  filter: string
  byName: boolean
  /** Goes on reading the articles that are not read yet. */
  read: () => void
}

/** The desk as the review begins. */
export function deskWith(message: string): Desk {
  return {
    index: 0,
    mode: 'review',
    message,
    draft: { text: '', cursor: 0 },
    left: false,
    helpPage: 0,
    pair: ['', ''],
    listed: 0,
    filter: '',
    byName: false,
    read: () => undefined,
  }
}

/** Is the own text the English of words, so that the house may want it again? Not where it only mends a mark. */
export function isForGlossary({ actual }: Finding, text: string): boolean {
  const isPhrase = (words: string): boolean =>
    /\p{L}{2}/u.test(words) && /^[\p{L}\p{N}]/u.test(words) && words.length <= 60 && !/[\r\n\t]/u.test(words)
  return isPhrase(actual) && isPhrase(text) && actual !== text
}

/** What the journal gave, in a sentence; empty where it gave nothing. */
export function greetingOf({ resumed }: Article, lead = 'Resumed'): string {
  if (resumed === undefined) return ''
  const { made, lost, changed } = resumed
  const fits = lost === 0 ? '' : `, ${lost} no longer ${lost === 1 ? 'fits' : 'fit'}`
  const why = changed ? '; the article changed meanwhile' : ''
  return `${lead}: ${made} ${made === 1 ? 'decision' : 'decisions'} kept${fits}${why}`
}
