/**
 * Something that the user can mend: one line that says what is wrong, in which file, and what to do.
 * Everything else that is thrown is a bug of ours and keeps its stack.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** The same in every copy of this class: a bundle may hold one, its caller another. */
  readonly code = 'STET_USAGE'
  /** What to do about it, one sentence. */
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
