import type { AddressInfo } from 'node:net'
import swagger from '@fastify/swagger'
import { type CheckerOptions, type Decision, type GatePolicy, UsageError } from '@stet/core'
import { type FastifyError, type FastifyInstance, fastify } from 'fastify'
import type { PostedArticle } from './article.ts'
import { addBodyParsers, articleOf, bodySchema } from './bodies.ts'
import { CheckPool } from './check-pool.ts'
import { formatOfMediaType } from './media-types.ts'
import { Metrics } from './metrics.ts'
import { answerSchema, errorSchema, querySchema } from './schemas.ts'

export interface ServiceOptions {
  /** What the checker of every thread is made from. */
  readonly checker: CheckerOptions
  readonly gate: GatePolicy
  /**
   * What persons decided on an article, whose name there is put into `doc`.
   *
   * @throws UsageError when the decisions cannot be read
   */
  readonly decisionsOn: (doc: string) => { readonly doc: string; readonly decisions: readonly Decision[] }
  readonly version: string
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly threads: number
  readonly bodyLimitBytes: number
  /** For one article, from when a thread takes it. */
  readonly timeLimitSeconds: number
  /** Told of what should not have happened, one line each. */
  readonly log: (line: string) => void
}

export interface Service {
  /** Where it listens, as a URL. */
  readonly url: string
  /** Takes no more, finishes what it has in hand, and ends. */
  close(): Promise<void>
}

const nothingDecided = { doc: '', decisions: [] }

/** So many articles may wait for each thread; who comes later is turned away at once, not after a time-out. */
const mostWaitingPerThread = 100

/**
 * Starts the HTTP service.
 *
 * @throws UsageError when it cannot listen there
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { host, port, threads, timeLimitSeconds } = options
  const pool = new CheckPool({ ...options, mostWaiting: threads * mostWaitingPerThread })
  const traffic = new Traffic()
  const app = fastify({
    bodyLimit: options.bodyLimitBytes,
    requestTimeout: 30_000,
    frameworkErrors: (error, _request, reply) => {
      reply.raw.writeHead(error.statusCode ?? 400, { 'content-type': 'application/json; charset=utf-8' })
      reply.raw.end(JSON.stringify({ error: oneLine(error.message), code: 'INVALID' }))
    },
    // Unknown keys are told of, and a number is no text.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  })
  try {
    traffic.watch(app)
    await addRoutes(app, options, pool)
    await pool.ready()
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    await pool.close()
    throw listenError(error, host, port)
  }
  return {
    url: urlOf(app),
    async close() {
      const hangUp = (): void => app.server.closeAllConnections()
      // Whoever sends no end of a request cannot keep us for ever.
      const patience = setTimeout(hangUp, (timeLimitSeconds + 1) * 1000)
      const closed = app.close()
      // Nor can whoever is connected and asks for nothing.
      traffic.whenIdle(() => setImmediate(hangUp))
      await closed
      clearTimeout(patience)
      await pool.close()
    },
  }
}

/** The requests that are being answered. */
class Traffic {
  #underWay = 0
  #idle: (() => void) | undefined

  watch(app: FastifyInstance): void {
    app.addHook('onRequest', async (_request, { raw }) => {
      this.#underWay++
      raw.once('close', () => this.#ended())
    })
  }

  /** Calls back when all are answered. */
  whenIdle(idle: () => void): void {
    this.#idle = idle
    if (this.#underWay === 0) idle()
  }

  #ended(): void {
    this.#underWay--
    if (this.#underWay === 0) this.#idle?.()
  }
}

async function addRoutes(app: FastifyInstance, options: ServiceOptions, pool: CheckPool): Promise<void> {
  addBodyParsers(app)
  const metrics = new Metrics(pool)
  await app.register(swagger, {
    openapi: {
      openapi: '3.0.3',
      info: {
        title: 'Stet',
        description: 'Finds and repairs what machine translation from French leaves in English news.',
        version: options.version,
        license: { name: 'MIT' },
      },
    },
  })
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500 && status !== 503) options.log(`${error.code ?? 'error'}: ${oneLine(error.message)}`)
    const { error: message, code } = explained(error, status, options)
    if (status === 503) reply.header('retry-after', '1')
    return reply.status(status).send({ error: message, code })
  })
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      error: `there is no ${request.method} ${oneLine(request.url).slice(0, 100)}; see /openapi.json`,
      code: 'NOT_FOUND',
    }),
  )
  app.addHook('onResponse', async (_request, reply) => metrics.answered(reply.statusCode))

  app.post<{ Body: PostedArticle | string }>(
    '/check',
    {
      schema: {
        operationId: 'check',
        summary: 'Check and repair one article',
        querystring: querySchema,
        body: bodySchema,
        response: { 200: answerSchema, '4xx': errorSchema, '5xx': errorSchema },
      },
    },
    async (request) => {
      const start = process.hrtime.bigint()
      const article = articleOf(request)
      const { doc, decisions } = article.doc === undefined ? nothingDecided : options.decisionsOn(article.doc)
      const answer = await pool.check({ ...article, doc }, decisions)
      metrics.checked(answer, Number(process.hrtime.bigint() - start) / 1e9)
      return answer
    },
  )
  app.get(
    '/health',
    {
      schema: {
        operationId: 'health',
        summary: 'Is the service there?',
        response: {
          200: {
            description: 'It is',
            type: 'object',
            properties: { status: { type: 'string' }, version: { type: 'string' } },
          },
        },
      },
    },
    async () => ({ status: 'ok', version: options.version }),
  )
  app.get(
    '/metrics',
    {
      schema: {
        operationId: 'metrics',
        summary: 'Counters for Prometheus',
        response: { 200: { description: 'Text format of Prometheus', type: 'string' } },
      },
    },
    async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()),
  )
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

/** One line for people and a code for programs. What we did not foresee is not told: it may say how we are built. */
function explained(error: FastifyError, status: number, options: ServiceOptions): { error: string; code: string } {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { error: `the body is larger than ${options.bodyLimitBytes} bytes`, code: 'BODY_LIMIT' }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return {
        error: `send application/json, or the article itself as ${Object.keys(formatOfMediaType).join(', ')}`,
        code: 'MEDIA_TYPE',
      }
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return { error: 'the body is not JSON', code: 'NOT_JSON' }
    case 'FST_ERR_VALIDATION':
      return { error: invalid(error), code: 'INVALID' }
  }
  if (status < 500 || error.name === 'ServiceError') return { error: oneLine(error.message), code: error.code }
  return { error: 'this should not have happened', code: 'INTERNAL' }
}

/** Which key it is, and what may stand there, as the validator tells. */
function invalid({ message, validation }: FastifyError): string {
  const { additionalProperty, allowedValues } = validation?.[0]?.params ?? {}
  if (typeof additionalProperty === 'string') return oneLine(`there is no key “${additionalProperty}”`).slice(0, 100)
  return oneLine(Array.isArray(allowedValues) ? `${message}: ${allowedValues.join(', ')}` : message)
}

function listenError(error: unknown, host: string, port: number): unknown {
  const where = `${host}:${port}`
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new UsageError(`${where}: is in use`, 'Choose another --port, or stop what listens there')
    case 'EACCES':
      return new UsageError(`${where}: no permission`, 'Choose a --port above 1023')
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UsageError(`${where}: is no address of this machine`, 'Choose another --host')
    default:
      return error
  }
}

function urlOf({ server }: FastifyInstance): string {
  const { address, family, port } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
