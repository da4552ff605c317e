import { testRule } from '../testing.ts'
import { pageFurniture } from './page-furniture.ts'

testRule(pageFurniture, {
  clean: [
    'Find a way\n\nHe had to find his way out. “Follow the money,” she said.\n\nWatch this space\n\nINTERVIEW. The word stood there. He left.',
    'The book is long. Read more than one page, he said, and he read more.',
    'The vote\n\nMay 21, 2022 was a Saturday.\n\nHe spoke with AFP.\n\nOn June 12, 2023 he left.',
    'The minister left the city on Monday after a long meeting with all of his staff.\n\nWho won\n\nWho lost',
    'Posted on the border, he was the last to leave the village.',
    'Read also means “said” in some dialects, and the word is old.',
    '• The army is retreating from the south.\n\n• The minister will speak at noon.\n\n• Schools are closed.',
    'The source said the site was closed, and every evening from now on it will be.',
    'Share prices fell; subscribe to that view and you will sell.',
  ],
  found: [
    {
      text: 'He left.\n\nShe stayed.\n\n⟦VIDEO. Fire in Marseille⟧\n\nThe end.',
      to: 'He left.\n\nShe stayed.\n\nThe end.',
    },
    { text: 'He left.\n\n⟦Read alsoSuspicions of fraud: what we know⟧\n\nThe end.', to: 'He left.\n\nThe end.' },
    {
      text: 'He left.\n\n⟦Find all the results of the elections in your city⟧\n\nThe end.',
      to: 'He left.\n\nThe end.',
    },
    { text: 'He left.\n\n⟦By Jane Martin - j.martin@paper.example⟧\n\nThe end.', to: 'He left.\n\nThe end.' },
    { text: 'He left.\n\n⟦© 2023 AFP⟧\n\nThe end.', to: 'He left.\n\nThe end.' },
    { text: 'He left.\n\n⟦Sunday March 12, 2023 at 10:45⟧\n\nThe end.', to: 'He left.\n\nThe end.' },
    {
      text: 'It tells the living in all its freshness. A bat that …⟦ Read more⟧',
      to: 'It tells the living in all its freshness. A bat that …',
    },
    {
      text: 'It rained.\n\n⟦3 mins⟧\n\nHe left.\n\n⟦VIDEO – The analysis of our reporter⟧',
      to: 'It rained.\n\nHe left.\n\n',
    },
    {
      text: '⟦Home » today » News » ⟧Man killed in Marseille\n\nHe left.',
      to: 'Man killed in Marseille\n\nHe left.',
    },
    { text: 'It rained.\n\nPrices fall.\n⟦— Jane MARTIN (@jmartin) October 16, 2022⟧\nHe left.' },
    {
      text: 'It rained today\n\n⟦Article written by⟧\n\n⟦J. Martin, A. Dupont – France 3⟧\n\n⟦France Televisions⟧\n\nThe minister left the city on Monday after a long meeting with all of his staff.',
      to: 'It rained today\n\nThe minister left the city on Monday after a long meeting with all of his staff.',
    },
    { text: 'It rained.\n\n⟦by time news⟧\n\nHe left.', to: 'It rained.\n\nHe left.' },
    {
      text: 'He left.\n\n⟦-⟧\n\nShe stayed.\n\n⟦Read Jane Martin’s analysis: What is left of it⟧',
      to: 'He left.\n\nShe stayed.\n\n',
    },
    { text: 'He left.\n\n⟦1/2/2020, 6:19:24 AM⟧\n\nShe stayed.', to: 'He left.\n\nShe stayed.' },
    {
      text: 'It rained.\n\nHe left.\n\n⟦The World Africa with AFP⟧\n\nShe stayed.',
      to: 'It rained.\n\nHe left.\n\nShe stayed.',
    },
    { text: 'It rained.\n\n⟦7:17 p.m., June 12, 2023⟧\n\nHe left.', to: 'It rained.\n\nHe left.' },
    {
      text: 'The minister left the city on Monday after a long meeting with all of his staff.\n\n⟦Leave a comment⟧\n\n⟦Name and mail⟧\n\n⟦Post it⟧',
      to: 'The minister left the city on Monday after a long meeting with all of his staff.\n\n',
    },
    {
      text: 'One.\n\nTwo.\n\n⟦War: the city falls to the rebels⟧\n\n⟦• Pensions⟧\n\n⟦• Television⟧\n\n⟦• 8 p.m.⟧',
      to: 'One.\n\nTwo.\n\n',
    },
    {
      text: 'He left.\n\n⟦Read also⟧\n\n⟦What is left of the reform of the schools?⟧\n\nShe stayed in the city.',
      to: 'He left.\n\nShe stayed in the city.',
    },
    { text: 'He left.\n\n⟦Read also⟧\n\nShe stayed in the city.', to: 'He left.\n\nShe stayed in the city.' },
    { text: 'He left.\n\n⟦- Advertisement -\n- Advertisement -⟧', to: 'He left.\n\n' },
    { text: 'It rained.\n\n⟦2022-09-18T19:31:45.524Z⟧\n\nHe left.', to: 'It rained.\n\nHe left.' },
    { text: 'He left.\n\n⟦The rest after this ad⟧\n\nShe stayed.', to: 'He left.\n\nShe stayed.' },
    { text: 'One thing is left.\n\n⟦>> Find the programme in replay and podcast here⟧', to: 'One thing is left.\n\n' },
    { text: 'He left.\n⟦Source link⟧', to: 'He left.' },
    {
      text: 'One.\n\nTwo.\n\nThree.\n\n⟦• Pensions⟧\n\n⟦• Television⟧\n\n⟦• 8 p.m.⟧',
      to: 'One.\n\nTwo.\n\nThree.\n\n',
    },
    { text: 'The war goes on.⟦ Here it is in our article.⟧', to: 'The war goes on.' },
    { text: 'It rained.\n\n⟦Posted⟧\n\n⟦Yesterday at noon⟧\n\n⟦Article written by⟧', to: 'It rained.\n\n' },
  ],
})
