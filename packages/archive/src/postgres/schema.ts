import type { Client } from 'pg'

/** Where runs over several machines keep what they found, beside the tables of graphile-worker. */
const statements = `
CREATE SCHEMA IF NOT EXISTS stet;
CREATE TABLE IF NOT EXISTS stet.runs (
  run text PRIMARY KEY,
  manifest jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS stet.shards (
  run text NOT NULL REFERENCES stet.runs ON DELETE CASCADE,
  shard int NOT NULL,
  articles int NOT NULL,
  findings int NOT NULL,
  errors int NOT NULL,
  sha256 text NOT NULL,
  milliseconds int NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (run, shard)
);
CREATE TABLE IF NOT EXISTS stet.parts (
  run text NOT NULL REFERENCES stet.runs ON DELETE CASCADE,
  shard int NOT NULL,
  part int NOT NULL,
  rows bytea NOT NULL,
  PRIMARY KEY (run, shard, part)
);
`

const schemaLock = "hashtextextended('stet schema', 0)"

/** Makes the tables where they are not there; one process at a time. */
export async function makeSchema(client: Client, migrateQueue: () => Promise<void>): Promise<void> {
  await client.query(`SELECT pg_advisory_lock(${schemaLock})`)
  try {
    await client.query(statements)
    await migrateQueue()
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${schemaLock})`)
  }
}
