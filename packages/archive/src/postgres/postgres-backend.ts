import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { UsageError } from '@stet/core'
import type { Client, Pool } from 'pg'
import type { Manifest } from '../manifest.ts'
import type { ProgressLine } from '../progress-line.ts'
import type { Backend, CheckSharedShard, SharedRun } from '../run/backend.ts'
import { asDatabaseError, connect, connectPool, loadGraphileWorker, shownUrl } from './database.ts'
import { makeSchema } from './schema.ts'

/** How often a shard is tried before it is given up: whatever ends its process each time would never end. */
const mostAttempts = 10
const pauseMilliseconds = 500

/**
 * Shards are jobs of graphile-worker, one a shard, whose payload is only its number; what was found and that it is done
 * are written in one transaction.
 *
 * @param url `postgres://…`
 */
export function postgresBackend(url: string): Backend {
  return {
    async join(manifest) {
      const pool = await connectPool(url)
      const session = await connect(url).catch(async (error) => {
        await pool.end()
        throw error
      })
      const run = new PostgresRun(url, manifest, pool, session)
      try {
        await run.plan()
      } catch (error) {
        await run.close()
        throw asDatabaseError(error, url)
      }
      return run
    },
  }
}

class PostgresRun implements SharedRun {
  readonly #url: string
  readonly #manifest: Manifest
  readonly #pool: Pool
  /** A connection that lives as long as this process: it holds the lock that tells others so. */
  readonly #session: Client
  readonly #run: string
  readonly #task: string
  /** Names of graphile-worker's workers in this process that have had a job. */
  readonly #workers = new Set<string>()

  constructor(url: string, manifest: Manifest, pool: Pool, session: Client) {
    this.#url = url
    this.#manifest = manifest
    this.#pool = pool
    this.#session = session
    this.#run = createHash('sha256').update(JSON.stringify(manifest)).digest('hex')
    this.#task = `stet ${this.#run}`
  }

  /** Makes the run and a job for each shard that is not done and has none; to plan twice is to plan once. */
  async plan(): Promise<void> {
    const session = this.#session
    const { runMigrations } = await loadGraphileWorker()
    await makeSchema(session, () => runMigrations({ pgPool: this.#pool }))
    // A machine that vanished is noticed after a minute, not after hours.
    await session.query('SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3')
    await session.query('BEGIN')
    await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [this.#task])
    await session.query('INSERT INTO stet.runs (run, manifest) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      this.#run,
      JSON.stringify(this.#manifest),
    ])
    // What failed before, or waits for another attempt, is tried at once: whoever plans has mended what there was.
    await session.query(
      `SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now(), attempts => 0)
       FROM graphile_worker.jobs WHERE task_identifier = $1 AND locked_at IS NULL HAVING count(*) > 0`,
      [this.#task],
    )
    await session.query(
      `SELECT graphile_worker.add_job($1, json_build_object('run', $2::text, 'shard', number),
         max_attempts => $3, job_key => $2 || ':' || number, job_key_mode => 'unsafe_dedupe')
       FROM generate_series(0, $4::int - 1) AS number
       WHERE NOT EXISTS (SELECT FROM stet.shards AS done WHERE done.run = $2 AND done.shard = number)`,
      [this.#task, this.#run, mostAttempts, this.#manifest.shards.length],
    )
    await session.query('COMMIT')
  }

  async finished(): Promise<ProgressLine[]> {
    const { rows } = await this.#pool.query(
      'SELECT shard, articles, findings, errors, sha256, milliseconds, at FROM stet.shards WHERE run = $1 ORDER BY shard',
      [this.#run],
    )
    return rows.map((row) => ({ ...row, at: (row.at as Date).toISOString() }) as ProgressLine)
  }

  async work(check: CheckSharedShard, onWait: (finished: readonly ProgressLine[]) => void): Promise<void> {
    const { runOnce, Logger } = await loadGraphileWorker()
    const logger = new Logger(() => () => undefined)
    let failed: unknown
    const task = async (payload: unknown, { job }: { job: { locked_by: string | null } }): Promise<void> => {
      // After a failure nothing more is begun here; the jobs stay for others.
      if (failed !== undefined) throw failed
      try {
        await this.#showAlive(job.locked_by)
        await this.#checkShard((payload as { shard: number }).shard, check)
      } catch (error) {
        failed = error
        throw error
      }
    }
    try {
      for (;;) {
        await runOnce({
          pgPool: this.#pool,
          taskList: { [this.#task]: task },
          noHandleSignals: true,
          logger,
        })
        if (failed !== undefined) throw failed
        const finished = await this.finished()
        onWait(finished)
        if (finished.length >= this.#manifest.shards.length) return
        await this.#takeOver()
        await this.#assertNoneGivenUp()
        await wait(pauseMilliseconds)
      }
    } catch (error) {
      throw asDatabaseError(error, this.#url)
    }
  }

  /** Holds a lock in the name of the worker for as long as this process lives. */
  async #showAlive(worker: string | null): Promise<void> {
    if (worker === null || this.#workers.has(worker)) return
    this.#workers.add(worker)
    await this.#session.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [worker])
  }

  async #checkShard(number: number, check: CheckSharedShard): Promise<void> {
    const shard = this.#manifest.shards[number]
    if (shard === undefined) return
    const started = performance.now()
    const client = await this.#pool.connect()
    try {
      await client.query('BEGIN')
      const key = [this.#run, number]
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key.join(':')])
      const { rowCount } = await client.query('SELECT FROM stet.shards WHERE run = $1 AND shard = $2', key)
      if (rowCount === 0) {
        const hash = createHash('sha256')
        let part = 0
        const { articles, findings, errors } = await check(shard, async (rows) => {
          hash.update(rows)
          await client.query('INSERT INTO stet.parts (run, shard, part, rows) VALUES ($1, $2, $3, $4)', [
            ...key,
            part,
            Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength),
          ])
          part++
        })
        const milliseconds = Math.round(performance.now() - started)
        await client.query(
          `INSERT INTO stet.shards (run, shard, articles, findings, errors, sha256, milliseconds)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [...key, articles, findings, errors, hash.digest('hex'), milliseconds],
        )
      }
      await client.query('COMMIT')
      client.release()
    } catch (error) {
      // The connection goes, and with it whatever of the transaction was there.
      client.release(true)
      throw error
    }
  }

  /** Gives back the jobs of workers that no longer hold their lock: their process has ended. */
  async #takeOver(): Promise<void> {
    const { rows } = await this.#session.query(
      `SELECT DISTINCT locked_by FROM graphile_worker.jobs
       WHERE task_identifier = $1 AND locked_by IS NOT NULL AND locked_by <> ALL ($2)`,
      [this.#task, [...this.#workers]],
    )
    for (const { locked_by: worker } of rows) {
      const lock = await this.#session.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS ended', [worker])
      if (lock.rows[0].ended !== true) continue
      await this.#session.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [[worker]])
      await this.#session.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [worker])
    }
  }

  /** @throws UsageError when a shard was tried too often */
  async #assertNoneGivenUp(): Promise<void> {
    const { rows } = await this.#session.query(
      `SELECT key, last_error FROM graphile_worker.jobs
       WHERE task_identifier = $1 AND locked_at IS NULL AND attempts >= max_attempts ORDER BY id LIMIT 1`,
      [this.#task],
    )
    if (rows[0] === undefined) return
    const shard = String(rows[0].key).split(':').at(-1)
    const reason = String(rows[0].last_error ?? 'its process ended each time').split('\n')[0]
    throw new UsageError(
      `${shownUrl(this.#url)}: shard ${shard} was given up after ${mostAttempts} attempts: ${reason}`,
      'Mend that and run again: it is then tried anew',
    )
  }

  async *rows(shard: number): AsyncGenerator<Uint8Array> {
    const atOnce = 8
    for (let part = 0; ; part += atOnce) {
      const { rows } = await this.#pool.query(
        'SELECT rows FROM stet.parts WHERE run = $1 AND shard = $2 AND part >= $3 AND part < $4 ORDER BY part',
        [this.#run, shard, part, part + atOnce],
      )
      for (const row of rows) yield row.rows as Buffer
      if (rows.length < atOnce) return
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.#session.end(), this.#pool.end()])
  }
}
