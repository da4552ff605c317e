import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))
const corpus = fileURLToPath(new URL('corpus/annotated', import.meta.url))
const browserPath = '/usr/bin/chromium'
const outlets = ['The Courier', 'Evening <b>Post</b>', 'World Desk']

let folder = ''
const run = (): string => join(folder, 'run')

/** An article as it was before an editor saw it: CriticMarkup refused. */
const original = (text: string): string =>
  text
    .replace(/\{~~(.*?)~>.*?~~\}/gsu, '$1')
    .replace(/\{>>.*?<<\}|\{\+\+.*?\+\+\}/gsu, '')
    .replace(/\{(?:--|==)(.*?)(?:--|==)\}/gsu, '$1')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-page-'))
  const lines = readdirSync(corpus).map((name, index) =>
    JSON.stringify({
      id: name,
      body: original(readFileSync(join(corpus, name), 'utf8')),
      date: `2025-${String((index % 9) + 1).padStart(2, '0')}-10`,
      outlet: outlets[index % outlets.length],
    }),
  )
  writeFileSync(join(folder, 'archive.jsonl'), `${lines.join('\n')}\n`)
  const { status, stderr } = spawnSync(process.execPath, [cli, 'report', 'archive.jsonl', '--out', 'run', '-q'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  spawnSync(process.execPath, [cli, 'report', '--compare', 'run', 'run', '--out', 'both'], { cwd: folder })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('leaves a summary, the worst articles, and Parquet for a data desk', () => {
  const summary = JSON.parse(readFileSync(join(run(), 'summary.json'), 'utf8')) as { articles: number }
  expect(summary.articles).toBe(readdirSync(corpus).length)
  expect(readFileSync(join(run(), 'worst.csv'), 'utf8').split('\n').length).toBeGreaterThan(10)
  expect(existsSync(join(run(), 'articles.parquet'))).toBe(true)
  expect(existsSync(join(run(), 'findings.parquet'))).toBe(true)
})

it('escapes what articles and outlets bring', () => {
  const page = readFileSync(join(run(), 'index.html'), 'utf8')
  expect(page).toContain('Evening &lt;b&gt;Post')
  expect(page).not.toContain('Evening <b>Post')
})

describe.skipIf(!existsSync(browserPath))('the page in a browser (needs chromium)', () => {
  let browser: Browser
  let page: Page
  const requests: string[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: browserPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
    })
    page = await browser.newPage()
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(pathToFileURL(join(run(), 'index.html')).href)
  })
  afterAll(() => browser.close())

  it('filters the articles by keyboard', async () => {
    const shown = () => page.locator('.article:visible').count()
    const all = await shown()
    expect(all).toBeGreaterThan(10)
    await page.locator('#filter-text').focus()
    await page.keyboard.type('no such words anywhere')
    await expect.poll(shown).toBe(0)
    expect(await page.locator('#filter-status').textContent()).toContain('No article fits')
    for (let letter = 0; letter < 22; letter++) await page.keyboard.press('Backspace')
    await expect.poll(shown).toBe(all)
  })

  it('asks the network for nothing and has nothing to complain of', () => {
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
  })

  it.each(['run/index.html', 'both/comparison.html'])(
    '%s has no serious accessibility fault, light or dark, and is no wider than a phone',
    async (name) => {
      await page.goto(pathToFileURL(join(folder, name)).href)
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width: 390, height: 800 })
        // The page’s own policy forbids foreign scripts: the check runs outside of it.
        const faults = (await page.evaluate(`${axe}; axe.run().then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes[0].html))`)) as string[]
        expect(faults).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
      }
    },
  )
})
