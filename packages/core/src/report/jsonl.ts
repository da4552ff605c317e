import { publicResult } from './json.ts'
import type { ReportDocument } from './report.ts'

/** One JSON object an article, one a line. */
export function formatJsonl(documents: readonly ReportDocument[]): string {
  return documents.map((document) => `${JSON.stringify(publicResult(document))}\n`).join('')
}
