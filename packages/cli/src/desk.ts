import { dirname, resolve } from 'node:path'
import { rulesetOf } from '@stet/archive/ruleset'
import {
  assertRule,
  type Checker,
  type CheckerOptions,
  type CheckResult,
  checkerOptions,
  createChecker,
  type Decided,
  decide,
  type FailOn,
  type Finding,
  type Format,
  formatOf,
  type GatePolicy,
  listOf,
  MalformedError,
  readSegments,
  selectFindings,
} from '@stet/core'
import { type Configured, configFor, forgetConfigurations } from './config-file.ts'
import { decisionsFor, documentName, forgetDecisions } from './decisions-file.ts'
import { forgetHouse, type House, houseFor, readGlossary } from './house-file.ts'
import type { Input } from './inputs.ts'
import { sourcePathOf } from './original-file.ts'
import { readStandardInput, readText } from './read-text.ts'
import { shownPath } from './shown-path.ts'
import { isSourceChanged } from './source-record.ts'

/** What the command line says about checking; it goes before the configuration. */
export interface DeskOptions {
  readonly configPath: string | undefined
  readonly minConfidence: number | undefined
  readonly failOn: FailOn | undefined
  /** Only these rules are reported; empty: all. */
  readonly ruleIds: readonly string[]
  /** The source text of the one article that is checked. */
  readonly sourcePath?: string | undefined
}

/** How an article is to be checked, as the house has settled, whatever its text is now. */
export interface Settled {
  readonly failOn: FailOn
  /** When it may go out. */
  readonly gate: GatePolicy
  /** The file of its source text, where there is one. */
  readonly sourcePath: string | undefined
  /** Was it changed since the article was made from it? */
  readonly sourceChanged: boolean
  /** What is open. */
  readonly check: (text: string) => CheckResult
  /** What is open, and what stands because a person decided so. */
  readonly decided: (text: string) => Decided
}

/** An article on the desk: its text, and how to check it. */
export interface Article extends Settled {
  readonly input: Input
  readonly text: string
}

const checkers = new Map<string, Checker>()
const versions = new Map<string, string>()

/** The checker that a configuration and the house ask for, made once. */
export function checkerOf({ path, config, folder }: Configured, options: DeskOptions, house: House): Checker {
  const key = `${path ?? ''}\0${house.root ?? ''}`
  let checker = checkers.get(key)
  if (checker === undefined) {
    checker = makeChecker({ path, config, folder }, options, house)
    checkers.set(key, checker)
  }
  return checker
}

/** A new checker as a configuration and the house ask for. */
function makeChecker(configured: Configured, options: DeskOptions, house: House): Checker {
  return createChecker(settledOptions(configured, options, house))
}

/** What a checker is made from, as a configuration and the house ask for. Plain data: it can go to another thread. */
export function settledOptions({ config }: Configured, { minConfidence }: DeskOptions, house: House): CheckerOptions {
  return {
    ...checkerOptions(config),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    keep: [...(config.keep ?? []), ...house.keep],
    glossary: [...listOf(config.glossary).flatMap((path) => readGlossary(path, config.language)), ...house.glossary],
  }
}

/**
 * What holds for an article: configuration, decisions, options.
 *
 * @throws UsageError when one of them cannot be read
 */
export function settledFor({ path, format }: Pick<Input, 'path' | 'format'>, options: DeskOptions): Settled {
  const folder = path === undefined ? process.cwd() : dirname(path)
  const configured = configFor(folder, options.configPath)
  const checker = checkerOf(configured, options, houseFor(folder))
  const decisions = path === undefined ? undefined : decisionsFor(folder)
  const wanted = (finding: Finding) => options.ruleIds.length === 0 || options.ruleIds.includes(finding.ruleId)
  const sourcePath = sourcePathOf(path, options.sourcePath, configured.config.language ?? 'fr')
  const original = sourcePath === undefined ? {} : readOriginal(sourcePath)
  const sourceChanged = path !== undefined && sourcePath !== undefined && isSourceChanged(path, sourcePath)
  const decided = (now: string): Decided => {
    const whole = inFile(path, () => checker.check(now, { format, ...original, sourceChanged }))
    const all =
      decisions === undefined || path === undefined
        ? { result: whole, standing: [], stale: [] }
        : decide(whole, documentName(decisions.root, path), decisions.list)
    return {
      result: selectFindings(all.result, wanted),
      standing: all.standing.filter(({ finding }) => wanted(finding)),
      stale: all.stale,
    }
  }
  const { failOn = 'major', gate = {} } = configured.config
  return {
    failOn: options.failOn ?? failOn,
    gate,
    sourcePath,
    sourceChanged,
    decided,
    check: (now) => decided(now).result,
  }
}

/**
 * Reads an article and finds what holds for it.
 *
 * @throws UsageError when one of them cannot be read
 */
export async function openArticle(input: Input, options: DeskOptions): Promise<Article> {
  const settled = settledFor(input, options)
  const text = input.path === undefined ? await readStandardInput() : readText(input.path, input.name)
  return { ...settled, input, text }
}

/** What was read of the house may have changed meanwhile: the next article is settled anew. */
export function forgetSettled(): void {
  checkers.clear()
  versions.clear()
  forgetConfigurations()
  forgetDecisions()
  forgetHouse()
}

/**
 * The version of the rules by which the articles of a folder are checked: of Stet, and a digest of its code, its tables
 * and what configuration and house ask for. For the record of decisions.
 */
export function rulesVersionFor(folder: string, options: DeskOptions): string {
  const configured = configFor(folder, options.configPath)
  const house = houseFor(folder)
  const key = `${configured.path ?? ''}\0${house.root ?? ''}`
  let version = versions.get(key)
  if (version === undefined) {
    const { engine, sha256 } = rulesetOf({
      checker: settledOptions(configured, options, house),
      ruleIds: options.ruleIds,
    })
    version = `${engine}+${sha256.slice(0, 12)}`
    versions.set(key, version)
  }
  return version
}

/** @throws UsageError when a rule of the options does not exist */
export function assertRules(ids: readonly string[]): void {
  for (const id of ids) assertRule(id, '--rule')
}

/** The source text of an article; what is wrong with it is told of its own file. */
function readOriginal(path: string): { source: string; sourceFormat: Format } {
  const [source, sourceFormat] = [readText(path), formatOf(path)]
  inFile(resolve(path), () => readSegments(source, sourceFormat))
  return { source, sourceFormat }
}

/** In which file a text is malformed, only we know. */
function inFile<T>(path: string | undefined, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error
    throw error.in(path === undefined ? '<stdin>' : shownPath(path))
  }
}
