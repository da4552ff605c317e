/**
 * A newsroom's own service: a hook of Fastify holds back what the gate blocks, and publishes the text with its safe
 * repairs. The same three lines go into a middleware of Express.
 */
import { createChecker, gate, repair } from '@stet/core'
import { type FastifyInstance, fastify } from 'fastify'

interface Article {
  headline: string
  body: string
}

const checker = createChecker()

/** The service, not yet listening. `publish` gets every article that may go out. */
export function newsroom(publish: (article: Article) => void): FastifyInstance {
  const app = fastify()
  app.addHook<{ Body: Article }>('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/publish') return
    const { text, result } = repair(request.body.body, (now) => checker.check(now, { format: 'html' }))
    const { verdict, reasons } = gate(result)
    if (verdict === 'block') return reply.status(422).send({ verdict, reasons })
    request.body.body = text
  })
  app.post<{ Body: Article }>('/publish', async ({ body }) => {
    publish(body)
    return { published: body.headline }
  })
  return app
}

if (import.meta.main) {
  const published: Article[] = []
  const app = newsroom((article) => published.push(article))
  const bodies = ['<p>The talks [cependant] went on.</p>', '<p>The talks [qu’on sait] went on, [dit-il].</p>']
  for (const body of bodies) {
    const { statusCode, body: answer } = await app.inject({
      method: 'POST',
      url: '/publish',
      payload: { headline: 'Talks go on', body },
    })
    console.log(statusCode, answer)
  }
  console.log(published.map(({ body }) => body).join('\n'))
}
