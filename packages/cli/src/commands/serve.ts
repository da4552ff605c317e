import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { createChecker, UsageError } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { configFor } from '../config-file.ts'
import { decisionsFor, documentName, forgetDecisions } from '../decisions-file.ts'
import { settledOptions } from '../desk.ts'
import { houseFor } from '../house-file.ts'
import { deskOptions, last, withConfig } from '../options.ts'
import { say } from '../outcome.ts'
import { version } from '../version.ts'

/** What `stet serve` takes. */
export interface ServeArguments {
  readonly host: string
  readonly port: string
  readonly threads: string
  readonly bodyLimit: string
  readonly timeLimit: string
  readonly config: string | undefined
}

/** Declares `stet serve`. */
export function serveBuilder(yargs: Argv): Argv<ServeArguments> {
  return withConfig(yargs)
    .option('host', {
      describe: 'Address to listen on; others than this machine come in only when told',
      type: 'string',
      requiresArg: true,
      default: '127.0.0.1',
      coerce: last<string>,
    })
    .option('port', {
      describe: 'Port; 0: any that is free',
      type: 'string',
      requiresArg: true,
      default: '7838',
      coerce: last<string>,
    })
    .option('threads', {
      describe: 'Articles checked at the same time',
      type: 'string',
      requiresArg: true,
      default: String(availableParallelism()),
      defaultDescription: 'one a processor',
      coerce: last<string>,
    })
    .option('body-limit', {
      describe: 'Largest body, in bytes',
      type: 'string',
      requiresArg: true,
      default: '2000000',
      coerce: last<string>,
    })
    .option('time-limit', {
      describe: 'Longest time for one article, in seconds',
      type: 'string',
      requiresArg: true,
      default: '10',
      coerce: last<string>,
    }) as unknown as Argv<ServeArguments>
}

/** `stet serve`: an HTTP service; ends on SIGTERM or SIGINT, after what it has in hand. */
export async function serve(argv: ArgumentsCamelCase<ServeArguments>): Promise<number> {
  const here = process.cwd()
  const configured = configFor(here, argv.config)
  const options = deskOptions({ ...argv, as: undefined, minConfidence: undefined, rule: [] })
  const limits = {
    port: number(argv.port, '--port', 0, 65_535),
    threads: number(argv.threads, '--threads', 1, 256),
    bodyLimitBytes: number(argv.bodyLimit, '--body-limit', 1, 64 * 1024 * 1024),
  }
  const timeLimitSeconds = Number(argv.timeLimit)
  if (!(timeLimitSeconds > 0 && timeLimitSeconds <= 3600)) {
    throw new UsageError(`--time-limit: “${argv.timeLimit}” is no number of seconds`, 'Give more than 0, at most 3600')
  }
  const checker = settledOptions(configured, options, houseFor(here))
  // What no checker can be made from is told here, in one line, and not by a thread.
  createChecker(checker)
  const { startService } = await import('@stet/server/http')
  const service = await startService({
    ...limits,
    timeLimitSeconds,
    host: argv.host,
    checker,
    gate: configured.config.gate ?? {},
    decisionsOn(doc) {
      // A person may have decided since.
      forgetDecisions()
      const found = decisionsFor(here)
      if (found === undefined) return { doc, decisions: [] }
      const name = documentName(found.root, resolve(here, doc))
      return { doc: name, decisions: found.list.filter((decision) => decision.doc === name) }
    },
    version,
    log: say,
  })
  say(`listening on ${service.url} (POST /check; see /openapi.json)`)
  await toldToStop()
  await service.close()
  return 0
}

/** The second signal ends the process at once, as it would without us. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.removeListener('SIGTERM', stop)
      process.removeListener('SIGINT', stop)
      resolve()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}

function number(value: string, option: string, least: number, most: number): number {
  if (/^\d+$/u.test(value) && Number(value) >= least && Number(value) <= most) return Number(value)
  throw new UsageError(`${option}: “${value}” is no such number`, `Give a whole number from ${least} to ${most}`)
}
