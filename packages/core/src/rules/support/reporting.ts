/** Verbs that attribute words to a speaker, in the past and present tense; among them the ones that French journalism overuses. */
export const reportingVerbs: ReadonlySet<string> = new Set(
  (
    'accused accuses acknowledged acknowledges added adds admitted admits affirmed affirms agreed announced announces answered answers argued argues ' +
    'asked asks asserted asserts assessed assures assured began believed believes commented comments complained concluded concludes condemned confided confides confirmed confirms conceded ' +
    'contended continued continues countered criticised criticized decided declared declares defended denied denies denounced denounces deplored deplores described detailed details developed develops ' +
    'emphasised emphasized estimated estimates exclaimed exclaims congratulates congratulated explained explains expressed feared hammered hailed hoped indicated indicates insisted insists ' +
    'judged judges justified lamented launched launches sums slips slipped hammers tackles maintained mentioned noted notes objected observed observes ordered pleaded pleads pointed postponed promised promises protested quipped ' +
    'reacted reacts recalled recalls recognised recognized recounted regretted regrets reiterated remarked remembers reminded repeated replied replies reported reports responded retorted revealed ' +
    'said says shouted specified specifies spoke stated states stressed stresses suggested suggests summarised summarized summed swore tells testified thundered told underlined underlines urged vowed wanted warned warns welcomed wished wondered wrote writes'
  ).split(' '),
)
