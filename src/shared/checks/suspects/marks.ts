/** Remembers which sets of changes the search has been at, for next to nothing: it asks tens of thousands of times in a blink. */

/**
 * A number for one change. Those of several are added, so that their order does not matter; 50 bits well mixed (murmur3), of which up
 * to seven add up exactly: among the tens of thousands of sets of one search two do not meet.
 */
export function markOf(cell: number, by: number): number {
  const mixed = (seed: number) => {
    let hash = Math.imul(by ^ seed, 0x85ebca6b) ^ Math.imul((cell + 1) ^ (by >>> 13), 0xc2b2ae35)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return (hash ^ (hash >>> 16)) >>> 0
  }
  return mixed(0x9747b28c) * 0x40000 + (mixed(0x3c6ef372) >>> 14)
}

export type MarkSet = {
  /** Puts a mark down; false where it was there. 0 is no mark. */
  readonly add: (mark: number) => boolean
}

/** A hash table without objects: a set of numbers this large would be garbage by the megabyte. */
export function makeMarks(): MarkSet {
  let slots = new Float64Array(1024)
  let count = 0
  const put = (mark: number): boolean => {
    let at = mark % slots.length
    while (slots[at] !== 0 && slots[at] !== mark) at = (at + 1) % slots.length
    if (slots[at] === mark) return false
    slots[at] = mark
    return true
  }
  const grow = () => {
    const before = slots
    slots = new Float64Array(before.length * 4)
    for (const mark of before) if (mark !== 0) put(mark)
  }
  return {
    add: mark => {
      if (!put(mark)) return false
      count++
      if (2 * count > slots.length) grow()
      return true
    },
  }
}
