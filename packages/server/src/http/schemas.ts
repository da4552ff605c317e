import { formats } from '@stet/core'

const text = { type: 'string' } as const
const count = { type: 'integer', minimum: 0 } as const
const texts = { type: 'array', items: text } as const
const score = { type: 'number', minimum: 0, maximum: 100, description: 'MQM quality score, raw linear model' } as const

/** What is posted. */
export const articleSchema = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: {
    text: { ...text, description: 'The article, in English' },
    format: { ...text, enum: [...formats], default: 'text', description: 'How the text is read' },
    source: { ...text, description: 'The French article that it was translated from: findings are weighed by it' },
    sourceFormat: { ...text, enum: [...formats], description: 'How the source is read; default: as the text' },
    doc: {
      ...text,
      description: 'Path of the article, seen from where the service runs: decisions on it are honoured',
    },
  },
} as const

/** What may stand in the address, for an article that is posted as it is. */
export const querySchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    as: { ...text, enum: [...formats], description: 'How the body is read, whatever its type says' },
    doc: articleSchema.properties.doc,
  },
} as const

const gate = {
  type: 'object',
  required: ['verdict', 'reasons'],
  properties: { verdict: { ...text, enum: ['publish', 'look', 'block'] }, reasons: texts },
} as const

const finding = {
  type: 'object',
  description: 'One place that a careful editor would mark. Offsets are UTF-16 code units: zero-based, end exclusive.',
  properties: {
    ruleId: text,
    mqm: { ...text, description: 'Error type of MQM 2.0' },
    severity: { ...text, enum: ['critical', 'major', 'minor', 'neutral'] },
    confidence: { type: 'number', minimum: 0, maximum: 1 },
    start: count,
    end: count,
    line: { ...count, description: 'One-based' },
    column: { ...count, description: 'One-based' },
    actual: text,
    expected: { ...texts, description: 'What it could become, best first; an empty text means delete' },
    safe: { type: 'boolean', description: 'The first repair can be made without a person' },
    reason: text,
    fingerprint: text,
  },
  // Keys may be added, never taken away.
  additionalProperties: true,
} as const

/** What is answered. */
export const answerSchema = {
  description: 'What was found, and the text with its safe repairs',
  type: 'object',
  required: ['words', 'score', 'findings', 'gate', 'repaired'],
  properties: {
    words: count,
    score,
    findings: { type: 'array', items: finding },
    errors: {
      type: 'array',
      description: 'Rules that failed: what they would have found is missing',
      items: { type: 'object', properties: { ruleId: text, message: text } },
    },
    gate,
    aligned: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description:
        'Share of the sentences that fit the source; only there where one was sent. Below a half it was not used',
    },
    standing: {
      type: 'array',
      description: 'What stands because a person decided so; it does not count',
      items: {
        type: 'object',
        properties: {
          fingerprint: text,
          ruleId: text,
          actual: text,
          line: count,
          verdict: { ...text, enum: ['stet', 'fixed', 'baseline'] },
          reason: text,
          by: text,
          at: text,
        },
      },
    },
    repaired: {
      type: 'object',
      required: ['text', 'repairs', 'score', 'gate'],
      properties: { text, repairs: { ...count, description: 'Safe repairs made' }, score, gate },
    },
  },
} as const

/** What is answered when it could not be done. */
export const errorSchema = {
  type: 'object',
  description: 'What went wrong, on one line',
  required: ['error', 'code'],
  properties: { error: text, code: text },
} as const
