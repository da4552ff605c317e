import { UsageError } from '@stet/core'
import type { Client, ClientConfig, Pool } from 'pg'

type Pg = typeof import('pg')
type GraphileWorker = typeof import('graphile-worker')

const postgresUrl = /^postgres(?:ql)?:\/\//u

/** Is it the address of a database? */
export function isPostgresUrl(text: string): boolean {
  return postgresUrl.test(text)
}

/** The address as it may be shown: host and database, no user, no password. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'postgres://'
  const { host, pathname } = new URL(url)
  return `postgres://${host}${pathname}`
}

/** Optional peers: loaded only when a database is named. */
async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError(
      'PostgreSQL needs the packages pg and graphile-worker, which are not installed',
      'Run npm install pg graphile-worker',
    )
  }
}

/** @throws UsageError when it is not installed */
export async function loadGraphileWorker(): Promise<GraphileWorker> {
  return loaded(() => import('graphile-worker'))
}

async function loadPg(): Promise<Pg> {
  return (await loaded(() => import('pg'))).default as unknown as Pg
}

/** Half-open connections are noticed, so that the shards of a machine that was cut off are given to another. */
function config(url: string): ClientConfig {
  return { connectionString: url, keepAlive: true, application_name: 'stet', connectionTimeoutMillis: 10_000 }
}

/** @throws UsageError when the driver is not installed, or nobody answers there */
export async function connect(url: string, more: ClientConfig = {}): Promise<Client> {
  const { Client: PgClient } = await loadPg()
  const client = new PgClient({ ...config(url), ...more })
  // Whoever asks next is told; until then nobody is.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw asDatabaseError(error, url)
  }
  return client
}

/** @throws UsageError when the driver is not installed */
export async function connectPool(url: string): Promise<Pool> {
  const { Pool: PgPool } = await loadPg()
  const pool = new PgPool({ ...config(url), max: 6 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const hints: Record<string, string> = {
  ECONNREFUSED: 'Is PostgreSQL running there?',
  ENOTFOUND: 'Check the name of the host',
  '28P01': 'Check user and password',
  '28000': 'Check user and password',
  '3D000': 'Make the database first',
  '42501': 'The user must be allowed to make schemas there',
}

/** What went wrong with a database, in a line; other errors as they are. */
export function asDatabaseError(error: unknown, url: string): unknown {
  if (error instanceof UsageError || !(error instanceof Error)) return error
  const { code, message, errors } = error as Error & { code?: unknown; errors?: readonly Error[] }
  const isOfDatabase = typeof code === 'string' || /connection|timeout/iu.test(message)
  if (!isOfDatabase) return error
  const what = message === '' ? (errors?.[0]?.message ?? String(code)) : message
  return new UsageError(`${shownUrl(url)}: ${what.split('\n')[0]}`, hints[String(code)] ?? 'Mend that and run again')
}
