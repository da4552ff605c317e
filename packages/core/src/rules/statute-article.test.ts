import { testRule } from '../testing.ts'
import { statuteArticle } from './statute-article.ts'

testRule(statuteArticle, {
  clean: ['Read this article 20 times.'],
  found: [{ text: 'Under ⟦articles⟧ 3 and 4.', to: 'Under Articles 3 and 4.' }],
})
