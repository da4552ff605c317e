/** French articles and pronouns that lose their vowel before an apostrophe: `l’`, `qu’`. */
export const elided = new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu'])
/** Words whose full stop does not end a sentence. Source: usual lists of English sentence splitters (Punkt, Moses). */
export const abbreviations = new Set(
  'mr mrs ms messrs dr drs prof profs st sr jr gen gens brig col lt sgt capt maj cmdr adm gov sen sens rep reps pres rev hon supt insp mt ft fr br v vs etc inc ltd co corp jan feb apr aug sept sep oct nov dec dept est approx cf mme mlle mgr'.split(
    ' ',
  ),
)
/** Words that are abbreviations only before a number: No. 10, but “He said no.” */
export const abbreviationsOfNumbers = new Set('no nos art fig op p pp vol ed eds mar jun jul'.split(' '))
/** No name starts with these: after an initial, U.S. or p.m. they start a sentence. */
export const sentenceOpeners = new Set(
  'the he she it they we you this that these those but and his her their its our my there however according in on at for when while if as after before since although so yet what who how why'.split(
    ' ',
  ),
)
/** After 5 p.m. they belong to the time. */
export const daysAndMonths = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
)
