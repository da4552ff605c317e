import * as core from '@stet/core'
import { expect, it } from 'vitest'

it('the names that @stet/core exports are these', () => {
  expect(Object.keys(core).sort().join('\n')).toMatchInlineSnapshot(`
    "UsageError
    alike
    applyEdits
    assertRule
    checkerOptions
    confidenceWord
    configFileNames
    createChecker
    decide
    defaultMinConfidence
    defineRule
    failOnWords
    formatGithub
    formatJson
    formatJsonl
    formatOf
    formatSarif
    formatText
    hasSafeFix
    isSuperseded
    loadLanguage
    lookUpName
    parseConfig
    parseDecisions
    plainPalette
    publicResult
    reaches
    readSegments
    recheckReview
    repair
    replayReview
    reviewDecisions
    reviewProgress
    reviewStep
    reviewedText
    rules
    selectFindings
    serialiseDecisions
    startReview
    stet
    summarise"
  `)
})
