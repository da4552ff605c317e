import { testRule } from '../testing.ts'
import { titleArticle } from './title-article.ts'

testRule(titleArticle, {
  clean: [
    'The Prince William wedding drew crowds. The US President Donald Trump spoke.',
    'The President of France spoke. He asked the president, Jane Doe.',
    'He spoke to the Deputy Prime Minister, said the mayor.',
    'The Queen Elizabeth Hospital is shut. The minister Smith met fled.',
  ],
  found: [
    {
      text: 'He met ⟦the Prime Minister⟧ Elisabeth Borne on Monday.',
      to: 'He met Prime Minister Elisabeth Borne on Monday.',
    },
    { text: '⟦The mayor⟧ Anne Hidalgo said no.', to: 'Mayor Anne Hidalgo said no.' },
    { text: 'According to ⟦the judge⟧ Jean-Michel de la Tour, he lied.' },
  ],
})
