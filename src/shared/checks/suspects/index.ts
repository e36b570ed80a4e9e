import type { ReportTable } from '../../data/report.ts'
import type { CellKey } from '../../form/index.ts'
import { costs } from './misreadings.ts'
import type { Answered, Suspect, SuspectGroup, SuspectSet } from './model.ts'
import { neighboursIn } from './neighbours.ts'
import { pairCost, suspectCost } from './ranking.ts'
import { rowSlips } from './slips.ts'
import { failedSums, neededFor, type SumSystem, sumId, sumSystem, withCell } from './sumSystem.ts'

/** Which cells were most likely misread, told by the sums that fail. */

export type { Answered, Suspect, SuspectGroup, SuspectSet } from './model.ts'
export { sumId } from './sumSystem.ts'

const nothingAnswered: Answered = { sums: new Set(), cells: new Set() }

/** A cell stands in at most three sums, so two cells cannot settle more than six. */
const mostSums = 6

const inIsland = (system: SumSystem, island: number) =>
  failedSums(system).filter(sum => system.plan.island[sum] === island)

/** Cells that alone settle all failed sums of an island without breaking another. They all stand in the first failed sum. */
function singles(system: SumSystem, island: number, known: ReadonlySet<CellKey>): readonly Suspect[] {
  const failed = inIsland(system, island)
  const [first] = failed
  if (first === undefined || failed.length > 3) return []
  return (system.plan.members[first] ?? []).flatMap(cell => {
    const shares = system.plan.cells.get(cell) ?? []
    if (known.has(cell) || !failed.every(sum => shares.some(share => share.sum === sum))) return []
    const value = neededFor(system, cell, first)
    if (value === null) return []
    return inIsland(withCell(system, cell, value), island).length === 0 ? [{ cell, value }] : []
  })
}

/**
 * Pairs of cells that together settle what no cell settles alone. One of the two must settle one failed sum by itself, for pairs that
 * meet in every sum of theirs could take any value. Bounded: at most 6 failed sums × 21 cells × 21 cells.
 */
function pairs(
  system: SumSystem,
  island: number,
  known: ReadonlySet<CellKey>,
): readonly (readonly [Suspect, Suspect])[] {
  const failed = inIsland(system, island)
  if (failed.length > mostSums) return []
  const found = new Map<string, readonly [Suspect, Suspect]>()
  for (const sum of failed) {
    for (const cell of system.plan.members[sum] ?? []) {
      const value = known.has(cell) ? null : neededFor(system, cell, sum)
      if (value === null) continue
      for (const second of singles(withCell(system, cell, value), island, known)) {
        if (second.cell === cell) continue
        const first = { cell, value }
        const pair = cell < second.cell ? ([first, second] as const) : ([second, first] as const)
        found.set(pair.map(item => `${item.cell}=${item.value}`).join(), pair)
      }
    }
  }
  return [...found.values()]
}

function ranked(sets: readonly SuspectSet[]): readonly SuspectSet[] {
  return sets.toSorted((a, b) => a.cost - b.cost)
}

/**
 * “最可能读错”: for the failed sums of a table, the smallest sets of cells (one cell, else two, else a row that slipped by one column) whose change settles all of them
 * at once, likeliest misreading first. Sums that share no cell with each other (the three of table 四) are groups of their own.
 * Cells without a number can be the suspect too. What a person has answered for is left out.
 */
export function findSuspects(table: ReportTable, answered: Answered = nothingAnswered): readonly SuspectGroup[] {
  const system = sumSystem(table, answered.sums)
  const failed = failedSums(system)
  if (failed.length === 0) return []
  const around = neighboursIn(table)
  const islands = [...new Set(failed.map(sum => system.plan.island[sum] ?? 0))]
  return islands.map((island): SuspectGroup => {
    const sums = failed
      .filter(sum => system.plan.island[sum] === island)
      .flatMap(sum => system.plan.rules[sum] ?? [])
      .map(rule => sumId(table, rule))
    const alone = singles(system, island, answered.cells)
    if (alone.length > 0) {
      const sets = alone.map(change => ({ changes: [change], cost: suspectCost(system.cells, around, change) }))
      return { sums, sets: ranked(sets) }
    }
    const sets = pairs(system, island, answered.cells).map(pair => ({
      changes: pair,
      cost: pairCost(system.cells, around, pair),
    }))
    if (sets.length > 0) return { sums, sets: ranked(sets) }
    const slips = rowSlips(system, table, answered.cells, moved => inIsland(moved, island).length === 0)
    return { sums, sets: slips.map(changes => ({ changes, cost: costs.common })) }
  })
}

/** Cells of the sets that nothing tells apart from the likeliest one. */
export function likeliest(group: SuspectGroup | undefined): readonly CellKey[] {
  const [first] = group?.sets ?? []
  if (!group || !first) return []
  const alike = group.sets.filter(set => set.cost === first.cost)
  return [...new Set(alike.flatMap(set => set.changes.map(change => change.cell)))]
}
