/** Whether two strings have so few characters in common that their distance must exceed the limit. Cheap, spares most comparisons. */
function farApart(a: string, b: string, limit: number): boolean {
  let common = 0
  for (const character of a) if (b.includes(character)) common += character.length
  return a.length - common > limit
}

/** Number of single-character changes between two strings, or `limit + 1` as soon as it must exceed `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || farApart(a, b, limit)) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1
      const value = Math.min(
        (previous[j] ?? limit) + 1,
        (current[j - 1] ?? limit) + 1,
        (previous[j - 1] ?? limit) + same,
      )
      current.push(value)
      least = Math.min(least, value)
    }
    if (least > limit) return limit + 1
    previous = current
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1)
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
