/** Reporting verbs that the machine glued to the last word of a quotation whose marks it lost. */
export const reporting: readonly string[] =
  'said says specifying explained explains declared declares adding added assured assures recalled recalls stressed stresses insisted insists replied replies regretted regrets affirmed affirms estimated estimates deplored deplores denounced denounces specified specifies announced announces believes indicated indicates underlined underlines writes wrote continues continued concludes concluded confides confided launches launched responds responded reacts reacted warns warned concedes conceded asserts asserted confirms confirmed details detailed notes pleads pleaded promises promised rejoices tweeted worries worried annoyed comments commented analyzes sums slips summarizes testifies wonders laments hammers defends argues justifies'.split(
    ' ',
  )

/** Words that end as if such a verb were glued to them, and are words. */
export const realWords = new Set(
  'footnotes keynotes banknotes endnotes counterreacted unconfirmed reconfirmed disconfirmed reconfirms cowslips landslips overreacts overreacted overpromised uncommented retweeted relaunched relaunches forewarned forewarns underdetailed compromises compromised undetailed unpromised unworried overreacted aforesaid gainsaid missaid unsaid presaid naysaid hearsaid naysays gainsays soothsays superadded readded overstressed unstressed distressed preannounced unannounced reannounced undeclared redeclared misspecified unspecified respecified unexplained overestimated underestimated misestimated reestimated unreplied essays padding ladding madding gladding wadding shadding unadded disbelieves misbelieves makebelieves reaffirmed disaffirmed unaffirmed prespecified underexplained reassured unassured overassured disassured contraindicated reindicated unindicated'.split(
    ' ',
  ),
)
