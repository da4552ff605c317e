import { userInfo } from 'node:os'

/** Who decides, for the record: `$USER`, else the name of the account; undefined where there is none. */
export function whoDecides(): string | undefined {
  const named = process.env['USER']
  if (named !== undefined && named !== '') return named
  try {
    return userInfo().username
  } catch {
    // An account without a name, as in some containers.
    return undefined
  }
}
