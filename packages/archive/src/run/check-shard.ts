import type { RawArticle } from '../inputs/raw-article.ts'
import type { ShardReader } from '../inputs/read-inputs.ts'
import type { ManifestShard } from '../manifest.ts'
import type { CheckedBatch } from './batch.ts'
import type { CheckPool } from './check-pool.ts'

/** What a shard came to. */
export interface ShardTotals {
  articles: number
  findings: number
  errors: number
}

/** Articles a batch: enough that sending them costs little, few enough that the workers end a shard together. */
const batchArticles = 32
const batchBytes = 512 * 1024

/**
 * Checks the articles of a shard; batches are written in order, and only so many are under way that memory stays flat.
 *
 * @param onBatch takes the rows of a batch; the next is not given before it is done
 */
export async function checkShard(
  reader: ShardReader,
  shard: ManifestShard,
  pool: CheckPool,
  onBatch: (batch: CheckedBatch) => Promise<void>,
): Promise<ShardTotals> {
  const totals: ShardTotals = { articles: 0, findings: 0, errors: 0 }
  const underWay: Promise<CheckedBatch[]>[] = []
  const settle = async () => {
    for (const batch of (await underWay.shift()) ?? []) {
      totals.articles += batch.articles
      totals.findings += batch.findings
      totals.errors += batch.errors
      await onBatch(batch)
    }
  }
  try {
    for await (const articles of batches(reader.read(shard))) {
      underWay.push(pool.check(articles))
      if (underWay.length > 2 * pool.workers) await settle()
    }
    while (underWay.length > 0) await settle()
  } finally {
    await Promise.allSettled(underWay)
  }
  return totals
}

async function* batches(articles: AsyncIterable<RawArticle>): AsyncGenerator<RawArticle[]> {
  let batch: RawArticle[] = []
  let bytes = 0
  for await (const article of articles) {
    batch.push(article)
    if ('bytes' in article) bytes += article.bytes.length
    if (batch.length < batchArticles && bytes < batchBytes) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}
