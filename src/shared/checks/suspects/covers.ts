import type { Suspect, SuspectSet } from './model.ts'
import type { Part } from './parts.ts'

/** Which parts together settle all failed sums with as few cells as can be, and what of it is independent of the rest. */

/** A part and how unlikely it is. */
export type Weighed = Part & { readonly cost: number }

/** One way to settle some sums: a part for the first of them, and a way for the others. */
type Way = { readonly cost: number; readonly part: Weighed | null; readonly rest: Way | null }
const nothing: Way = { cost: 0, part: null, rest: null }

export type Covers = {
  /** The fewest cells that settle these sums; Infinity where no parts do. */
  readonly least: (sums: number) => number
  /** The parts that settle the first of these sums in some smallest answer. */
  readonly firstParts: (sums: number) => readonly Weighed[]
}

export function coversOf(parts: readonly Weighed[]): Covers {
  type Known = { least: number; first: readonly Weighed[] }
  const known = new Map<number, Known>([[0, { least: 0, first: [] }]])
  const look = (sums: number): Known => {
    const found = known.get(sums)
    if (found) return found
    const lowest = sums & -sums
    let least = Number.POSITIVE_INFINITY
    let first: Weighed[] = []
    for (const part of parts) {
      if ((part.settles & lowest) === 0 || (part.settles & ~sums) !== 0) continue
      const size = part.changes.length + look(sums & ~part.settles).least
      if (size < least) {
        least = size
        first = []
      }
      if (size === least && size < Number.POSITIVE_INFINITY) first.push(part)
    }
    const made = { least, first }
    known.set(sums, made)
    return made
  }
  return { least: sums => look(sums).least, firstParts: sums => look(sums).first }
}

/** Puts together what shares a bit. */
export function merged(masks: readonly number[]): readonly number[] {
  let apart: readonly number[] = []
  for (const mask of masks) {
    const joined = apart.filter(other => (other & mask) !== 0).reduce((all, other) => all | other, mask)
    apart = [...apart.filter(other => (other & mask) === 0), joined]
  }
  return apart.toSorted((a, b) => (a & -a) - (b & -b))
}

/** The finest groups of sums such that every smallest answer is a smallest answer of each group. */
export function groupsIn(covers: Covers, all: number): readonly number[] {
  const seen = new Set<number>()
  const masks: number[] = []
  const visit = (sums: number) => {
    if (seen.has(sums)) return
    seen.add(sums)
    for (const part of covers.firstParts(sums)) {
      masks.push(part.settles)
      visit(sums & ~part.settles)
    }
  }
  visit(all)
  return merged(masks)
}

function changesOf(way: Way): readonly Suspect[] {
  return way.part && way.rest ? [...way.part.changes, ...changesOf(way.rest)] : []
}

/** The `most` likeliest of the smallest sets for these sums, likeliest first. No cell is asked to say two things. */
export function likeliestSets(covers: Covers, sums: number, most: number): readonly SuspectSet[] {
  const known = new Map<number, readonly Way[]>([[0, [nothing]]])
  const ways = (rest: number): readonly Way[] => {
    const found = known.get(rest)
    if (found) return found
    const made = covers
      .firstParts(rest)
      .flatMap(part => ways(rest & ~part.settles).map((way): Way => ({ cost: part.cost + way.cost, part, rest: way })))
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, most)
    known.set(rest, made)
    return made
  }
  const sets = new Map<string, SuspectSet>()
  for (const way of ways(sums)) {
    const changes = changesOf(way).toSorted((a, b) => (a.cell < b.cell ? -1 : 1))
    if (changes.some(({ cell }, at) => changes[at + 1]?.cell === cell)) continue
    const key = changes.map(item => `${item.cell}=${item.value}`).join()
    if (!sets.has(key)) sets.set(key, { changes, cost: way.cost })
  }
  return [...sets.values()]
}
