import { copyCase } from '../text/fold.ts'

/** Letter groups of the French romanisation of Arabic, tried in order. Source: usage of AFP and AP side by side. */
const rows: readonly (readonly [RegExp, string])[] = [
  [/aoui$/u, 'awi'],
  [/oua/gu, 'wa'],
  [/oue/gu, 'we'],
  [/ou/gu, 'u'],
  [/tch/gu, 'ch'],
  [/ch/gu, 'sh'],
  [/dj/gu, 'j'],
  [/ç/gu, 's'],
  [/aï/gu, 'ai'],
  [/eï/gu, 'ei'],
  [/ï/gu, 'i'],
  [/[éè]/gu, 'e'],
  [/ays/gu, 'ais'],
  [/([aeiou])ss([aeiou])/gu, '$1s$2'],
  [/([^aeiou])ane$/u, '$1an'],
  [/([^aeiou])ine$/u, '$1in'],
]

/** How surely an Arabic name after the article is in French romanisation: 0 where English writes it like this too. */
export function frenchArabicSign(name: string): number {
  const lower = name.toLowerCase()
  if (/dj|ç|oua[dnrhk]|aoui|ï|ouch|chou/u.test(lower)) return 0.8
  if (/(?<![t])ch/u.test(lower)) return 0.6
  return /ou[bjlrkz]|oune$|[bdfklmnrst]ane$/u.test(lower) && !/^houthi/u.test(lower) ? 0.45 : 0
}

/** The English form of an Arabic name in French romanisation, as near as letters tell. */
export function romaniseArabic(name: string): string {
  let lower = name.toLowerCase()
  for (const [pattern, text] of rows) lower = lower.replace(pattern, text)
  return copyCase(name, lower)
}
