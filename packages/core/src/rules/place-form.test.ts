import { expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { testRule } from '../testing.ts'
import { placeForm } from './place-form.ts'

testRule(placeForm, {
  clean: [
    'The preacher Amadou Koufa leads the group; Koufa was born in Niafunké. Troops went into Jabaliya.',
    'The island of Hawai‘i and the port of Hilo were calm on Sunday.',
    'Fraser Gange sang; Saïda Menebhi wrote, and in Tashkent Saida Mirziyoyeva spoke of Severodonetsk.',
    'It was the myth of l’Algérie c’est la France, which was not matched elsewhere.',
    'In Equateur province, Burkina and the Himalaya; Virginie and Alger read Saint-John Perse; Carlsbad and Reykjavík.',
    'The Saint-Domingue revolt, Palmiro Togliatti, a Tsingtao beer, Deraa and Deir ez-Zor.',
    'Chicken Kiev was served at the Place de Genève; Paris and Rome agreed.',
    'London Breed met Valence Smith and Caroline in Maine.',
    'An Argentine player, a grenade, nil all, the Chine of Shanklin and Chili Peppers in Nice, near Tours.',
    'Jeune Afrique, Air Inde, Louvain-la-Neuve, the Vienne department and Harlem.',
  ],
  found: [
    { text: 'Shells fell on ⟦Koupiansk⟧-Vouzlovyï.', to: 'Shells fell on Kupiansk-Vouzlovyï.' },
    { text: 'The army shelled ⟦Falloudja⟧ and ⟦Saïda⟧.', to: 'The army shelled Fallujah and Sidon.' },
    { text: 'He spoke of ⟦Gange⟧ and ⟦Moscou⟧.', to: 'He spoke of Ganges and Moscow.' },
    { text: 'From ⟦Londres⟧ to ⟦Athènes⟧ and ⟦Athenes⟧.', to: 'From London to Athens and Athens.' },
    { text: 'The war in ⟦Tchétchénie⟧’s capital', to: 'The war in Chechnya’s capital' },
    { text: 'a trip from ⟦Vienne⟧ to ⟦Chine⟧ along the ⟦Gange⟧.', to: 'a trip from Vienna to China along the Ganges.' },
    { text: 'ships in the ⟦golfe d’⟧Aden near ⟦îles Cook⟧.', to: 'ships in the Gulf of Aden near Cook Islands.' },
    { text: 'a base in ⟦Turquie⟧', to: 'a base in Turkey' },
  ],
})

it('takes no given name for a place, even in an article that was translated', () => {
  const checker = createChecker({ rules: [placeForm], translated: true })
  expect(checker.check('They voted for Makalé Camara and Saida Mirziyoyeva.').findings).toEqual([])
})
