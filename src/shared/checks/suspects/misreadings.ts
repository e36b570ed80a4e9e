/**
 * How a number comes to be read as another one: the ways seen in scans, in text layers of PDFs and in typed tables. Each has a
 * cost; only the order of the costs matters.
 */

/** Digits that look alike, in print or in a poor scan. */
const alike = new Set(['38', '17', '06', '56', '08', '68', '35', '27', '49', '09', '14', '89', '58', '69'])

export const costs = {
  /** One digit for one that looks like it; a digit lost or printed twice; a number that stands beside it. */
  common: 1,
  /** The same where it proves little: the number beside is 0, as most numbers of the form are. */
  beside: 1.5,
  /** Two digits changed places, a thousands group lost, any other digit. */
  rare: 2.5,
  /** Nothing explains it. */
  none: 4,
  /** Where nothing was read: a cell lost by the reader; a cell printed blank though something was due. */
  lost: 2,
  blank: 3,
} as const

const isAlike = (a: string, b: string) => alike.has(a < b ? a + b : b + a)

function oneDigitLost(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false
  let at = 0
  while (at < short.length && long[at] === short[at]) at++
  return long.slice(at + 1) === short.slice(at)
}

/** `long` is `short` with one of its digits standing twice in a row. */
function oneDigitTwice(long: string, short: string): boolean {
  return (
    oneDigitLost(long, short) && [...short].some((digit, at) => short.slice(0, at) + digit + short.slice(at) === long)
  )
}

function changedDigits(a: string, b: string): readonly number[] {
  return a.length === b.length ? [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at])) : []
}

/** Cost of reading `right` as `read` by its digits alone. */
export function digitCost(right: number, read: number): number {
  const [a, b] = [String(right), String(read)]
  const changed = changedDigits(a, b)
  const [first = 0, second = 0] = changed
  if (changed.length === 1) return isAlike(a[first] ?? '', b[first] ?? '') ? costs.common : costs.rare
  if (changed.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
    return costs.rare
  if (oneDigitLost(a, b) || oneDigitTwice(b, a)) return costs.common
  if (oneDigitLost(b, a)) return costs.rare
  if (a.length > 3 && (a.endsWith(b) || a.startsWith(b))) return costs.rare
  return costs.none
}
