import type { Checker, CheckOptions, CheckResult } from './check/check.ts'

/** An article among many. Other keys come back with it. */
export interface ManyArticle extends CheckOptions {
  readonly text: string
}

export interface ManyOptions {
  /** Ends the stream; what was asked for is not yielded any more. */
  readonly signal?: AbortSignal
}

/** An article and its check. */
export interface ManyResult<Article> {
  readonly article: Article
  readonly result: CheckResult
}

/**
 * Checks a stream of articles in its order, one at a time: the next is asked for when the reader asks, so that memory
 * stays that of one article. Between two articles other work of the process gets its turn.
 *
 * @throws the reason of `signal` when it is aborted, and whatever the stream throws
 */
export async function* checkMany<Article extends ManyArticle>(
  checker: Checker,
  articles: Iterable<Article> | AsyncIterable<Article>,
  { signal }: ManyOptions = {},
): AsyncGenerator<ManyResult<Article>, void, undefined> {
  signal?.throwIfAborted()
  for await (const article of articles) {
    signal?.throwIfAborted()
    yield { article, result: checker.check(article.text, article) }
    await turn()
    signal?.throwIfAborted()
  }
}

/** Timers and sockets come first, here and where there is no `setImmediate`. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve)
    else setTimeout(resolve)
  })
}
