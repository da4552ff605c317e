import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Answer } from './article.ts'
import type { CheckPool } from './check-pool.ts'

/** What the service counts, in a registry of its own. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #articles: Counter<'verdict'>
  readonly #findings: Counter<'severity'>
  readonly #requests: Counter<'status'>
  readonly #seconds: Histogram

  constructor(pool: CheckPool) {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.#articles = new Counter({
      name: 'stet_articles_total',
      help: 'Articles checked, by verdict of the gate',
      labelNames: ['verdict'],
      registers,
    })
    this.#findings = new Counter({
      name: 'stet_findings_total',
      help: 'Findings, by severity',
      labelNames: ['severity'],
      registers,
    })
    this.#requests = new Counter({
      name: 'stet_http_requests_total',
      help: 'Requests answered, by status',
      labelNames: ['status'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'stet_check_seconds',
      help: 'Time for one article, waiting included',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    })
    new Gauge({
      name: 'stet_articles_active',
      help: 'Articles that threads have in hand',
      registers,
      collect() {
        this.set(pool.active)
      },
    })
    new Gauge({
      name: 'stet_articles_waiting',
      help: 'Articles that wait for a thread',
      registers,
      collect() {
        this.set(pool.waiting)
      },
    })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  answered(status: number): void {
    this.#requests.inc({ status })
  }

  checked({ findings, gate }: Answer, seconds: number): void {
    this.#articles.inc({ verdict: gate.verdict })
    this.#seconds.observe(seconds)
    for (const { severity } of findings) this.#findings.inc({ severity })
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }
}
