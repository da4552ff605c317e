import type { Format } from '@stet/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PostedArticle } from './article.ts'
import { charsetOf, formatOfMediaType, mediaTypeOf } from './media-types.ts'
import { articleSchema } from './schemas.ts'
import { ServiceError } from './service-error.ts'

/** What stands in the address. */
interface ArticleQuery {
  readonly as?: Format
  readonly doc?: string
}

const json = 'application/json'

/** The bodies of `/check` for the OpenAPI document and the validator: an article inside JSON, or as it is. */
export const bodySchema = {
  content: {
    [json]: { schema: articleSchema },
    ...Object.fromEntries(
      Object.entries(formatOfMediaType).map(([type, format]) => [
        type,
        { schema: { type: 'string', description: `The article itself, read as ${format}` } },
      ]),
    ),
  },
}

/** Takes articles inside JSON and as they are; what is no UTF-8 is refused, not mended. */
export function addBodyParsers(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(json, { parseAs: 'buffer' }, (request, body, done) => {
    const text = decoded(request, body as Buffer)
    if (text instanceof ServiceError) done(text)
    // A news item of ninjs is JSON itself.
    else if (query(request).as === 'ninjs') done(null, { text, format: 'ninjs' })
    else parseJson(request, text, done)
  })
  app.addContentTypeParser(Object.keys(formatOfMediaType), { parseAs: 'buffer' }, (request, body, done) => {
    const text = decoded(request, body as Buffer)
    if (text instanceof ServiceError) done(text)
    else done(null, text)
  })
}

/**
 * The article of a request, whichever way it came; what the address says goes before the body.
 *
 * @throws ServiceError when there is no body: without one there is nothing whose type could be refused
 */
export function articleOf(request: FastifyRequest<{ Body: PostedArticle | string }>): PostedArticle {
  const body = request.body as PostedArticle | string | null | undefined
  if (body === undefined || body === null) throw new ServiceError(400, 'INVALID', 'there is no body: post an article')
  const { as, doc } = query(request)
  const article: PostedArticle =
    typeof body === 'string'
      ? { text: body, format: formatOfMediaType[mediaTypeOf(request.headers['content-type'])] ?? 'text' }
      : body
  return { ...article, ...(as === undefined ? {} : { format: as }), ...(doc === undefined ? {} : { doc }) }
}

function query(request: FastifyRequest): ArticleQuery {
  return request.query as ArticleQuery
}

function decoded(request: FastifyRequest, body: Buffer): string | ServiceError {
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') {
    return new ServiceError(415, 'MEDIA_TYPE', `the body is packed (${encoding.slice(0, 40)}); send it as it is`)
  }
  const charset = charsetOf(request.headers['content-type'])
  if (charset !== 'utf-8' && charset !== 'utf8' && charset !== 'us-ascii') {
    return new ServiceError(415, 'MEDIA_TYPE', `the body is ${charset.slice(0, 40)}; send UTF-8`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    return new ServiceError(400, 'NOT_UTF8', 'the body is not valid UTF-8')
  }
}
