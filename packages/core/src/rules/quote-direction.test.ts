import { testRule } from '../testing.ts'
import { quoteDirection } from './quote-direction.ts'

testRule(quoteDirection, {
  clean: [
    'An empty “ ” quotation.',
    'Read the full story »',
    'The voters’ “choice” was ‘clear’.',
    '“It is late. “We go,” he said. “You stay.””',
    'A 12" record and a 5\'6" man.',
    '"Yes," she said. "No."',
  ],
  found: [
    {
      text: '“We must go on with it.⟦ “⟧Indeed, the case is clear.',
      to: '“We must go on with it.” Indeed, the case is clear.',
    },
    {
      text: 'The film is entitled ⟦” City of light and of legend “⟧We see the coach there.',
      to: 'The film is entitled “City of light and of legend” We see the coach there.',
    },
    {
      text: '“I assist a man who is now called a⟦” serial killer “⟧without a shadow of proof,” he said.',
      to: '“I assist a man who is now called a ‘serial killer’ without a shadow of proof,” he said.',
    },
    {
      text: 'He announced the pass.⟦”⟧From now on, only they may go there,” he added.',
      to: 'He announced the pass. “From now on, only they may go there,” he added.',
    },
    {
      text: 'as well as NATO. ⟦” ⟧There is a reaction that gives hope”, added Mr. Lavrov.',
      to: 'as well as NATO. “There is a reaction that gives hope”, added Mr. Lavrov.',
    },
    { text: '“Can we imagine that?⟦ »⟧ could he add.', to: '“Can we imagine that?” could he add.' },
    { text: 'despite the ⟦” Difficult conditions “⟧, before', to: 'despite the “Difficult conditions”, before' },
    { text: '“The control of permits.⟦ ”⟧ Also.', to: '“The control of permits.” Also.' },
    { text: '“You can be proud!”⟦ »⟧ Less than a year.', to: '“You can be proud!” Less than a year.' },
    { text: 'in the⟦” indifference ”⟧ of the West', to: 'in the “indifference” of the West' },
    { text: '“It is a vast effort,⟦ “⟧developed Edouard Philippe.' },
    { text: '"We cannot bet,⟦ "⟧tried to justify the minister. "In a few days, I have no doubt."' },
  ],
})
