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

/** Nouns of those whose words news reports: after an inverted verb they can only be its subject. */
export const speakerNouns: ReadonlySet<string> = new Set(
  (
    'academic actor actress adviser advisor agency ambassador analyst archbishop artist association author authority bank bishop boss candidate captain cardinal chairman chairwoman chancellor channel chief city club coach collective column commander commission committee companion company confederation correspondent council councillor counsel daily defender delegate department deputy diplomat director doctor driver economist ' +
    'editor elected elysée elysee embassy employer executive expert father federation filmmaker firefighters firm footballer foundation gendarmerie general goalkeeper government governor group historian institute institution interested investigator journalist judge lawyer leader league magazine magistrate mayor mayoress media ministry minister mother movement newspaper observatory officer official operator opponent organisation organization ' +
    'parliamentarian parquet party periodical philosopher police policeman politician prefect prefecture premier president priest producer professor prosecution prosecutor radio rapporteur researcher scientist secretary senator singer site sociologist source specialist spokesman spokesperson spokeswoman station striker teacher teenager tenant town trainer tribunal union victim weekly witness writer'
  ).split(' '),
)

/** Of the reporting verbs those that take no person or thing as their object: behind a comma, before a name, they can only be inverted. */
export const invertedVerbs: ReadonlySet<string> = new Set(
  (
    'added adds affirmed affirms argued argues asserted asserts assured assures believes commented comments concedes conceded concluded concludes confided confides continued continues ' +
    'declared declares deplored deplores estimated estimates exclaimed exclaims explained explains hammered hammers indicated indicates insisted insists judged judges lamented laments launched launches ' +
    'maintained maintains pleaded pleads quipped quips reacted reacts recalled recalls regretted regrets remarked remarks replied replies retorted retorts said says slipped slips specified specifies stressed stresses ' +
    'summarised summarises summarized summarizes testified testifies underlined underlines warned warns wrote writes'
  ).split(' '),
)
