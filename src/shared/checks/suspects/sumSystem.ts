import type { Cell, ReportTable } from '../../data/report.ts'
import { type CellKey, cellKey } from '../../form/index.ts'
import { rounded } from '../figures.ts'
import { type SumRule, sumRules } from '../sums.ts'

/** The name of a sum in findings and verdicts: `E1:requests/granted`. */
export function sumId(table: Pick<ReportTable, 'key'>, rule: Pick<SumRule, 'rule' | 'place'>): string {
  return `${rule.rule}:${table.key}/${rule.place}`
}

/** +1: the cell prints the sum, so its growth raises printed − computed. −1: it is a part. */
export type Share = { readonly sum: number; readonly sign: 1 | -1 }

/** What a table's cells and sums have to do with each other; the same for every table of one edition. */
type Plan = {
  readonly rules: readonly SumRule[]
  readonly cells: ReadonlyMap<CellKey, readonly Share[]>
  /** Cells of each sum, the printed ones first. */
  readonly members: readonly (readonly CellKey[])[]
  /** Sums that share cells, directly or through others, have the same number. */
  readonly island: readonly number[]
}

const plans = new Map<string, Plan>()

function islandsOf(members: readonly (readonly CellKey[])[]): readonly number[] {
  const island = members.map((_, at) => at)
  const first = new Map<CellKey, number>()
  for (const [at, cells] of members.entries()) {
    for (const cell of cells) {
      const other = first.get(cell)
      if (other === undefined) first.set(cell, at)
      else {
        const [from, to] = [island[at], island[other]]
        for (const [index, number] of island.entries()) if (number === from && to !== undefined) island[index] = to
      }
    }
  }
  return island
}

function planOf(table: Pick<ReportTable, 'key' | 'edition'>): Plan {
  const id = `${table.key}/${table.edition}`
  const known = plans.get(id)
  if (known) return known
  const rules = sumRules(table)
  const cells = new Map<CellKey, Share[]>()
  const add = (cell: CellKey, share: Share) => cells.set(cell, [...(cells.get(cell) ?? []), share])
  for (const [sum, rule] of rules.entries()) {
    for (const cell of rule.total) add(cell, { sum, sign: 1 })
    for (const cell of rule.parts) add(cell, { sum, sign: -1 })
  }
  const members = rules.map(rule => [...rule.total, ...rule.parts])
  const plan = { rules, cells, members, island: islandsOf(members) }
  plans.set(id, plan)
  return plan
}

/** One table's sums as gaps (printed − computed), so that a changed cell costs a few additions and not a new check. */
export type SumSystem = {
  readonly plan: Plan
  readonly cells: ReadonlyMap<CellKey, Cell>
  readonly gaps: readonly number[]
  /** How many cells of the printed and of the computed side are numbers; a sum is judged when both sides have one. */
  readonly printed: readonly number[]
  readonly parts: readonly number[]
  /** Sums a person has answered for; they are neither failed nor in the way. */
  readonly out: ReadonlySet<number>
}

export function sumSystem(table: ReportTable, out: ReadonlySet<string>): SumSystem {
  const plan = planOf(table)
  const gaps = plan.rules.map(() => 0)
  const printed = plan.rules.map(() => 0)
  const parts = plan.rules.map(() => 0)
  const cells = new Map<CellKey, Cell>()
  for (const cell of table.cells) {
    const key = cellKey(table.key, cell.row, cell.column)
    cells.set(key, cell)
    if (cell.state !== 'number' || cell.value === null) continue
    for (const { sum, sign } of plan.cells.get(key) ?? []) {
      gaps[sum] = (gaps[sum] ?? 0) + sign * cell.value
      const side = sign > 0 ? printed : parts
      side[sum] = (side[sum] ?? 0) + 1
    }
  }
  const outside = new Set(plan.rules.flatMap((rule, at) => (out.has(sumId(table, rule)) ? [at] : [])))
  return { plan, cells, gaps: gaps.map(rounded), printed, parts, out: outside }
}

/** Numbers of the sums that are judged, not answered for, and do not agree. */
export function failedSums(system: SumSystem): readonly number[] {
  return system.gaps.flatMap((gap, at) => (gap !== 0 && isJudged(system, at) ? [at] : []))
}

/** Whether both sides of a sum have a number, and nobody has answered for it. */
export function isJudged({ printed, parts, out }: Pick<SumSystem, 'printed' | 'parts' | 'out'>, sum: number): boolean {
  return (printed[sum] ?? 0) > 0 && (parts[sum] ?? 0) > 0 && !out.has(sum)
}

/** What a cell is worth now; nothing read counts as nothing added. */
export function valueIn(system: SumSystem, cell: CellKey): number {
  return system.cells.get(cell)?.value ?? 0
}

/** The value a cell would need for one sum to agree; null where no count can do it, or where it already has it. */
export function neededFor(system: SumSystem, cell: CellKey, sum: number): number | null {
  const share = system.plan.cells.get(cell)?.find(item => item.sum === sum)
  if (!share) return null
  const now = valueIn(system, cell)
  const needed = rounded(now - share.sign * (system.gaps[sum] ?? 0))
  return needed === now || needed < 0 || !Number.isInteger(needed) ? null : needed
}

/** The system with one cell changed. */
export function withCell(system: SumSystem, cell: CellKey, value: number): SumSystem {
  const gaps = [...system.gaps]
  const printed = [...system.printed]
  const parts = [...system.parts]
  const counts = system.cells.get(cell)?.state === 'number' ? 0 : 1
  const by = value - valueIn(system, cell)
  for (const { sum, sign } of system.plan.cells.get(cell) ?? []) {
    gaps[sum] = rounded((gaps[sum] ?? 0) + sign * by)
    const side = sign > 0 ? printed : parts
    side[sum] = (side[sum] ?? 0) + counts
  }
  return { ...system, gaps, printed, parts }
}
