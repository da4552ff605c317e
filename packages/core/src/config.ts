import { findBestMatch } from 'string-similarity'
import * as v from 'valibot'
import { parseDocument } from 'yaml'
import type { GatePolicy } from './gate-policy.ts'
import { assertProfile, type NameStyle } from './language/house-styles.ts'
import { rules as allRules } from './rules/index.ts'
import type { Severity } from './rules/rule.ts'
import { UsageError } from './usage-error.ts'

const severities = ['critical', 'major', 'minor', 'neutral'] as const

/** The rule that a house's glossary is made into; it is not in the list of rules. */
export const houseGlossaryId = 'house-glossary'

/** Names under which a configuration file is looked for, first come first. There are no others. */
export const configFileNames: readonly string[] = ['stet.config.json', 'stet.config.yaml', '.stet.yaml']

/** From which severity on a check counts as failed. */
export type FailOn = Severity | 'never'

/** The words that `failOn` takes. */
export const failOnWords: readonly FailOn[] = [...severities, 'never']

/** Comes before what is read of an object: to valibot a list is one too. */
const noList = v.custom<object>((value) => !Array.isArray(value))
const someText = v.pipe(v.string(), v.minLength(1))
const textOrTexts = v.union([someText, v.array(someText)])
const confidence = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const score = v.pipe(v.number(), v.maxValue(100))

/** From which confidence on a finding of a severity counts at the gate. */
const limit = v.optional(v.union([confidence, v.literal('never')]))
const limits = v.pipe(noList, v.strictObject({ critical: limit, major: limit, minor: limit, neutral: limit }))

const schema = v.pipe(
  noList,
  v.strictObject({
    $schema: v.optional(v.string()),
    extends: v.optional(textOrTexts),
    glossary: v.optional(textOrTexts),
    language: v.optional(v.string()),
    rules: v.optional(v.pipe(noList, v.record(v.string(), v.picklist(['off', ...severities])))),
    minConfidence: v.optional(confidence),
    translated: v.optional(v.boolean()),
    failOn: v.optional(v.picklist([...severities, 'never'])),
    ignore: v.optional(v.array(someText)),
    keep: v.optional(v.array(someText)),
    names: v.optional(
      v.pipe(
        noList,
        v.strictObject({
          profile: v.optional(v.string()),
          write: v.optional(v.pipe(noList, v.record(someText, v.array(someText)))),
          on: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u))),
        }),
      ),
    ),
    quotations: v.optional(
      v.pipe(
        noList,
        v.strictObject({
          stops: v.optional(v.literal('inside')),
          marks: v.optional(v.picklist(['single', 'double'])),
          headlines: v.optional(v.picklist(['single', 'double'])),
        }),
      ),
    ),
    keys: v.optional(v.pipe(noList, v.record(v.string(), textOrTexts))),
    gate: v.optional(
      v.pipe(
        noList,
        v.strictObject({
          block: v.optional(limits),
          look: v.optional(limits),
          blockBelow: v.optional(score),
          lookBelow: v.optional(score),
        }),
      ),
    ),
  }),
)

/** What the house has settled. Every key may be left out. */
export interface Config {
  /** Profiles or configurations that this one starts from, the last before the others. Whoever reads the file finds them. */
  readonly extends?: string | readonly string[]
  /** Glossaries of the house, seen from the configuration's folder: lines of `source ⇥ target`, or TBX. */
  readonly glossary?: string | readonly string[]
  /** Source language of the translation. */
  readonly language?: string
  /** Severity of a rule where the house sees it otherwise; `off` silences it. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  /** Findings below this confidence are not reported, 0 to 1. */
  readonly minConfidence?: number
  /** All articles are known to be machine-translated: weak signs count in full. */
  readonly translated?: boolean
  /** From which severity on a check counts as failed. */
  readonly failOn?: FailOn
  /** Globs of files that are not checked, seen from the configuration's folder. */
  readonly ignore?: readonly string[]
  /** Words and phrases that always stand. */
  readonly keep?: readonly string[]
  /** Which of several English forms of a name the house writes. */
  readonly names?: NameStyle
  /** How the house sets quotations. */
  readonly quotations?: {
    readonly stops?: 'inside' | undefined
    readonly marks?: 'single' | 'double' | undefined
    readonly headlines?: 'single' | 'double' | undefined
  }
  /** Keys of the review, by action. Which actions there are, the review knows. */
  readonly keys?: Readonly<Record<string, string | readonly string[]>>
  /** When an article may go out. */
  readonly gate?: GatePolicy
}

/**
 * Reads a configuration: JSON where the path ends in `.json`, else YAML. An empty YAML file is an empty configuration.
 *
 * @throws UsageError with one line that names the file, the key and what is allowed
 */
export function parseConfig(text: string, path: string): Config {
  const value = path.endsWith('.json') ? parseJson(text, path) : parseYaml(text, path)
  const parsed = v.safeParse(schema, value, { abortEarly: true })
  if (!parsed.success) throw invalid(path, parsed.issues[0], value)
  const { $schema: _, ...config } = parsed.output
  for (const id of Object.keys(config.rules ?? {})) if (id !== houseGlossaryId) assertRule(id, `${path}: rules`)
  if (config.names?.profile !== undefined) assertProfile(config.names.profile, `${path}: names.profile`)
  return withoutUndefined(config)
}

/**
 * The rule of that id.
 *
 * @param where what the message begins with: a file and key, or an option
 * @throws UsageError that offers the nearest id
 */
export function assertRule(id: string, where: string): void {
  const ids = allRules.map((rule) => rule.id)
  if (ids.includes(id)) return
  throw new UsageError(`${where}: there is no rule “${id}”${nearest(id, ids)}`, '`stet rules` lists the rules')
}

/** A configuration that starts from another: lists are joined, of single rules and gate limits its own hold. */
export function mergeConfigs(base: Config, own: Config): Config {
  const joined = (key: 'ignore' | 'keep') => {
    const all = [...(base[key] ?? []), ...(own[key] ?? [])]
    return all.length === 0 ? undefined : all
  }
  const glossary = [...listOf(base.glossary), ...listOf(own.glossary)]
  const gate = {
    ...base.gate,
    ...own.gate,
    ...(base.gate?.block && own.gate?.block && { block: { ...base.gate.block, ...own.gate.block } }),
    ...(base.gate?.look && own.gate?.look && { look: { ...base.gate.look, ...own.gate.look } }),
  }
  const { extends: _, ...rest } = own
  return withoutUndefined({
    ...base,
    ...rest,
    rules: base.rules || own.rules ? { ...base.rules, ...own.rules } : undefined,
    names:
      base.names || own.names
        ? { ...base.names, ...own.names, ...withWrite({ ...base.names?.write, ...own.names?.write }) }
        : undefined,
    quotations: base.quotations || own.quotations ? { ...base.quotations, ...own.quotations } : undefined,
    keys: base.keys || own.keys ? { ...base.keys, ...own.keys } : undefined,
    gate: base.gate || own.gate ? gate : undefined,
    ignore: joined('ignore'),
    keep: joined('keep'),
    glossary: glossary.length === 0 ? undefined : glossary,
  })
}

/** Forms of two houses together, where there are any. */
function withWrite(write: Readonly<Record<string, readonly string[]>>): Pick<NameStyle, 'write'> {
  return Object.keys(write).length === 0 ? {} : { write }
}

/** What may be said once or as a list, as a list. */
export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** The part of a configuration that `createChecker` takes. */
export function checkerOptions({ language, rules, minConfidence, translated, keep, names, quotations }: Config) {
  return {
    ...(language === undefined ? {} : { language }),
    ...(rules === undefined ? {} : { severities: rules }),
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(translated === undefined ? {} : { translated }),
    ...(keep === undefined ? {} : { keep }),
    ...(names === undefined ? {} : { names: withoutUndefined(names) as NameStyle }),
    ...(quotations === undefined ? {} : { quotations }),
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (error) {
    throw new UsageError(`${path}: not JSON: ${oneLine((error as Error).message)}`)
  }
}

function parseYaml(text: string, path: string): unknown {
  const document = parseDocument(text, { prettyErrors: true })
  const error = document.errors[0]
  if (error !== undefined) throw new UsageError(`${path}: not YAML: ${oneLine(error.message)}`)
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {}
  } catch (failure) {
    throw new UsageError(`${path}: not YAML: ${oneLine((failure as Error).message)}`)
  }
}

const allowed: Record<string, string> = {
  $schema: 'an address',
  extends: 'a profile or a path of a configuration, or a list of them',
  glossary: 'a path of a glossary (.tsv or .tbx), or a list of them',
  language: 'a language code such as "fr"',
  rules: 'an object of rule ids, each “off”, “critical”, “major”, “minor” or “neutral”',
  minConfidence: 'a number from 0 to 1',
  translated: 'true or false',
  failOn: '“critical”, “major”, “minor”, “neutral” or “never”',
  ignore: 'a list of globs',
  keep: 'a list of words or phrases',
  names:
    'an object of “profile” (a house), “write” (forms, each with a list of those it replaces) and “on” (a day, YYYY-MM-DD)',
  quotations: 'an object of “stops” (“inside”), “marks” and “headlines” (“single” or “double”)',
  keys: 'an object of actions, each a key or a list of keys',
  gate: 'an object of “block” and “look” (severities, each a confidence from 0 to 1 or “never”), “blockBelow” and “lookBelow” (scores)',
}

function invalid(path: string, issue: v.BaseIssue<unknown>, value: unknown): UsageError {
  const steps = (issue.path ?? []).map((step) => step.key as PropertyKey)
  if (issue.expected === 'never') {
    const unknown = String(steps.pop())
    const keys =
      steps[0] === 'gate'
        ? gateKeys(steps)
        : steps[0] === 'names'
          ? ['profile', 'write', 'on']
          : steps[0] === 'quotations'
            ? ['stops', 'marks', 'headlines']
            : Object.keys(allowed).filter((key) => key !== '$schema')
    return new UsageError(
      `${path}: there is no key “${unknown}”${nearest(unknown, keys)}`,
      `Keys are ${keys.map((key) => `“${key}”`).join(', ')}`,
    )
  }
  const [key, inner] = steps
  if (key === undefined) return new UsageError(`${path}: must be an object of keys such as “rules” and “keep”`)
  const name = inner === undefined ? String(key) : `${String(key)}.${String(inner)}`
  const must =
    key === 'rules' && inner !== undefined
      ? '“off”, “critical”, “major”, “minor” or “neutral”'
      : key === 'keys' && inner !== undefined
        ? 'a key or a list of keys'
        : undefined
  const given = steps.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)?.[step], value)
  return new UsageError(`${path}: ${name} is ${shown(given)} but must be ${must ?? allowed[String(key)]}`)
}

function gateKeys(path: readonly PropertyKey[]): readonly string[] {
  return path.length > 1 ? severities : ['block', 'look', 'blockBelow', 'lookBelow']
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

function nearest(word: string, words: readonly string[]): string {
  const { bestMatch } = findBestMatch(word, [...words])
  return bestMatch.rating >= 0.4 ? `; did you mean “${bestMatch.target}”?` : ''
}

/** A parser's message up to its first line end: what follows draws the place again. */
function oneLine(message: string): string {
  return (message.split('\n')[0] as string).replace(/:$/u, '')
}

function withoutUndefined(config: object): Config {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined)) as Config
}
