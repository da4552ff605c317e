import { type Palette, plainPalette, UsageError } from '@stet/core'
import colours from 'picocolors'
import { describe, say } from './outcome.ts'
import { asUsageError } from './read-text.ts'

/** Are colours wanted? The option goes before the environment, which goes before the terminal. */
function wantsColour(option: boolean | undefined): boolean {
  if (option !== undefined) return option
  if ((process.env['NO_COLOR'] ?? '') !== '' || process.env['CI'] !== undefined) return false
  return process.stdout.isTTY === true && process.env['TERM'] !== 'dumb'
}

/** The colours of the report; sixteen-colour names only, so that the reader's theme decides. */
export function palette(option: boolean | undefined): Palette {
  if (!wantsColour(option)) return plainPalette
  const { bold, red, yellow, cyan, blue, green, dim } = colours.createColors(true)
  return {
    critical: (text) => bold(red(text)),
    major: red,
    minor: yellow,
    neutral: blue,
    path: (text) => bold(cyan(text)),
    repair: green,
    quiet: dim,
  }
}

/** Columns to fill: the terminal's, but no longer than reads well. */
export function columns(): number {
  return Math.min(process.stdout.columns ?? 100, 120)
}

/**
 * Ends the process: its output does not arrive. Where the reader has seen enough (`stet … | head`), silently and with the
 * code of the signal that ends other programs then: 0 would say that nothing was found.
 */
export function endWithoutReader(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(141)
  const known = asUsageError(error, 'the output')
  say(known instanceof UsageError ? describe(known) : `the output: ${error.message}`)
  process.exit(2)
}

/** Writes to standard output, and waits where the reader is slower. */
export async function print(text: string): Promise<void> {
  if (text === '') return
  await new Promise<void>((resolve) => {
    process.stdout.write(text, (error) => {
      if (error) endWithoutReader(error)
      else resolve()
    })
  })
}
