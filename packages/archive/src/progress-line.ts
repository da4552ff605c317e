/** A line of `progress.jsonl`: a shard whose findings are on the disk. */
export interface ProgressLine {
  readonly shard: number
  readonly articles: number
  readonly findings: number
  /** Articles that could not be checked. */
  readonly errors: number
  /** SHA-256 of the shard's file of findings. */
  readonly sha256: string
  readonly milliseconds: number
  /** ISO 8601. */
  readonly at: string
}
