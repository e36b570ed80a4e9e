import type { CellKey } from '../../form/index.ts'
import { makeBoard } from './board.ts'
import { fewest } from './bound.ts'
import { type Covers, coversOf, groupsIn, likeliestSets, merged, type Weighed } from './covers.ts'
import type { Suspect, SuspectSet } from './model.ts'
import { partsWithin, type Steps } from './parts.ts'
import { failedSums, isJudged, type SumSystem, withCell } from './sumSystem.ts'

/** Finds the smallest sets of cells that settle failed sums which hang together, each independent group by itself. */

/** `sums` by their numbers. `stopped`: the bound was reached, and nothing is known of sets. */
export type Settled = {
  readonly sums: readonly number[]
  readonly sets: readonly SuspectSet[]
  readonly stopped: boolean
}

/** What the search is to know besides the table. */
export type SettlingGiven = {
  /** Cells that a person knows to be read rightly. */
  readonly known: ReadonlySet<CellKey>
  /** Sets of cells that are one misreading, such as a row that slipped. */
  readonly whole: readonly (readonly Suspect[])[]
  /** How unlikely a part of an answer is; that of the answer is their sum. Infinity: it does not happen. */
  readonly costOf: (changes: readonly Suspect[]) => number
}

/** Steps for all failed sums of an island together: five misreadings need a few hundred (`npm run bench:suspects`). */
export const mostSteps = 70_000
/** More sets of one group are not listed; where so many are alike, none is. */
export const mostSets = 200
/** A table of whose sums so many fail was not misread in a few cells. */
const mostFailed = 30
/** So many cells more than the bound says at least: what is beyond is no answer one would believe. */
const mostBeyond = 4

export function changedBy(system: SumSystem, changes: readonly Suspect[]): SumSystem {
  return changes.reduce((rest, { cell, value }) => withCell(rest, cell, value), system)
}

/** Whether the changes settle all of these sums and break none. */
function settles(system: SumSystem, sums: readonly number[], changes: readonly Suspect[]): boolean {
  const failed = failedSums(system)
  return failedSums(changedBy(system, changes)).every(sum => failed.includes(sum) && !sums.includes(sum))
}

/** Cells and sums by which the answers of two groups can be in each other's way: the same cell, or a sum that is judged only once a cell has a number. */
function reachOf(system: SumSystem, sets: readonly SuspectSet[]): ReadonlySet<CellKey | number> {
  const alike = sets.filter(set => set.cost === sets[0]?.cost)
  const cells = alike.flatMap(set => set.changes.map(item => item.cell))
  const sums = cells.flatMap(cell => system.plan.cells.get(cell) ?? []).map(share => share.sum)
  return new Set([...cells, ...sums.filter(sum => !isJudged(system, sum))])
}

function groupsOf(system: SumSystem, failed: readonly number[], covers: Covers, all: number): readonly Settled[] {
  const listed = groupsIn(covers, all).map(mask => ({ mask, sets: likeliestSets(covers, mask, mostSets) }))
  const reaches = listed.map(({ mask, sets }) => ({ mask, reach: reachOf(system, sets) }))
  const together = reaches.flatMap(({ mask, reach }, at) =>
    reaches.slice(at + 1).flatMap(other => ([...other.reach].some(one => reach.has(one)) ? [mask | other.mask] : [])),
  )
  return merged([...listed.map(item => item.mask), ...together]).map(mask => {
    const sums = failed.filter((_, at) => mask & (1 << at))
    const sets = listed.find(item => item.mask === mask)?.sets ?? likeliestSets(covers, mask, mostSets)
    if (sets.length === mostSets && sets.at(-1)?.cost === sets[0]?.cost) return { sums, sets: [], stopped: true }
    const right = sets.filter(({ changes, cost }) => cost < Number.POSITIVE_INFINITY && settles(system, sums, changes))
    return { sums, sets: right, stopped: false }
  })
}

/** The sets that are one misreading, as the search would have found them. */
function wholeParts(
  system: SumSystem,
  failed: readonly number[],
  { whole, costOf }: SettlingGiven,
): readonly Weighed[] {
  return whole.flatMap(changes => {
    const left = new Set(failedSums(changedBy(system, changes)))
    const settled = failed.reduce((all, sum, at) => (left.has(sum) ? all : all | (1 << at)), 0)
    return settled === 0 ? [] : [{ changes, settles: settled, cost: costOf(changes) }]
  })
}

type Found = { readonly groups: readonly Settled[]; readonly stopped: boolean }

/** The smallest answer at all, each group by itself; a part at an infinite cost serves only where nothing else does. */
function search(
  system: SumSystem,
  failed: readonly number[],
  given: SettlingGiven,
  steps: Steps,
  unlikely: boolean,
): Found {
  const board = makeBoard(system, given.known, system.plan.island[failed[0] ?? 0] ?? 0)
  const all = 2 ** failed.length - 1
  const whole = wholeParts(system, failed, given)
  const first = fewest(board)
  for (let most = first; most <= Math.min(first + mostBeyond, failed.length); most++) {
    const parts = partsWithin(board, failed, most, steps).map(part => ({ ...part, cost: given.costOf(part.changes) }))
    if (steps.left < 0) return { groups: [], stopped: true }
    const likely = coversOf([...whole, ...parts.filter(part => part.cost < Number.POSITIVE_INFINITY)])
    if (likely.least(all) <= most) return { groups: groupsOf(system, failed, likely, all), stopped: false }
    const any = coversOf([...whole, ...parts])
    if (unlikely && any.least(all) <= most) return { groups: groupsOf(system, failed, any, all), stopped: false }
  }
  return { groups: [], stopped: false }
}

/**
 * The smallest answers to failed sums that share cells: parts of up to five cells, or one misreading of more, as few cells as can be
 * altogether. Exact, or else it says that it stopped. Groups for which the smallest answer is one that does not happen (of infinite cost)
 * are asked once more for a larger one that does, with the others settled.
 */
export function settle(
  system: SumSystem,
  failed: readonly number[],
  given: SettlingGiven,
  steps: Steps = { left: mostSteps },
): readonly Settled[] {
  if (failed.length === 0) return []
  if (failed.length > mostFailed) return [{ sums: failed, sets: [], stopped: true }]
  const { groups, stopped } = search(system, failed, given, steps, true)
  if (groups.length === 0) return [{ sums: failed, sets: [], stopped }]
  const happens = (group: Settled) => group.sets.length > 0 || group.stopped
  const likely = groups.filter(happens)
  const open = groups.filter(group => !happens(group)).flatMap(group => group.sums)
  if (open.length === 0) return likely
  const settled = likely.flatMap(group => group.sets[0]?.changes ?? [])
  const known = new Set([...given.known, ...settled.map(item => item.cell)])
  const again = search(changedBy(system, settled), open, { ...given, known }, steps, false)
  const others = again.groups.length > 0 ? again.groups : [{ sums: open, sets: [], stopped: again.stopped }]
  return [...likely, ...others].toSorted((a, b) => (a.sums[0] ?? 0) - (b.sums[0] ?? 0))
}
