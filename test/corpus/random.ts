/** Seeded random numbers (mulberry32), so that a seed always makes the same report. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** `count` different ones, in the list's order. */
  some<T>(list: readonly T[], count: number): readonly T[]
}

export function makeRandom(seed: string): Random {
  let state = [...seed].reduce((hash, one) => Math.imul(hash ^ (one.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    chance: probability => next() < probability,
    pick: list => {
      const item = list[whole(0, list.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    some: (list, count) => {
      const marked = list.map((item, index) => ({ item, index, order: next() })).sort((a, b) => a.order - b.order)
      return marked
        .slice(0, count)
        .sort((a, b) => a.index - b.index)
        .map(entry => entry.item)
    },
  }
}
