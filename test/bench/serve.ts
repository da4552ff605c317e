/**
 * Measures `stet serve` under load (autocannon on loopback, eight seconds) and `stet lsp` from a key to its
 * diagnostics, both on the sample article, both as they were built. Prints figures; nothing here is asserted.
 *
 *   pnpm bench:serve [--write]      --write: into the README, between its marks
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { LanguageClient } from '../language-client.ts'

const article = readFileSync(new URL('../../examples/sample-article/article.txt', import.meta.url), 'utf8')
const bin = fileURLToPath(new URL('../../packages/cli/bin/stet.js', import.meta.url))
const words = article.split(/\s+/u).length

async function listening(child: ChildProcess): Promise<string> {
  let told = ''
  for await (const chunk of child.stderr as AsyncIterable<Buffer>) {
    told += chunk.toString()
    const url = /listening on (\S+)/u.exec(told)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`stet serve did not start: ${told}`)
}

async function load(): Promise<string> {
  const child = spawn(process.execPath, [bin, 'serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const url = await listening(child)
  const request = {
    url: `${url}/check`,
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: article }),
    connections: 8,
  }
  await autocannon({ ...request, duration: 2 })
  const { requests, latency, non2xx, errors, timeouts } = await autocannon({ ...request, duration: 8 })
  child.kill('SIGTERM')
  await once(child, 'exit')
  console.log(`${requests.total} answered, ${non2xx + errors + timeouts} failed`)
  return `${requests.average.toFixed(0)} articles a second, median ${latency.p50} ms, p99 ${latency.p99} ms`
}

async function keys(): Promise<string> {
  const client = new LanguageClient(tmpdir())
  await client.start(tmpdir())
  const uri = 'untitled:article'
  await client.open(uri, article)
  await client.diagnostics(uri, 1)
  const times: number[] = []
  const end = { line: 2, character: 10 }
  for (let version = 2; version < 402; version++) {
    const start = process.hrtime.bigint()
    // A letter, and away again.
    if (version % 2 === 0) await client.change(uri, version, { start: end, end }, 'x')
    else await client.change(uri, version, { start: end, end: { line: 2, character: 11 } }, '')
    await client.diagnostics(uri, version)
    // The first ones run cold.
    if (version >= 102) times.push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  await client.stop()
  times.sort((a, b) => a - b)
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1)
  return `a key in the editor to its findings takes ${at(0.5)} ms, p99 ${at(0.99)} ms`
}

const around =
  `the sample article of ${words} words, ${availableParallelism()} processors with a load of ` +
  `${loadavg()[0]?.toFixed(0)} from other work, client and service on one machine, 8 connections`
const figures = `${around}:\n${await load()};\n${await keys()}.`
console.log(figures)
if (process.argv.includes('--write')) {
  const readme = new URL('../../README.md', import.meta.url)
  const [open, close] = ['<!-- bench:serve -->', '<!-- /bench:serve -->']
  const text = readFileSync(readme, 'utf8')
  const [start, end] = [text.indexOf(open) + open.length, text.indexOf(close)]
  writeFileSync(readme, `${text.slice(0, start)}\n\n\`pnpm bench:serve\`, ${figures}\n\n${text.slice(end)}`)
}
