import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/**
 * Opens a text in the editor and waits until it is closed.
 *
 * @param extension of the file that the editor sees, with its dot
 * @returns the text as the editor left it, without the line end that editors add
 * @throws UsageError when the editor cannot be run
 */
export function editText(editor: string, text: string, extension: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-'))
  const path = join(folder, `paragraph${extension}`)
  try {
    writeFileSync(path, text)
    runEditor(editor, path)
    const edited = readFileSync(path, 'utf8')
    return /\n$/u.test(text) ? edited : edited.replace(/\r?\n$/u, '')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
