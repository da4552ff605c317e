import { expect, it } from 'vitest'
import { Fingerprints } from './fingerprint.ts'

const source = 'One two [three] four five six. One two [three] four five six.'
const at = (text: string, from = 0) =>
  new Fingerprints().of('rule', text, text.indexOf('[three]', from), text.indexOf('[three]', from) + 7)

it('has no offset in it: what stands further away may change', () => {
  expect(at(`Before. ${source}`)).toBe(at(source))
  expect(at(source.replace('six', 'seven'))).toBe(at(source))
  expect(at(source.replace('two', 'three'))).not.toBe(at(source))
})

it('tells equals apart by their order', () => {
  const fingerprints = new Fingerprints()
  const first = fingerprints.of('rule', source, 8, 15)
  const second = fingerprints.of('rule', source, source.lastIndexOf('['), source.lastIndexOf(']') + 1)
  expect(first).toMatch(/^[a-z2-7]{16}$/u)
  expect(second).not.toBe(first)
})

it('does not repeat among many keys', () => {
  const fingerprints = new Fingerprints()
  const all = new Set(
    Array.from({ length: 50_000 }, (_, index) =>
      fingerprints.of(`rule-${index % 50}`, `${index} a b c`, 0, String(index).length),
    ),
  )
  expect(all.size).toBe(50_000)
})
