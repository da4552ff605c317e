import { accessSync, constants, realpathSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'
import { asUsageError } from './read-text.ts'

/**
 * Writes the whole file or nothing. A link stays a link, the mode stays, the text is written as it is.
 *
 * @throws UsageError when the file may not be written
 */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    const target = realpathSync(path)
    // The rename behind an atomic write would go through on a file that its owner has locked.
    accessSync(target, constants.W_OK)
    await writeFileAtomic(target, text)
  } catch (error) {
    throw asUsageError(error, path)
  }
}
