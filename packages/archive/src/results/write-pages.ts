import { join } from 'node:path'
import type { NameStyle } from '@stet/core'
import { reportPage } from '../page/report-page.ts'
import { readManifest } from '../run-folder.ts'
import { aggregate } from './aggregate.ts'
import type { RowSizes } from './parquet.ts'
import { readRunFacts, type Summary, summaryOf } from './summary.ts'
import { worstCsv } from './worst-csv.ts'
import { writeWhole } from './write-file.ts'

/** Counts the findings of a run, and writes `summary.json`, `worst.csv` and `index.html`. */
export async function writePages(
  folder: string,
  title: string | undefined,
): Promise<{ summary: Summary; sizes: RowSizes }> {
  const run = await readRunFacts(folder)
  const { options } = await readManifest(folder)
  const totals = await aggregate(folder, { style: options['names'] as NameStyle | undefined })
  const summary = summaryOf(run, totals)
  await writeWhole(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  await writeWhole(join(folder, 'worst.csv'), worstCsv(totals.all.worst.entries))
  await writeWhole(join(folder, 'index.html'), await reportPage(summary, totals, title))
  const { longestRow, heaviestStretch } = totals
  return { summary, sizes: { longestRow, heaviestStretch } }
}
