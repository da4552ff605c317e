import { existsSync, writeFileSync } from 'node:fs'
import { configFileNames, defaultMinConfidence, UsageError } from '@stet/core'
import { say } from '../outcome.ts'
import { asUsageError } from '../read-text.ts'

const file = 'stet.config.json'

/** `stet init`: a configuration to start from. What is there already stays. */
export async function init(): Promise<number> {
  const there = configFileNames.find((name) => existsSync(name))
  if (there !== undefined) throw new UsageError(`${there}: is there already`, 'Change it, or move it away first')
  const config = {
    language: 'fr',
    failOn: 'major',
    minConfidence: defaultMinConfidence,
    rules: {},
    ignore: [],
    keep: [],
  }
  try {
    writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`, { flag: 'wx' })
  } catch (error) {
    throw asUsageError(error, file)
  }
  say(`${file} written`)
  return 0
}
