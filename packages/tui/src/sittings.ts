import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '@stet/core'
import { appendLine, asUsageError, makeFolder } from './disk.ts'

/** What an editor did from opening a review to leaving it. */
export interface Sitting {
  /** When it ended, ISO 8601. */
  readonly at: string
  readonly by?: string
  readonly accepted: number
  readonly own: number
  readonly stet: number
  /** Seconds of work, without long pauses. */
  readonly seconds: number
}

const pathUnder = (root: string): string => join(root, '.stet', 'sittings.jsonl')

/** Adds a line for the sitting to `.stet/sittings.jsonl`; none where nothing was decided. @throws UsageError when the disk refuses */
export function addSitting(root: string, sitting: Sitting): void {
  if (sitting.accepted + sitting.own + sitting.stet === 0) return
  const path = pathUnder(root)
  try {
    makeFolder(join(root, '.stet'))
    appendLine(path, JSON.stringify(sitting))
  } catch (error) {
    throw asUsageError(error, path)
  }
}

/** The sittings under a root, oldest first. @throws UsageError naming the line that is none */
export function readSittings(root: string): Sitting[] {
  const path = pathUnder(root)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return []
      const sitting = parsed(line)
      if (sitting === undefined) {
        throw new UsageError(`${path}:${index + 1}: not a sitting: ${line.slice(0, 80)}`, 'Mend or remove the line')
      }
      return [sitting]
    })
}

/** How long a finding took, in words: `4.2 s each`. */
export function pace(seconds: number, decided: number): string {
  return decided === 0 ? '–' : `${(seconds / decided).toFixed(1)} s each`
}

function parsed(line: string): Sitting | undefined {
  try {
    const value = JSON.parse(line) as Partial<Sitting> | null
    const counts = [value?.accepted, value?.own, value?.stet, value?.seconds]
    return typeof value?.at === 'string' && counts.every((count) => typeof count === 'number')
      ? (value as Sitting)
      : undefined
  } catch {
    return undefined
  }
}
