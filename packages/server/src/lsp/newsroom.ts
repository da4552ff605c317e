import type { CheckResult, Finding, Format } from '@stet/core'

/** What the language server asks of whoever runs it: how an article is checked there, and where decisions go. */
export interface Newsroom {
  /**
   * How the article is checked, as configuration, house and decisions have settled now.
   *
   * @param path absolute; `undefined` for a text that was never saved
   * @throws UsageError when what was settled cannot be read
   */
  checkFor(path: string | undefined, format: Format): (text: string) => CheckResult
  /**
   * Records that a finding stands.
   *
   * @param path of the article, absolute
   * @param workspace folder of the editor that holds the article, where there is one
   * @throws UsageError when it cannot be written
   */
  letStand(path: string, finding: Finding, reason: string | undefined, workspace: string | undefined): Promise<void>
  /** What was settled may have changed: the next article reads it again. */
  forget(): void
}
