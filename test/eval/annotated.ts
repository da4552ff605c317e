import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readCriticMarkup } from './critic-markup.ts'

/** One span that an editor marked. Offsets are UTF-16 code units, end exclusive. */
export interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly actual: string
  readonly type: string
  /** Any of them is right; '' deletes; an empty list: only a person can rewrite it. */
  readonly expected: readonly string[]
  /** A: objective, B: judgement. */
  readonly tier: 'A' | 'B'
}

export interface AnnotatedArticle {
  readonly name: string
  readonly text: string
  readonly gold: readonly GoldSpan[]
}

const sampleFolder = new URL('../../examples/sample-article/', import.meta.url)
/** Development data that lies beside the checkout and is not part of it. */
const developmentFolder = new URL('../../../shared/data/', import.meta.url)

export function sampleArticle(): AnnotatedArticle {
  const gold = readFileSync(new URL('gold.jsonl', sampleFolder), 'utf8')
  return {
    name: 'sample',
    text: readFileSync(new URL('article.txt', sampleFolder), 'utf8'),
    gold: gold
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as GoldSpan),
  }
}

/** The annotated development articles; empty where they are not present. */
export function developmentArticles(): AnnotatedArticle[] {
  const folder = new URL('articles/', developmentFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -4),
      text: readFileSync(new URL(file, folder), 'utf8'),
      gold: JSON.parse(readFileSync(new URL(file.replace('.txt', '.gold.json'), folder), 'utf8')) as GoldSpan[],
    }))
}

const corpusFolder = new URL('../corpus/', import.meta.url)

/** Our own articles in the manner of machine-translated news, annotated in CriticMarkup. */
export function corpusArticles(): AnnotatedArticle[] {
  const folder = new URL('annotated/', corpusFolder)
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const { text, spans } = readCriticMarkup(
        readFileSync(new URL(file, folder), 'utf8'),
        `test/corpus/annotated/${file}`,
      )
      return { name: file.replace(/\.md$/u, ''), text, gold: spans }
    })
}

/** Our own articles in good English, full of traps. */
export function corpusClean(): { name: string; text: string }[] {
  const folder = new URL('clean/', corpusFolder)
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
}

/** Good English news for measuring silence; empty where it is not present. */
export function cleanArticles(): { name: string; text: string }[] {
  const articles: { name: string; text: string }[] = []
  for (const set of ['bbc', 'ntrex']) {
    const folder = new URL(`clean/${set}/`, developmentFolder)
    if (!existsSync(folder)) continue
    for (const file of readdirSync(folder).sort()) {
      articles.push({ name: `${set}/${file}`, text: readFileSync(new URL(file, folder), 'utf8') })
    }
  }
  return articles
}
