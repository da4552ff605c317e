import { testRule } from '../testing.ts'
import { institutionGloss } from './institution-gloss.ts'

testRule(institutionGloss, {
  clean: [
    'The finance ministry said so of Bercy. Bercy agreed.',
    'The BAC (anti-crime brigade) came. The BAC left.',
    'The concert at Bercy sold out.',
  ],
  found: [
    {
      text: 'According to ⟦Bercy⟧, growth will slow.',
      to: 'According to the finance ministry, Bercy, growth will slow.',
    },
    { text: 'The ⟦IGPN⟧ was asked to look into it.', to: 'The police watchdog IGPN was asked to look into it.' },
  ],
})
