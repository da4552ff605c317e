import { fold } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import type { NumberGrammar } from './number-grammar.ts'

/** The tokens of a sentence, as the number words of a language see them. */
export class NumberTokens {
  readonly tokens: Tokens
  readonly grammar: NumberGrammar
  readonly #end: number

  constructor(tokens: Tokens, end: number, grammar: NumberGrammar) {
    this.tokens = tokens
    this.grammar = grammar
    this.#end = end
  }

  word(at: number): string {
    return at < this.#end ? fold(this.tokens.lower(at)) : ''
  }

  role(at: number): string {
    return this.grammar.words.get(this.word(at))?.role ?? ''
  }

  value(at: number): number {
    return this.grammar.words.get(this.word(at))?.value ?? 0
  }

  skipDash(at: number): number {
    const tokens = this.tokens
    const joins = tokens.kind(at) === TokenKind.dash && !tokens.spaceBefore(at) && !tokens.spaceAfter(at)
    return joins ? at + 1 : at
  }
}
