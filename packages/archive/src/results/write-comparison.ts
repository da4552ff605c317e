import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { comparisonPage } from '../page/comparison-page.ts'
import type { Comparison } from './comparison.ts'
import { writeWhole } from './write-file.ts'

/**
 * Writes `comparison.json` and `comparison.html` into a folder, which is made where it is not there.
 *
 * @returns the path of the page
 */
export async function writeComparison(folder: string, comparison: Comparison): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeWhole(join(folder, 'comparison.json'), `${JSON.stringify(comparison, null, 2)}\n`)
  const page = join(folder, 'comparison.html')
  await writeWhole(page, await comparisonPage(comparison))
  return page
}
