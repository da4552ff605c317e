import { dirname } from 'node:path'
import {
  assertRule,
  type Checker,
  type CheckResult,
  checkerOptions,
  createChecker,
  decide,
  type FailOn,
  type Finding,
  type GatePolicy,
  selectFindings,
} from '@stet/core'
import { type Configured, configFor } from './config-file.ts'
import { decisionsFor, documentName } from './decisions-file.ts'
import { type House, houseFor } from './house-file.ts'
import type { Input } from './inputs.ts'
import { readStandardInput, readText } from './read-text.ts'

/** What the command line says about checking; it goes before the configuration. */
export interface DeskOptions {
  readonly configPath: string | undefined
  readonly minConfidence: number | undefined
  readonly failOn: FailOn | undefined
  /** Only these rules are reported; empty: all. */
  readonly ruleIds: readonly string[]
}

/** An article on the desk: its text, and how to check it as the house has settled. */
export interface Article {
  readonly input: Input
  readonly text: string
  readonly failOn: FailOn
  /** When it may go out. */
  readonly gate: GatePolicy
  readonly check: (text: string) => CheckResult
}

const checkers = new Map<string, Checker>()

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
export function makeChecker({ config }: Configured, { minConfidence }: DeskOptions, house: House): Checker {
  return createChecker({
    ...checkerOptions(config),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    keep: [...(config.keep ?? []), ...house.keep],
    glossary: house.glossary,
  })
}

/**
 * Reads an article and finds what holds for it: configuration, decisions, options.
 *
 * @throws UsageError when one of them cannot be read
 */
export async function openArticle(input: Input, options: DeskOptions): Promise<Article> {
  const folder = input.path === undefined ? process.cwd() : dirname(input.path)
  const configured = configFor(folder, options.configPath)
  const checker = checkerOf(configured, options, houseFor(folder))
  const decisions = input.path === undefined ? undefined : decisionsFor(folder)
  const text = input.path === undefined ? await readStandardInput() : readText(input.path, input.name)
  const wanted = (finding: Finding) => options.ruleIds.length === 0 || options.ruleIds.includes(finding.ruleId)
  const check = (now: string): CheckResult => {
    const whole = checker.check(now, { format: input.format })
    const left =
      decisions === undefined || input.path === undefined
        ? whole
        : decide(whole, documentName(decisions.root, input.path), decisions.list).result
    return selectFindings(left, wanted)
  }
  const { failOn = 'major', gate = {} } = configured.config
  return { input, text, failOn: options.failOn ?? failOn, gate, check }
}

/** @throws UsageError when a rule of the options does not exist */
export function assertRules(ids: readonly string[]): void {
  for (const id of ids) assertRule(id, '--rule')
}
