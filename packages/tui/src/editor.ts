import { spawnSync } from 'node:child_process'
import { UsageError } from '@stet/core'

/**
 * Opens a file in the editor of the environment and waits until it is closed.
 *
 * @param editor a command, perhaps with options: `code --wait`
 * @throws UsageError when the editor cannot be run
 */
export function runEditor(editor: string, path: string): void {
  const stdio = 'inherit'
  const { status, error } =
    process.platform === 'win32'
      ? spawnSync(`${editor} "${path}"`, { stdio, shell: true })
      : // The path is an argument of its own: nothing in it is for the shell to read.
        spawnSync('/bin/sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio })
  if (error !== undefined || status === 127) throw new UsageError(`The editor “${editor}” cannot be run`)
}
