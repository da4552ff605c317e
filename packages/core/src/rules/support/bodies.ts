/** Countries, capitals that stand for their governments, and bodies: “it” in English. */
export const bodies: ReadonlySet<string> = new Set(
  'eu un ue onu government company group firm party country club union ministry court parliament association commission army organisation organization bank agency state city region institution authority federation alliance kremlin nato washington moscow beijing london paris berlin brussels kyiv kiev tehran ankara jerusalem russia ukraine china france germany italy spain turkey iran iraq syria israel poland hungary belgium japan india pakistan brazil canada australia algeria morocco tunisia egypt'.split(
    ' ',
  ),
)
