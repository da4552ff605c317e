import { open, rename, rm } from 'node:fs/promises'

/** Writes a whole file or none: to a temporary file beside it, flushed, then renamed. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const temporary = `${path}.tmp`
  const file = await open(temporary, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(temporary, { force: true })
    throw error
  }
  await file.close()
  await rename(temporary, path)
}
