import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { LanguageClient } from './language-client.ts'

const text = 'Lead 🇫🇷.\r\n\r\nThe talks [cependant] went on, as [les Etats-Unis] said.\r\n'
const bracket = { start: { line: 2, character: 10 }, end: { line: 2, character: 21 } }

let folder: string
let client: LanguageClient
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-lsp-')))
  client = new LanguageClient(folder)
})
afterEach(async () => {
  expect(await client.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href

it('tells of findings, follows every key, and repairs', async () => {
  const { capabilities } = await client.start(folder)
  expect(capabilities).toMatchObject({ positionEncoding: 'utf-16', textDocumentSync: { change: 2 } })
  const uri = uriOf('a.txt')
  await client.open(uri, text)
  const [first, ...rest] = await client.diagnostics(uri, 1)
  expect(first).toMatchObject({ range: bracket, source: 'stet', code: 'bracketed-source', severity: 2 })
  expect(rest).not.toHaveLength(0)

  const [repair, stand, ...none] = await client.actions(uri, { start: bracket.start, end: bracket.start }, ['quickfix'])
  expect(none).toEqual([])
  expect(repair).toMatchObject({
    title: 'Replace with “[however]”',
    isPreferred: true,
    edit: { documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ newText: 'however' }] }] },
  })
  expect(stand?.title).toBe('stet: let “[cependant]” stand')

  await client.change(uri, 2, { start: bracket.start, end: { line: 2, character: 11 } }, '')
  await client.change(uri, 3, { start: { line: 2, character: 19 }, end: { line: 2, character: 20 } }, '')
  expect((await client.diagnostics(uri, 3))[0]?.range).not.toEqual(bracket)
  await client.change(uri, 4, { start: { line: 0, character: 4 }, end: { line: 0, character: 9 } }, '')
  await client.change(uri, 5, { start: bracket.start, end: { line: 2, character: 19 } }, '[cependant]')
  expect((await client.diagnostics(uri, 5))[0]?.range).toEqual(bracket)
})

it('makes all safe repairs as small edits that give the text of the command line', async () => {
  await client.start(folder)
  const sample = readFileSync(new URL('../examples/sample-article/article.txt', import.meta.url), 'utf8')
  const golden = readFileSync(
    new URL('../examples/sample-article/article.repaired.golden.txt', import.meta.url),
    'utf8',
  )
  const uri = 'untitled:Untitled-1'
  await client.open(uri, sample)
  const everything = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }
  const [action, ...none] = await client.actions(uri, everything, ['source.fixAll'])
  expect(none).toEqual([])
  expect(action?.kind).toBe('source.fixAll.stet')
  const [change] = (action?.edit?.documentChanges ?? []) as { edits: Parameters<typeof TextDocument.applyEdits>[1] }[]
  const edits = change?.edits ?? []
  expect(edits.length).toBeGreaterThan(10)
  expect(TextDocument.applyEdits(TextDocument.create(uri, 'plaintext', 1, sample), edits)).toBe(golden)
  // A text without a name has no place for decisions.
  expect((await client.actions(uri, everything)).some(({ title }) => title.startsWith('stet:'))).toBe(false)
})

it('reads newsroom formats, and says where one is broken without a window', async () => {
  await client.start(folder)
  const uri = uriOf('story.nitf.xml')
  const story = readFileSync(new URL('formats/story.nitf.xml', import.meta.url), 'utf8')
  await client.open(uri, story, 'xml')
  const [headline] = await client.diagnostics(uri, 1)
  expect(headline).toMatchObject({ code: 'name-form', range: { start: { line: 2, character: 15 } } })
  await client.change(uri, 2, { start: { line: 2, character: 9 }, end: { line: 2, character: 9 } }, '<')
  expect(await client.diagnostics(uri, 2)).toMatchObject([
    { code: 'malformed', severity: 1, range: { start: { line: 2, character: 0 } } },
  ])
  expect(await client.actions(uri, headline?.range as NonNullable<typeof headline>['range'])).toEqual([])
  await client.change(uri, 3, { start: { line: 2, character: 9 }, end: { line: 2, character: 10 } }, '')
  expect((await client.diagnostics(uri, 3)).length).toBeGreaterThan(3)
  await client.open(uriOf('package.json'), '{"name": "no article"}', 'json')
  expect(await client.diagnostics(uriOf('package.json'), 1)).toEqual([])
  expect(client.messages).toEqual([])
})

it('lets a finding stand: the decision is recorded where the command line looks for it', async () => {
  await client.start(folder)
  const uri = uriOf('a.txt')
  await client.open(uri, text)
  const [first] = await client.diagnostics(uri, 1)
  const stand = (await client.actions(uri, bracket)).find(({ title }) => title.startsWith('stet:'))
  await client.execute(stand as NonNullable<typeof stand>, 'It was said so')
  const left = await client.diagnostics(uri, 1, (all) => all.every(({ range }) => range.start.character !== 10))
  expect(left.length).toBeGreaterThan(0)
  expect(JSON.parse(readFileSync(join(folder, '.stet/decisions.jsonl'), 'utf8'))).toMatchObject({
    doc: 'a.txt',
    fingerprint: first?.data.fingerprint,
    ruleId: 'bracketed-source',
    quote: '[cependant]',
    verdict: 'stet',
    reason: 'It was said so',
    by: 'sub-editor',
  })
  await expect(client.execute(stand as NonNullable<typeof stand>)).rejects.toThrow('no longer there')
})

it('honours the configuration, follows when it changes, and tells once when it is broken', async () => {
  writeFileSync(join(folder, 'stet.config.json'), '{"keep":["cependant"],"rules":{"place-form":"critical"}}')
  await client.start(folder)
  const uri = uriOf('a.txt')
  await client.open(uri, text)
  expect((await client.diagnostics(uri, 1)).some(({ range }) => range.start.character === 10)).toBe(false)
  const config = uriOf('stet.config.json')
  writeFileSync(join(folder, 'stet.config.json'), '{"rulez":{}}')
  await client.settled(config)
  const message = await client.until(() => client.messages[0])
  expect(message).toContain('stet.config.json: there is no key “rulez”')
  await client.change(uri, 2, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, 'A ')
  await client.diagnostics(uri, 2, (all) => all.length === 0)
  writeFileSync(join(folder, 'stet.config.json'), '{}')
  await client.settled(config)
  await client.diagnostics(uri, 2, (all) => all.length > 0)
  expect(client.messages).toHaveLength(1)
})

it('weighs an article by the source text beside it', async () => {
  await client.start(folder)
  const french =
    'Emmanuel Macron a visité Marseille lundi. Gérald Darmanin a reçu 3,5 millions d’euros de la banque à Lyon.'
  const english =
    'Emmanuel Macron visited Marseille on Monday. Gérald Darmanin received 35 million euros from the bank in Lyon.'
  writeFileSync(join(folder, 'a.fr.txt'), french)
  const uri = uriOf('a.txt')
  await client.open(uri, english)
  expect(await client.diagnostics(uri, 1)).toMatchObject([
    { code: 'number-mismatch', range: { start: { line: 0, character: 70 }, end: { line: 0, character: 72 } } },
  ])
})
