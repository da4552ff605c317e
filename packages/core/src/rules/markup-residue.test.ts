import { expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { testRule } from '../testing.ts'
import { markupResidue } from './markup-residue.ts'

testRule(markupResidue, {
  clean: ['The [video] shows 3 < 4.'],
  found: [{ text: 'Dear ⟦{{ name }}⟧, it rained.⟦<br />⟧', to: 'Dear , it rained.' }],
})

it('shortcodes belong to HTML as it is stored, and to no text', () => {
  const checker = createChecker({ rules: [markupResidue] })
  const text = '[caption id="1" width="300"]The bridge[/caption] and [gallery ids="1,2"] &lt;br&gt;'
  const found = (format: 'html' | 'text') => checker.check(text, { format }).findings.map(({ actual }) => actual)
  expect(found('html')).toEqual(['&lt;br&gt;'])
  expect(found('text')).toEqual(['[caption id="1" width="300"]', '[/caption]', '[gallery ids="1,2"]'])
})
