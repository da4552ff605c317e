import { testRule } from '../testing.ts'
import { genericArticle } from './generic-article.ts'

testRule(genericArticle, {
  clean: [
    'The global warming debate goes on; the human rights group and the pollution in Delhi; the poverty that he saw.',
    'The Iran deal is dead. The Germany he knew was poor. The Sudan is large.',
    'The tourism minister is in Nice; the nature reserve was shut; the immigration bill has passed.',
  ],
  found: [
    { text: 'They are faced with ⟦the galloping inflation⟧.', to: 'They are faced with galloping inflation.' },
    {
      text: 'He fights against ⟦the global warming⟧ and sees no end.',
      to: 'He fights against global warming and sees no end.',
    },
    { text: 'For him, ⟦the Spain⟧ must change.', to: 'For him, Spain must change.' },
    { text: '⟦The unemployment⟧ really has fallen.', to: 'Unemployment really has fallen.' },
  ],
})
