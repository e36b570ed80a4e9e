import type { ReportTable } from '../../data/report.ts'
import type { CellKey } from '../../form/index.ts'
import { costs } from './misreadings.ts'
import type { Answered, Suspect, SuspectGroup } from './model.ts'
import { printedIn } from './neighbours.ts'
import { setCost } from './ranking.ts'
import { settle } from './settling.ts'
import { rowSlips } from './slips.ts'
import { failedSums, type SumSystem, sumId, sumSystem } from './sumSystem.ts'

/** Which cells were most likely misread, told by the sums that fail. */

export type { Answered, Suspect, SuspectGroup, SuspectSet } from './model.ts'
export { sumId } from './sumSystem.ts'

const nothingAnswered: Answered = { sums: new Set(), cells: new Set() }

/** Rows whose numbers all slipped by one column: moved back they settle some failed sums and break none. */
function slipsIn(system: SumSystem, table: ReportTable, known: ReadonlySet<CellKey>) {
  const failed = failedSums(system)
  return rowSlips(system, table, known, moved => {
    const left = failedSums(moved)
    return left.length < failed.length && left.every(sum => failed.includes(sum))
  })
}

const keyOf = (changes: readonly Suspect[]) =>
  changes
    .map(item => `${item.cell}=${item.value}`)
    .toSorted()
    .join()

/**
 * “最可能读错”: for the failed sums of a table, the smallest sets of cells whose change settles all of them at once and breaks none, likeliest
 * misreading first. What is independent is a group of its own: a wrong cell breaks its row and its column by the same amount, and
 * wherever every smallest answer takes these two together they have nothing to do with the rest. Cells without a number can be the suspect too.
 * What a person has answered for is left out.
 */
export function findSuspects(table: ReportTable, answered: Answered = nothingAnswered): readonly SuspectGroup[] {
  const system = sumSystem(table, answered.sums)
  const failed = failedSums(system)
  if (failed.length === 0) return []
  const printed = printedIn(table)
  const slips = slipsIn(system, table, answered.cells)
  const oneSlip = new Set(slips.map(keyOf))
  const place = new Map([...system.cells.keys()].map((cell, at): [CellKey, number] => [cell, at]))
  const inPrintOrder = (changes: readonly Suspect[]) =>
    changes.toSorted((a, b) => (place.get(a.cell) ?? 0) - (place.get(b.cell) ?? 0))
  const costOf = (changes: readonly Suspect[]) => {
    const cost = setCost(system.cells, printed, changes)
    return oneSlip.has(keyOf(changes)) ? Math.min(cost, costs.common) : cost
  }
  const islands = [...new Set(failed.map(sum => system.plan.island[sum] ?? 0))]
  return islands.flatMap(island => {
    const own = failed.filter(sum => system.plan.island[sum] === island)
    const given = { known: answered.cells, whole: slips, costOf }
    return settle(system, own, given).map(({ sums, sets, stopped }): SuspectGroup => {
      const ids = sums.flatMap(sum => system.plan.rules[sum] ?? []).map(rule => sumId(table, rule))
      const ranked = sets.map(set => ({ ...set, changes: inPrintOrder(set.changes) }))
      return stopped ? { sums: ids, sets: ranked, stopped } : { sums: ids, sets: ranked }
    })
  })
}

/** Cells of the sets that nothing tells apart from the likeliest one. */
export function likeliest(group: SuspectGroup | undefined): readonly CellKey[] {
  const [first] = group?.sets ?? []
  if (!group || !first) return []
  const alike = group.sets.filter(set => set.cost === first.cost)
  return [...new Set(alike.flatMap(set => set.changes.map(change => change.cell)))]
}
