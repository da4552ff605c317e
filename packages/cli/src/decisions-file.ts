import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type Decision, type Finding, parseDecisions, serialiseDecisions, type Verdict } from '@stet/core'
import writeFileAtomic from 'write-file-atomic'
import { asUsageError, readText } from './read-text.ts'
import { shownPath } from './shown-path.ts'
import { whoDecides } from './who.ts'

/** The decisions on the articles under one folder. */
export interface Decisions {
  /** The folder that holds `.stet`. */
  readonly root: string
  readonly list: readonly Decision[]
}

const place = join('.stet', 'decisions.jsonl')
const read = new Map<string, Decisions>()
const roots = new Map<string, string | undefined>()

/**
 * The decisions that hold for the articles of a folder; `undefined` where there are none.
 *
 * @throws UsageError when the file cannot be read
 */
export function decisionsFor(folder: string): Decisions | undefined {
  const root = rootOf(folder)
  if (root === undefined) return undefined
  let decisions = read.get(root)
  if (decisions === undefined) {
    const path = join(root, place)
    const name = shownPath(path)
    decisions = { root, list: parseDecisions(readText(path, name), name) }
    read.set(root, decisions)
  }
  return decisions
}

/** Decisions may have been added: the next look reads them again. */
export function forgetDecisions(): void {
  read.clear()
  roots.clear()
}

/** The nearest folder with decisions, upwards; each folder is looked at once. */
function rootOf(folder: string): string | undefined {
  if (roots.has(folder)) return roots.get(folder)
  const parent = dirname(folder)
  const found = existsSync(join(folder, place)) ? folder : parent === folder ? undefined : rootOf(parent)
  roots.set(folder, found)
  return found
}

/** The folder that holds the decisions on an article, or is to hold them: where a later check will look for them. */
export function rootFor(path: string, here = process.cwd()): string {
  const folder = dirname(path)
  return rootOf(folder) ?? (documentName(here, path).startsWith('..') ? folder : here)
}

/** The name of an article in the decisions of a root. */
export function documentName(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

/** What a person says of a finding. */
export interface Ruling {
  readonly verdict: Verdict
  readonly reason?: string | undefined
  /** Who decides. Default: the one whose account it is. */
  readonly by?: string | undefined
  /** Version of the rules that found it. */
  readonly rules: string
}

/**
 * Records a person's decision on one finding of an article.
 *
 * @param path of the article, absolute
 * @param here the folder that gets the first decision on an article below it
 * @throws UsageError when it cannot be written
 */
export async function recordDecision(path: string, finding: Finding, ruling: Ruling, here?: string): Promise<void> {
  const root = rootFor(path, here)
  const by = ruling.by ?? whoDecides()
  await addDecisions(root, [
    {
      doc: documentName(root, path),
      fingerprint: finding.fingerprint,
      ruleId: finding.ruleId,
      quote: finding.actual,
      verdict: ruling.verdict,
      ...(ruling.reason === undefined ? {} : { reason: ruling.reason }),
      ...(by === undefined ? {} : { by }),
      at: new Date().toISOString(),
      rules: ruling.rules,
    },
  ])
}

/**
 * Adds decisions to those of a root; on the same finding the new one holds.
 *
 * @throws UsageError when the file cannot be written
 */
export async function addDecisions(root: string, more: readonly Decision[]): Promise<void> {
  const path = join(root, place)
  const before = existsSync(path) ? parseDecisions(readText(path), path) : []
  try {
    mkdirSync(dirname(path), { recursive: true })
    await writeFileAtomic(path, serialiseDecisions([...before, ...more]))
  } catch (error) {
    throw asUsageError(error, path)
  }
}
