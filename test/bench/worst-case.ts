/**
 * Checks inputs that a rule with a bad habit would choke on, at one size and at four times that size. Linear work takes four
 * times as long; the ratio is printed, nothing is asserted.
 *
 *   pnpm bench:worst
 */
import { createChecker } from '@stet/core'

const checker = createChecker()
const size = 200_000
const pieces: Record<string, string> = {
  'quotation marks': '“ ” " ',
  brackets: '[les ',
  'one word': 'word ',
  'capitalised words': 'Xabcdef Yabcdeg ',
  'French names': 'Vladimir Poutine ',
  numbers: '1 000 ',
  'full stops': '. . , ',
  'tag starts': '<p ',
  attributions: '”said X ',
  'page furniture': 'source site\n\n',
}

function seconds(text: string): number {
  const start = process.hrtime.bigint()
  checker.check(text)
  return Number(process.hrtime.bigint() - start) / 1e9
}

function names(count: number): string {
  return Array.from({ length: count }, (_, index) => `Name${index.toString(36).replace(/\d/gu, 'z')}`).join(' x ')
}

const inputs: Record<string, (length: number) => string> = {
  'different names': (length) => names(length / 10),
  ...Object.fromEntries(
    Object.entries(pieces).map(([name, piece]) => [name, (length: number) => piece.repeat(length / piece.length)]),
  ),
}
for (const [name, make] of Object.entries(inputs)) {
  seconds(make(size))
  const once = seconds(make(size))
  const four = seconds(make(4 * size))
  console.log(
    `${name.padEnd(20)} ${(once * 1000).toFixed(0).padStart(6)} ms for ${size / 1000} kB, ${(four / once).toFixed(1)} times as long for four times as much`,
  )
}
