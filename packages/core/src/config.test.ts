import { describe, expect, it } from 'vitest'
import { mergeConfigs, parseConfig } from './config.ts'
import { rules } from './rules/index.ts'
import { UsageError } from './usage-error.ts'

const rule = rules[0]?.id ?? ''

function message(text: string, path = 'stet.config.json'): string {
  try {
    parseConfig(text, path)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as UsageError).message
  }
  return ''
}

describe('parseConfig', () => {
  it('reads JSON and YAML alike', () => {
    const expected = {
      rules: { [rule]: 'minor' },
      minConfidence: 0.6,
      failOn: 'never',
      keep: ['rendez-vous'],
      keys: { accept: ['y'] },
    }
    expect(parseConfig(JSON.stringify({ $schema: 'x', ...expected }), 'stet.config.json')).toEqual(expected)
    expect(
      parseConfig(
        `rules:\n  ${rule}: minor\nminConfidence: 0.6\nfailOn: never\nkeep:\n  - rendez-vous\nkeys:\n  accept: [y]\n`,
        '.stet.yaml',
      ),
    ).toEqual(expected)
    expect(parseConfig('', '.stet.yaml')).toEqual({})
  })

  it('says in one line what is wrong, where, and what is allowed', () => {
    expect(message('{"failOn":"mayor"}')).toBe(
      'stet.config.json: failOn is “mayor” but must be “critical”, “major”, “minor”, “neutral” or “never”',
    )
    expect(message('{"minConfidence":40}')).toBe(
      'stet.config.json: minConfidence is 40 but must be a number from 0 to 1',
    )
    expect(message(`{"rules":{"${rule}":"loud"}}`)).toBe(
      `stet.config.json: rules.${rule} is “loud” but must be “off”, “critical”, “major”, “minor” or “neutral”`,
    )
    expect(message('{"keeps":[]}')).toBe('stet.config.json: there is no key “keeps”; did you mean “keep”?')
    expect(message('[]')).toMatch(/^stet.config.json: must be an object/u)
    for (const text of ['{"rules":', 'null']) expect(message(text).split('\n')).toHaveLength(1)
    expect(message('{"rules":')).toMatch(/^stet.config.json: not JSON: /u)
    expect(message('a: [1', '.stet.yaml')).toMatch(/^\.stet\.yaml: not YAML: .*line/u)
  })

  it('offers the nearest rule for an unknown one', () => {
    expect(message(JSON.stringify({ rules: { [`${rule}s`]: 'off' } }))).toBe(
      `stet.config.json: rules: there is no rule “${rule}s”; did you mean “${rule}”?`,
    )
  })

  it('reads the style of names, and says what is wrong with it', () => {
    const names = { profile: 'guardian', write: { Türkiye: ['Turkey'] }, on: '2020-01-31' }
    expect(parseConfig(JSON.stringify({ names }), 'stet.config.json')).toEqual({ names })
    expect(message('{"names":{"profile":"gaurdian"}}')).toBe(
      'stet.config.json: names.profile: there is no profile “gaurdian”; did you mean “guardian”?',
    )
    expect(message('{"names":{"profil":"ap"}}')).toBe(
      'stet.config.json: there is no key “profil”; did you mean “profile”?',
    )
    expect(message('{"names":{"on":"2020"}}')).toMatch(
      /^stet.config.json: names.on is “2020” but must be an object of /u,
    )
  })
})

describe('mergeConfigs', () => {
  it('joins lists, and lets the own rules, limits and words hold', () => {
    const base = {
      rules: { calque: 'off', mojibake: 'minor' },
      keep: ['a'],
      failOn: 'minor',
      glossary: '/a.tsv',
      gate: { block: { major: 0.9, minor: 'never' }, blockBelow: 80 },
    } as const
    const own = {
      extends: 'ap',
      rules: { calque: 'minor' },
      keep: ['b'],
      glossary: ['/b.tbx'],
      gate: { block: { major: 0.5 } },
    } as const
    expect(mergeConfigs(base, own)).toEqual({
      rules: { calque: 'minor', mojibake: 'minor' },
      keep: ['a', 'b'],
      failOn: 'minor',
      glossary: ['/a.tsv', '/b.tbx'],
      gate: { block: { major: 0.5, minor: 'never' }, blockBelow: 80 },
    })
    expect(mergeConfigs({}, {})).toEqual({})
    expect(mergeConfigs(base, {})).toEqual({ ...base, glossary: ['/a.tsv'] })
  })
})
