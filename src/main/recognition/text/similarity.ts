/** How like two short texts are. */

/** Rows of the table of distances, kept: one text is held against hundreds of wordings. */
let above: number[] = []
let row: number[] = []

/** Number of single-character changes between two strings, or `limit + 1` as soon as it must exceed `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  for (let j = 0; j <= b.length; j++) above[j] = j
  for (let i = 1; i <= a.length; i++) {
    const code = a.charCodeAt(i - 1)
    let left = i
    let least = i
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? limit) + (code === b.charCodeAt(j - 1) ? 0 : 1)
      left = Math.min((above[j] ?? limit) + 1, left + 1, changed)
      row[j] = left
      least = Math.min(least, left)
    }
    if (least > limit) return limit + 1
    ;[above, row] = [row, above]
  }
  return Math.min(above[b.length] ?? limit + 1, limit + 1)
}

/** How many wrong characters a label of this length may have: none in two characters, one in three or four, a quarter in long ones. */
export function allowedDistance(length: number): number {
  if (length <= 2) return 0
  if (length <= 4) return 1
  return Math.max(2, Math.floor(length / 4))
}

/** Share of common character pairs (Dice); for headings, whose wording is free. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string) => {
    const set = new Set<string>()
    for (let i = 0; i + 1 < text.length; i++) set.add(text.slice(i, i + 2))
    return set
  }
  const left = pairs(a)
  const right = pairs(b)
  if (left.size + right.size === 0) return 0
  let common = 0
  for (const pair of left) if (right.has(pair)) common++
  return (2 * common) / (left.size + right.size)
}
