import { testRule } from '../testing.ts'
import { untranslatedFrench } from './untranslated-french.ts'

testRule(untranslatedFrench, {
  clean: [
    'The arrêts de règlement (“regulatory judgments”) are prohibited.',
    'They painted en plein air, as the Impressionists did.',
    'A select committee on youth and the curriculum defied the de facto facility.',
    'Québec solidaire won; the riders know the parcours, and the wine lay in oak foudres.',
    'The verre is a glass of Lyon. A verre holds less than a pint, and nobody orders a second verre there.',
    'The restaurant serves cassoulet, boudin and crémant; laïcité, banlieues and gilets jaunes were named.',
    'Some fear déclassement (the loss of rank), or embourgeoisement, which is its opposite.',
    'They sang “Non, je ne regrette rien” and shouted “On lâche rien” in Spanish: hasta la vista, señor.',
    'The magazine Nous Deux, the film “Tout va bien” and the Maison de la Radio.',
    'He has a certain je ne sais quoi, and an avant-garde taste.',
  ],
  found: [
    { text: 'She held a ⟦verre⟧ at the ⟦comptoir⟧.' },
    {
      text: 'The vote was close. ⟦Les députés ont voté la loi jeudi soir après une longue séance de nuit.⟧ The left was absent.',
    },
    { text: 'It was the end of the ⟦pouvoir d’achat⟧.' },
    { text: 'The law was passed ⟦notamment⟧ by the left.', to: 'The law was passed notably by the left.' },
    { text: 'It rained ⟦également⟧ in May.', to: 'It rained also in May.' },
  ],
})
