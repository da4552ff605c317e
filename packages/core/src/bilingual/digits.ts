const groupedByComma = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u
const groupedByStop = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u

/** What digits may mean: 1,500 and 1.500 are not the same everywhere. */
export function readings(text: string, decimal: '.' | ','): number[] {
  const thousands = decimal === '.' ? ',' : '.'
  const grouped = decimal === '.' ? groupedByComma : groupedByStop
  if (grouped.test(text)) {
    const whole = Number(text.replaceAll(thousands, '').replace(decimal, '.'))
    // 1.500 is a decimal where the French form was left.
    return thousands === '.' && text.split('.').length === 2 && !text.includes(',') ? [whole, Number(text)] : [whole]
  }
  const plain = Number(text.replaceAll(',', '.'))
  if (!Number.isNaN(plain)) {
    const joined = /^\d{1,3}[.,]\d{3}$/u.test(text) ? [Number(text.replace(/[.,]/u, ''))] : []
    return [plain, ...joined]
  }
  return [Number(text.replace(/[.,]/gu, ''))]
}

/** Value of a Roman numeral below 90. */
function romanValue(text: string): number {
  const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const value = digits[text[at] as string] as number
    sum += value < (digits[text[at + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

/** Value of `XIXe`, `Ier`, `IIIème`, and of what a machine makes of them (`XIXth`); 0 for what is none. */
export function romanOrdinal(text: string): number {
  const roman = /^([IVXL]+)(?:er?|re|ème|th|st|nd|rd|\u1d49|\u1d49\u02b3)$/u.exec(text)
  return roman === null || text === 'Le' ? 0 : romanValue(roman[1] as string)
}
