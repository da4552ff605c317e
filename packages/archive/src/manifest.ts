/** A file that a run reads, and how it was when the run was planned. */
export interface ManifestInput {
  /** As it was named. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  readonly articles: number
}

/** A unit of work: so many articles, in the order of the inputs. */
export interface ManifestShard {
  readonly shard: number
  /** Number of the shard's first article in the run, from 0. */
  readonly first: number
  readonly articles: number
  /** Where it begins: the input, the file of that input, and the articles before it in that file. */
  readonly input: number
  readonly file: number
  readonly skip: number
  /** In a file of plain lines: the byte and the line at which it begins. */
  readonly offset?: number
  readonly line?: number
  /** In a query: the key of the article before it. */
  readonly after?: string
}

/** What a run is about: written before anything else, never changed. */
export interface Manifest {
  readonly version: 1
  /** Version of Stet. */
  readonly engine: string
  /** SHA-256 of rules, tables and what is configured about them. */
  readonly ruleset: string
  /** What the run was asked for, as far as it bears on the findings. */
  readonly options: Readonly<Record<string, unknown>>
  readonly inputs: readonly ManifestInput[]
  readonly shardArticles: number
  readonly shards: readonly ManifestShard[]
}
