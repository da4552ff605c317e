import { UsageError } from '@stet/core'
import { print } from '../terminal.ts'

/** What `stet report --compare` takes. */
export interface CompareArguments {
  readonly paths: readonly string[]
  readonly out: string | undefined
  readonly format: 'text' | 'json'
}

/**
 * `stet report --compare A B`: what is different in run B. Prints it; with `--out`, writes it as a page too.
 *
 * @throws UsageError when it is not two runs that came to their end
 */
export async function compare({ paths, out, format }: CompareArguments): Promise<number> {
  const [a, b, ...more] = paths
  if (a === undefined || b === undefined || more.length > 0) {
    throw new UsageError('--compare: names two runs', 'Say stet report --compare RUN_A RUN_B')
  }
  const archive = await import('@stet/archive')
  const comparison = await archive.compareRuns(a, b)
  await print(format === 'json' ? `${JSON.stringify(comparison, null, 2)}\n` : archive.comparisonText(comparison))
  if (out !== undefined) await archive.writeComparison(out, comparison)
  return 0
}
