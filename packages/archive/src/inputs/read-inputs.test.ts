import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RawArticle } from './raw-article.ts'
import { readFileArticles } from './read-file.ts'
import { type ArticleInput, ShardReader, surveyInputs } from './read-inputs.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-inputs-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const talks = (number: number) =>
  `The talks went on in room ${number} of ${(number * 7919) % 1000} for ${number} hours.`
const jsonl = Array.from({ length: 2000 }, (_, n) => `${JSON.stringify({ id: `a${n}`, body: talks(n) })}\n`).join('')
const csv = `id,body\n${Array.from({ length: 2000 }, (_, n) => `a${n},${talks(n)}\n`).join('')}`

async function all(articles: AsyncIterable<RawArticle>, pause: () => Promise<unknown>): Promise<RawArticle[]> {
  const list: RawArticle[] = []
  for await (const article of articles) {
    list.push(article)
    await pause()
  }
  return list
}

const bitsWrong = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte))

describe('what is broken', () => {
  const files = {
    'cut.jsonl.gz': gzipSync(jsonl).subarray(0, -5000),
    'cut.csv.gz': gzipSync(csv).subarray(0, -5000),
    'damaged.jsonl.gz': bitsWrong(gzipSync(jsonl), 9000),
  }
  for (const [name, bytes] of Object.entries(files)) {
    it(`is the same articles however slowly it is read: ${name}`, async () => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      const quick = await all(readFileArticles(path, name), async () => undefined)
      const slow = await all(readFileArticles(path, name), () => new Promise(setImmediate))
      expect(slow).toEqual(quick)
      expect(quick.length).toBeGreaterThan(100)
      expect(quick.at(-1)).toMatchObject({ form: 'error', path: name })
    })
  }
})

describe('an input that is not what it was when the run was planned', () => {
  /** An input that holds so many articles each time that it is read. */
  function input(name: string, counts: number[]): ArticleInput {
    async function* read(skip: number): AsyncGenerator<RawArticle> {
      const count = counts.length > 1 ? (counts.shift() as number) : (counts[0] as number)
      for (let number = skip; number < count; number++) {
        yield { form: 'record', path: name, number: number + 1, record: { body: talks(number) } }
      }
    }
    return {
      name,
      read: (start) => read(start?.skip ?? 0),
      async *survey() {
        let skip = 0
        for await (const raw of read(0)) yield { raw, start: { file: 0, skip: skip++ } }
      },
    }
  }

  async function readAll(inputs: readonly ArticleInput[]): Promise<number> {
    const survey = await surveyInputs(inputs, 4, () => undefined)
    const reader = new ShardReader(inputs, survey.inputs)
    let articles = 0
    for (const shard of survey.shards) for await (const _ of reader.read(shard)) articles++
    return articles
  }

  it('is named, not one that stands before or after it', async () => {
    expect(await readAll([input('a', [10]), input('b', [5]), input('c', [3])])).toBe(18)
    for (const counts of [
      [5, 4],
      [5, 6],
      [5, 0],
    ]) {
      await expect(readAll([input('a', [10]), input('b', counts), input('c', [3])])).rejects.toThrow(/^b: changed/u)
    }
    await expect(readAll([input('a', [10]), input('b', [5, 4])])).rejects.toThrow(/^b: changed/u)
  })
})
