import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { createChecker, type Format, formatOf, repair } from '@stet/core'
import { afterEach, beforeEach, expect, it } from 'vitest'

const checker = createChecker()
const bin = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))
const article = readFileSync(new URL('../examples/sample-article/article.txt', import.meta.url), 'utf8')
const repaired = readFileSync(
  new URL('../examples/sample-article/article.repaired.golden.txt', import.meta.url),
  'utf8',
)

let folder: string
let child: ChildProcess | undefined
let told = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-serve-'))
  told = ''
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the service on a free port; gives its URL, or nothing where it ended before it listened. */
async function serve(...args: string[]): Promise<string> {
  const started = spawn(process.execPath, [bin, 'serve', '--port', '0', '--threads', '1', ...args], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  child = started
  return await new Promise((resolve) => {
    started.stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      const url = /listening on (\S+)/u.exec(told)?.[1]
      if (url !== undefined) resolve(url)
    })
    started.on('close', () => resolve(''))
  })
}

// biome-ignore lint/suspicious/noExplicitAny: what comes is what is tested
async function json(response: Promise<Response> | Response): Promise<any> {
  return (await response).json()
}

function post(url: string, body: string, type = 'application/json'): Promise<Response> {
  return fetch(`${url}/check`, { method: 'POST', headers: { 'content-type': type }, body })
}

it('answers with findings, score, verdict and the repaired text, as the house has settled', async () => {
  writeFileSync(join(folder, 'stet.config.json'), '{"keep":["bien sûr"],"gate":{"blockBelow":0}}')
  const url = await serve()
  const answer = await json(post(url, JSON.stringify({ text: article })))
  expect(answer.repaired.text).toBe(repaired)
  expect(answer.gate.verdict).toBe('block')
  expect(answer.repaired.score).toBeGreaterThan(answer.score)
  for (const { start, end, actual } of answer.findings) expect(article.slice(start, end)).toBe(actual)
  const html = await json(post(url, '{"text":"<p title=\\"[donc]\\">A [bien sûr] b</p>","format":"html"}'))
  expect(html).toMatchObject({ findings: [], gate: { verdict: 'publish' } })

  const health = await fetch(`${url}/health`)
  expect(await json(health)).toMatchObject({ status: 'ok' })
  const metrics = await (await fetch(`${url}/metrics`)).text()
  expect(metrics).toContain('stet_articles_total{verdict="block"} 1')
  expect(metrics).toContain('stet_http_requests_total{status="200"} 3')
  const document = await json(fetch(`${url}/openapi.json`))
  expect(await new Validator().validate(document)).toMatchObject({ valid: true })
  expect(Object.keys(document.paths)).toEqual(['/check', '/health', '/metrics'])
})

it('takes an article as it is, read as its type says, and gives it back byte by byte', async () => {
  const url = await serve()
  const sample = (name: string) => readFileSync(new URL(`formats/${name}`, import.meta.url), 'utf8')
  const posted: [string, string, string?][] = [
    ['story.nitf.xml', 'application/xml'],
    ['story.newsml.xml', 'application/vnd.iptc.g2.newsitem+xml; charset=utf-8'],
    ['story.v20.xliff', 'application/xliff+xml'],
    ['story.tmx', 'text/xml'],
    ['story.po', 'text/x-gettext-translation'],
    ['story.editor.html', 'text/html;charset="UTF-8"'],
    ['story.ninjs.json', 'application/ninjs+json'],
    ['story.ninjs.json', 'application/json', '?as=ninjs'],
    ['story.nitf.xml', 'text/plain', '?as=nitf&doc=a.xml'],
  ]
  for (const [name, type, query = ''] of posted) {
    const headers = { 'content-type': type }
    const response = await fetch(`${url}/check${query}`, { method: 'POST', headers, body: sample(name) })
    const answer = await json(response)
    expect(response.status, JSON.stringify(answer)).toBe(200)
    for (const { start, end, actual } of answer.findings) expect(sample(name).slice(start, end)).toBe(actual)
    expect(answer.repaired.repairs).toBeGreaterThan(0)
    const format = new URLSearchParams(query).get('as') ?? formatOf(name)
    const here = repair(sample(name), (now) => checker.check(now, { format: format as Format }))
    expect(answer.repaired.text).toBe(here.text)
  }
  const body = JSON.stringify({ text: '<p>Poutine spoke.</p>', source: 'Poutine a parlé.', sourceFormat: 'text' })
  const weighed = await json(
    fetch(`${url}/check?as=html`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
  )
  expect(weighed).toMatchObject({ aligned: 1, findings: [{ actual: 'Poutine' }] })
})

it('lets pass what a person decided on the article, and shows it', async () => {
  const url = await serve()
  const body = JSON.stringify({ text: 'The talks [cependant] went on.', doc: 'news/a.txt' })
  const before = await json(post(url, body))
  expect(before).toMatchObject({ gate: { verdict: 'block' } })
  const [{ fingerprint, ruleId }] = before.findings
  const decision = { doc: 'news/a.txt', fingerprint, ruleId, verdict: 'stet', reason: 'As it was said', by: 'desk' }
  mkdirSync(join(folder, '.stet'))
  writeFileSync(join(folder, '.stet/decisions.jsonl'), JSON.stringify(decision))
  expect(await json(post(url, body))).toMatchObject({
    findings: [],
    gate: { verdict: 'publish' },
    standing: [{ actual: '[cependant]', line: 1, verdict: 'stet', reason: 'As it was said', by: 'desk' }],
    repaired: { text: 'The talks [cependant] went on.' },
  })
  expect(await json(post(url, body.replace('a.txt', 'b.txt')))).toMatchObject({ gate: { verdict: 'block' } })
})

it('says in one line of JSON what it cannot take, and goes on', async () => {
  const url = await serve('--body-limit', '1000')
  const refused: [string, string, number, string, string?][] = [
    ['{"text":', 'NOT_JSON', 400, 'not JSON'],
    ['', 'NOT_JSON', 400, 'not JSON'],
    ['{}', 'INVALID', 400, "required property 'text'"],
    ['{"text":5}', 'INVALID', 400, 'text must be string'],
    ['{"text":"a","formt":"html"}', 'INVALID', 400, 'there is no key “formt”'],
    ['{"text":"a","format":"pdf"}', 'INVALID', 400, 'text, markdown, html'],
    ['{"text":"a","source":"[","sourceFormat":"ninjs"}', 'MALFORMED', 422, 'source:1: not well-formed JSON'],
    ['"text"', 'INVALID', 400, 'must be object'],
    ['<nitf>\n<p>', 'MALFORMED', 422, 'line 2: not well-formed XML', 'application/xml'],
    ['caf\u00e9', 'MEDIA_TYPE', 415, 'the body is iso-8859-1; send UTF-8', 'text/plain; charset=ISO-8859-1'],
    [JSON.stringify({ text: 'a'.repeat(1000) }), 'BODY_LIMIT', 413, 'larger than 1000 bytes'],
    ['text', 'MEDIA_TYPE', 415, 'application/json', 'application/pdf'],
  ]
  for (const [body, code, status, message, type] of refused) {
    const response = await post(url, body, type)
    const answer = await json(response)
    expect({ status: response.status, ...answer }).toEqual({ status, code, error: expect.stringContaining(message) })
  }
  const latin = await fetch(`${url}/check`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: new Uint8Array([99, 97, 102, 0xe9]),
  })
  const packed = { 'content-type': 'text/plain', 'content-encoding': 'gzip' }
  const bare = await fetch(`${url}/check`, { method: 'POST' })
  expect([bare.status, await bare.json()]).toEqual([
    400,
    { code: 'INVALID', error: 'there is no body: post an article' },
  ])
  const zipped = await fetch(`${url}/check`, { method: 'POST', headers: packed, body: 'a' })
  expect([zipped.status, await json(zipped)]).toEqual([
    415,
    { code: 'MEDIA_TYPE', error: 'the body is packed (gzip); send it as it is' },
  ])
  expect(await json(latin)).toEqual({ code: 'NOT_UTF8', error: 'the body is not valid UTF-8' })
  for (const path of ['/nowhere', '/check?as=pdf', '/%E0%A4%A']) {
    const answer = await json(fetch(url + path))
    expect(Object.keys(answer)).toEqual(['error', 'code'])
  }
  expect((await post(url, '{"text":"Good."}')).status).toBe(200)
})

it('ends an article that takes too long, and answers the next', async () => {
  const url = await serve('--time-limit', '0.2', '--body-limit', '60000000')
  const response = await post(url, JSON.stringify({ text: article.repeat(10_000) }))
  expect(response.status).toBe(422)
  expect(await json(response)).toEqual({ code: 'TIME_LIMIT', error: 'the article took longer than 0.2 s to check' })
  expect((await post(url, '{"text":"Good."}')).status).toBe(200)
})

it('finishes what it has in hand when told to stop, and waits for nobody who sends nothing', async () => {
  const url = await serve('--time-limit', '60')
  const { port, hostname } = new URL(url)
  expect(hostname).toBe('127.0.0.1')
  const idle = connect(Number(port), hostname)
  await once(idle, 'connect')
  const answer = post(url, JSON.stringify({ text: article.repeat(100) }))
  // The service is told only when it has the article.
  while (!/stet_articles_active 1/u.test(await (await fetch(`${url}/metrics`)).text()));
  child?.kill('SIGTERM')
  expect((await json(answer)).words).toBeGreaterThan(10_000)
  const [code] = await once(child as ChildProcess, 'close')
  expect(code).toBe(0)
  expect(told.trimEnd().split('\n')).toHaveLength(1)
})

it('says in one line why it cannot start', async () => {
  const url = await serve()
  const { port } = new URL(url)
  const first = child
  told = ''
  expect(await serve('--port', port)).toBe('')
  expect(told).toBe(`stet: 127.0.0.1:${port}: is in use. Choose another --port, or stop what listens there\n`)
  first?.kill('SIGKILL')
  told = ''
  await serve('--threads', 'many')
  expect(told).toBe('stet: --threads: “many” is no such number. Give a whole number from 1 to 256\n')
})
