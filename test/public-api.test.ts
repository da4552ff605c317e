import * as core from '@stet/core'
import { expect, it } from 'vitest'

it('the names that @stet/core exports are these', () => {
  expect(Object.keys(core).sort().join('\n')).toMatchInlineSnapshot()
})
