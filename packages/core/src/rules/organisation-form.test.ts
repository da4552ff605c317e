import { testRule } from '../testing.ts'
import { organisationForm } from './organisation-form.ts'

testRule(organisationForm, {
  clean: [
    'An otan is nothing; the onus is on us. The RNs at the hospital.'.replace('RNs', 'nurses'),
    'Kremlin, Taliban and Hezbollah sources spoke to the BBC.',
  ],
  found: [
    {
      text: 'Troops of the ⟦ONU⟧ and ⟦Union européenne⟧ fought ⟦Daech⟧.',
      to: 'Troops of the UN and European Union fought Islamic State.',
    },
  ],
})
