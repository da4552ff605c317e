import { testRule } from '../testing.ts'
import { eatenLetters } from './eaten-letters.ts'

testRule(eatenLetters, {
  clean: [
    'Dr Ault and Ms Ociation met the Assembly in Sault Sainte Marie.',
    'The classroom was small, the competition hard, the analysts cautious.',
  ],
  found: [
    {
      text: 'The two ⟦ociations⟧ of tenants went to court over the rents.',
      to: 'The two associations of tenants went to court over the rents.',
    },
    {
      text: 'He was ⟦aulted⟧ in the street on Friday evening.',
      to: 'He was assaulted in the street on Friday evening.',
    },
  ],
})
