import { createHash } from 'node:crypto'
import { UsageError } from '@stet/core'
import type { ManifestInput, ManifestShard } from '../manifest.ts'
import type { NamedInput } from './input-files.ts'
import type { RawArticle } from './raw-article.ts'
import { isPlainLines, readFileArticles } from './read-file.ts'

/** Something that holds articles: files, or a query. */
export interface ArticleInput {
  /** As it is shown; never with a password in it. */
  readonly name: string
  /** Its articles from where a shard begins, in an order that does not change. */
  read(start?: ShardStart): AsyncGenerator<RawArticle>
  /** The same from the beginning, with what a manifest needs: `digest` is whole at the end. */
  survey(digest: InputDigest): AsyncGenerator<Surveyed>
}

/** Where a shard begins. */
type ShardStart = Omit<ManifestShard, 'shard' | 'first' | 'articles'>

/** An article, and how to come back to it. */
interface Surveyed {
  readonly raw: RawArticle
  readonly start: Omit<ShardStart, 'input'>
}

/** How an input was when the run was planned. */
interface InputDigest {
  bytes: number
  sha256: string
}

/** The articles of files. */
export function filesInput({ name, files }: NamedInput): ArticleInput {
  return {
    name,
    async *read(start) {
      let number = 0
      for await (const path of files()) {
        if (start === undefined || number > start.file) yield* readFileArticles(path, path)
        else if (number === start.file) yield* readFileArticles(path, path, start)
        number++
      }
    },
    async *survey(digest) {
      const whole = createHash('sha256')
      let number = 0
      for await (const path of files()) {
        const hash = createHash('sha256')
        let bytes = 0
        let skip = 0
        const watch = (chunk: Uint8Array) => {
          hash.update(chunk)
          bytes += chunk.length
        }
        for await (const raw of readFileArticles(path, path, { skip: 0 }, watch)) {
          const line =
            isPlainLines(path) && raw.form === 'line' ? { offset: raw.offset, line: raw.number as number } : {}
          yield { raw, start: { file: number, skip, ...line } }
          skip++
        }
        whole.update(`${path}\0${bytes}\0${hash.digest('hex')}\n`)
        digest.bytes += bytes
        number++
      }
      digest.sha256 = whole.digest('hex')
    },
  }
}

/** What a plan makes of the inputs. */
export interface Survey {
  readonly inputs: readonly ManifestInput[]
  readonly shards: readonly ManifestShard[]
}

/**
 * Reads all inputs once, checks nothing: how long they are, what they hash to, where shards begin.
 *
 * @param onArticles is told now and then how many articles there are so far
 */
export async function surveyInputs(
  inputs: readonly ArticleInput[],
  shardArticles: number,
  onArticles: (articles: number) => void,
): Promise<Survey> {
  const found: ManifestInput[] = []
  const shards: { -readonly [Key in keyof ManifestShard]: ManifestShard[Key] }[] = []
  let articles = 0
  for (const [number, input] of inputs.entries()) {
    const before = articles
    const digest: InputDigest = { bytes: 0, sha256: '' }
    for await (const { start } of input.survey(digest)) {
      if (articles % shardArticles === 0) {
        shards.push({ shard: shards.length, first: articles, articles: 0, input: number, ...start })
      }
      const shard = shards.at(-1)
      if (shard !== undefined) shard.articles++
      articles++
      if (articles % 1000 === 0) onArticles(articles)
    }
    found.push({ name: input.name, ...digest, articles: articles - before })
  }
  return { inputs: found, shards }
}

/** Reads shards; where one follows the other, it goes on without opening the files anew. */
export class ShardReader {
  readonly #inputs: readonly ArticleInput[]
  readonly #planned: readonly ManifestInput[]
  #next = -1
  #articles: AsyncGenerator<RawArticle> | undefined

  /** @param planned the same inputs as they were when the run was planned */
  constructor(inputs: readonly ArticleInput[], planned: readonly ManifestInput[]) {
    this.#inputs = inputs
    this.#planned = planned
  }

  /**
   * The articles of a shard.
   *
   * @throws UsageError when an input does not hold as many articles as it did
   */
  async *read(shard: ManifestShard): AsyncGenerator<RawArticle> {
    if (this.#articles === undefined || this.#next !== shard.shard) {
      await this.close()
      this.#articles = this.#from(shard)
    }
    this.#next = shard.shard + 1
    for (let count = 0; count < shard.articles; count++) {
      const { value, done } = await this.#articles.next()
      if (done === true) return
      yield value
    }
  }

  async close(): Promise<void> {
    await this.#articles?.return(undefined)
    this.#articles = undefined
  }

  async *#from(start: ManifestShard): AsyncGenerator<RawArticle> {
    let article = start.first
    let end = 0
    for (const [number, input] of this.#inputs.entries()) {
      end += this.#planned[number]?.articles ?? 0
      if (number < start.input) continue
      for await (const raw of number === start.input ? input.read(start) : input.read()) {
        if (article === end) throw changed(input.name)
        yield raw
        article++
      }
      if (article < end) throw changed(input.name)
    }
  }
}

function changed(name: string): UsageError {
  return new UsageError(`${name}: changed while it was read`, 'Run again when nobody writes to it, into another --out')
}
