/** Endings of Greek surnames, in French or English romanisation. */
const ending =
  /(?:[oó]poul(?:os|ou)|[aá]kis|[ií]d[ií]s|[ií]d[eè]s|[iï][aá]d[iíeè]s|andr[eé]ou|ant[ií]nou|[eé]as|[aá]tos|[oó]glou|[ií]tis|[aá]kos|tz[ií]s|[eé]l[ií]s|[aá]r[aá]s|[aá]zis|[ií]kos|[ií]nis|[eé]ris|[ií]ou)$/u

/** Endings that only Greek surnames have, with the accent of a language that is not French. */
const accented = /(?:ákis|áki|ópoulos|opoúlou|ópoulou|ídis|iádis|ídou|iádou)$/u

/** Is it a Greek surname even without a given name before it? */
export function isAccentedGreek(name: string): boolean {
  return name.length > 5 && accented.test(name.toLowerCase())
}

/** Does the surname end as Greek ones do? */
export function isGreekSurname(name: string): boolean {
  return name.length > 6 && ending.test(name.toLowerCase())
}

/** The English form of a Greek name: without the accents. Source: usage of AFP and AP side by side. */
export function romaniseGreek(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '')
}
