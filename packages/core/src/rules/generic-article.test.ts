import { testRule } from '../testing.ts'
import { genericArticle } from './generic-article.ts'

testRule(genericArticle, {
  clean: [
    'The Iran deal is dead. The Germany he knew was poor. The Sudan is large.',
    'The tourism minister is in Nice; the nature reserve was shut; the immigration bill has passed.',
  ],
  found: [
    { text: 'For him, ⟦the Spain⟧ must change.', to: 'For him, Spain must change.' },
    { text: '⟦The unemployment⟧ really has fallen.', to: 'Unemployment really has fallen.' },
  ],
})
