import type { VFile } from 'vfile'
import { type Checker, type CheckerOptions, createChecker } from './check/check.ts'
import { lineStarts, positionAt } from './check/position.ts'
import type { Format } from './text/read.ts'

/** What the plugin takes: either a checker, or what one is made from. */
export interface PluginOptions extends CheckerOptions {
  /** A checker made before, to be shared between processors. */
  readonly checker?: Checker
  /** How the file is read. Default: `markdown`. */
  readonly format?: Format
}

/** A unified transformer that leaves the tree alone and puts messages on the file. */
export type Transformer = (tree: unknown, file: VFile) => undefined

/**
 * Plugin for remark, or any other processor of unified: `unified().use(remarkParse).use(stet)`. Every finding becomes a
 * message on the file with `ruleId`, `source`, `actual`, `expected` and `note`; a neutral one is information, the others
 * are warnings.
 *
 * @throws UsageError when the language has no pack
 */
export function stet(options: PluginOptions = {}): Transformer {
  const checker = options.checker ?? createChecker(options)
  const format = options.format ?? 'markdown'
  return (_tree, file) => {
    const source = String(file)
    const { findings, errors } = checker.check(source, { format })
    const starts = lineStarts(source)
    const point = (offset: number) => ({ ...positionAt(starts, offset), offset })
    for (const finding of findings) {
      const place = { start: point(finding.start), end: point(finding.end) }
      const settings = { place, ruleId: finding.ruleId, source: 'stet' }
      const message =
        finding.severity === 'neutral' ? file.info(finding.reason, settings) : file.message(finding.reason, settings)
      message.actual = finding.actual
      message.expected = [...finding.expected]
      if (finding.note !== undefined) message.note = finding.note
    }
    for (const error of errors) {
      file.message(`Rule ${error.ruleId} failed: ${error.message}`, { ruleId: error.ruleId, source: 'stet' })
    }
    return undefined
  }
}
