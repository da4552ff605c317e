import { addedSentence } from './added-sentence.ts'
import { articleForm } from './article-form.ts'
import { attributionVerb } from './attribution-verb.ts'
import { bracketUnpaired } from './bracket-unpaired.ts'
import { bracketedSource } from './bracketed-source.ts'
import { brokenParagraph } from './broken-paragraph.ts'
import { brokenSentence } from './broken-sentence.ts'
import { calque } from './calque.ts'
import { compoundHyphen } from './compound-hyphen.ts'
import { concessiveIf } from './concessive-if.ts'
import { copiedStretch } from './copied-stretch.ts'
import { cutEnding } from './cut-ending.ts'
import { dateForm } from './date-form.ts'
import { datedPerfect } from './dated-perfect.ts'
import { demonstrativeApposition } from './demonstrative-apposition.ts'
import { derivedName } from './derived-name.ts'
import { droppedAttribution } from './dropped-attribution.ts'
import { duplicateParagraph } from './duplicate-paragraph.ts'
import { eatenLetters } from './eaten-letters.ts'
import { ellipsisCut } from './ellipsis-cut.ts'
import { emphasisMismatch } from './emphasis-mismatch.ts'
import { expectedShould } from './expected-should.ts'
import { falseFriend } from './false-friend.ts'
import { frenchDash } from './french-dash.ts'
import { garbledName } from './garbled-name.ts'
import { genericArticle } from './generic-article.ts'
import { gluedWords } from './glued-words.ts'
import { havingClause } from './having-clause.ts'
import { hearsayConditional } from './hearsay-conditional.ts'
import { historicFuture } from './historic-future.ts'
import { honorific } from './honorific.ts'
import { inlineCodeMismatch } from './inline-code-mismatch.ts'
import { institutionGloss } from './institution-gloss.ts'
import { invertedAttribution } from './inverted-attribution.ts'
import { linkMismatch } from './link-mismatch.ts'
import { lostWord } from './lost-word.ts'
import { markupResidue } from './markup-residue.ts'
import { massNoun } from './mass-noun.ts'
import { missingName } from './missing-name.ts'
import { missingNumber } from './missing-number.ts'
import { missingQuotation } from './missing-quotation.ts'
import { missingSentence } from './missing-sentence.ts'
import { mojibake } from './mojibake.ts'
import { nameConsistency } from './name-consistency.ts'
import { nameForm } from './name-form.ts'
import { nameMismatch } from './name-mismatch.ts'
import { namePossessive } from './name-possessive.ts'
import { negationMismatch } from './negation-mismatch.ts'
import { numberForm } from './number-form.ts'
import { numberMismatch } from './number-mismatch.ts'
import { ordinalForm } from './ordinal-form.ts'
import { organisationForm } from './organisation-form.ts'
import { outletName } from './outlet-name.ts'
import { pageFurniture } from './page-furniture.ts'
import { partitiveOf } from './partitive-of.ts'
import { photoCredit } from './photo-credit.ts'
import { placeForm } from './place-form.ts'
import { placeholderMismatch } from './placeholder-mismatch.ts'
import { pronounGender } from './pronoun-gender.ts'
import { punctuationSpacing } from './punctuation-spacing.ts'
import { quoteCapital } from './quote-capital.ts'
import { quoteDirection } from './quote-direction.ts'
import { quoteForm } from './quote-form.ts'
import { quoteSpacing } from './quote-spacing.ts'
import { quoteUnpaired } from './quote-unpaired.ts'
import { repeatedWord } from './repeated-word.ts'
import type { Rule } from './rule.ts'
import { sincePresent } from './since-present.ts'
import { smallNationality } from './small-nationality.ts'
import { speakerMismatch } from './speaker-mismatch.ts'
import { splitWord } from './split-word.ts'
import { staleTranslation } from './stale-translation.ts'
import { statuteArticle } from './statute-article.ts'
import { strayApostrophe } from './stray-apostrophe.ts'
import { strayCapital } from './stray-capital.ts'
import { stressedPronoun } from './stressed-pronoun.ts'
import { swallowedAttribution } from './swallowed-attribution.ts'
import { thanForThat } from './than-for-that.ts'
import { timeForm } from './time-form.ts'
import { titleArticle } from './title-article.ts'
import { titleCapital } from './title-capital.ts'
import { untranslatedFrench } from './untranslated-french.ts'
import { verblessSentence } from './verbless-sentence.ts'

/** Every rule that comes with Stet. Derived from the folder: `pnpm derive` writes it. */
export const rules: readonly Rule[] = [
  addedSentence,
  articleForm,
  attributionVerb,
  bracketUnpaired,
  bracketedSource,
  brokenParagraph,
  brokenSentence,
  calque,
  compoundHyphen,
  concessiveIf,
  copiedStretch,
  cutEnding,
  dateForm,
  datedPerfect,
  demonstrativeApposition,
  derivedName,
  droppedAttribution,
  duplicateParagraph,
  eatenLetters,
  ellipsisCut,
  emphasisMismatch,
  expectedShould,
  falseFriend,
  frenchDash,
  garbledName,
  genericArticle,
  gluedWords,
  havingClause,
  hearsayConditional,
  historicFuture,
  honorific,
  inlineCodeMismatch,
  institutionGloss,
  invertedAttribution,
  linkMismatch,
  lostWord,
  markupResidue,
  massNoun,
  missingName,
  missingNumber,
  missingQuotation,
  missingSentence,
  mojibake,
  nameConsistency,
  nameForm,
  nameMismatch,
  namePossessive,
  negationMismatch,
  numberForm,
  numberMismatch,
  ordinalForm,
  organisationForm,
  outletName,
  pageFurniture,
  partitiveOf,
  photoCredit,
  placeForm,
  placeholderMismatch,
  pronounGender,
  punctuationSpacing,
  quoteCapital,
  quoteDirection,
  quoteForm,
  quoteSpacing,
  quoteUnpaired,
  repeatedWord,
  sincePresent,
  smallNationality,
  speakerMismatch,
  splitWord,
  staleTranslation,
  statuteArticle,
  strayApostrophe,
  strayCapital,
  stressedPronoun,
  swallowedAttribution,
  thanForThat,
  timeForm,
  titleArticle,
  titleCapital,
  untranslatedFrench,
  verblessSentence,
]
