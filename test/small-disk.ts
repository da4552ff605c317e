import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of so many kilobytes; only root may have one. */
export function mountDisk(path: string, kilobytes: number, more = ''): boolean {
  mkdirSync(path, { recursive: true })
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `${more}size=${kilobytes}k`, 'tmpfs', path]).status === 0
}

/** May we mount one? */
export const canMount = (() => {
  const path = mkdtempSync(join(tmpdir(), 'stet-mount-'))
  const mounted = mountDisk(path, 100)
  if (mounted) spawnSync('umount', [path])
  rmSync(path, { recursive: true, force: true })
  return mounted
})()
