import { relative } from 'node:path'

/** A path as it is shown to a person: from where we are, where it lies below. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path)
  return shown === '' || shown.startsWith('..') ? path : shown
}
