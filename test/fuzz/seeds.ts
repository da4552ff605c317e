import { readdirSync, readFileSync } from 'node:fs'
import { type Format, formatOf } from '@stet/core'

/** What is fuzzed: the formats that are read, and the lines of `stet filter`. */
export type FuzzFormat = Exclude<Format, 'xml'> | 'jsonl'

/** A good file of a format to start from. */
export interface Seed {
  readonly format: FuzzFormat
  readonly text: string
}

const markdown = `---
title: Poutine meets ministers in Moscou
---

# The Alliance *[atlantique]* met

The minister \\[cependant] said “no “ in **Moscou**, see [the text](https://example.org/a_b "In Moscou") &amp; \`[donc]\`.

> He said: « non », at 20h45,
> [dit-il] to ![A square in Moscou](a.png).

1. 3 000 people | 12,5 %
   - Vladimir Poutine<br>said nothing

| City | Note |
| ---- | ---- |
| Moscou | [cependant] \\| so |

<div title="x">

[1]: https://example.org
`

const plain = `Poutine meets ministers in Moscou\r
\r
The minister [cependant] said “ no “ in Moscou, at 20h45.\r
The Alliance [atlantique]” met on Monday; 3 000 people came, the World with AFP reports.\r
\r
Read also: Our live blog\r
\r
« It is not so », he [dit-il] said, explains-t-he, 12,5 % of the 40.000 €.\r
`

const jsonl = JSON.stringify({ id: 12, text: 'The talks [cependant] went on in Moscou.', tags: ['a', { b: null }] })

const files = readdirSync(new URL('../formats/', import.meta.url)).map((name): Seed => {
  const text = readFileSync(new URL(`../formats/${name}`, import.meta.url), 'utf8')
  return { format: formatOf(name) === 'xml' ? 'newsml' : (formatOf(name) as FuzzFormat), text }
})

/** Good files, several of some formats. */
export const seeds: readonly Seed[] = [
  { format: 'text', text: plain },
  { format: 'markdown', text: markdown },
  ...files,
  { format: 'jsonl', text: jsonl },
]
