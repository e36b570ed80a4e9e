import { evaluateSums, findSuspects, type SumResult, type Suspect } from '../checks/index.ts'
import type { ReportTable } from '../data/report.ts'
import type { CellKey } from '../form/index.ts'
import type { Current } from './current.ts'

/** A sum as it is drawn in the margin. out: a person has answered for it, so its difference stays but loses its red. */
export type JudgedSum = SumResult & { readonly id: string; readonly out: boolean }

/** Cells a person called a source error (原文如此). */
export function sourceErrorCells(current: Current): ReadonlySet<CellKey> {
  const cells = new Set<CellKey>()
  for (const { verdict, cells: named } of current.verdicts.values()) {
    if (verdict.kind === 'sourceError') for (const cell of named) cells.add(cell)
  }
  return cells
}

/** All sums of a table. A sum is out when it has a verdict itself or runs through a cell that is a source error. */
export function judgeSums(table: ReportTable, current: Current): readonly JudgedSum[] {
  const wrong = sourceErrorCells(current)
  return evaluateSums(table).map(sum => {
    const id = `${sum.rule}:${table.key}/${sum.place}`
    const through = [...sum.total, ...sum.parts].some(cell => wrong.has(cell))
    return { ...sum, id, out: !sum.agrees && (through || current.verdicts.has(id)) }
  })
}

/** Failed sums and the cells that would settle all of them at once: one, or a few together, where they are likelier misread than any other. */
export type Suspicion = { readonly sums: ReadonlySet<string>; readonly suspects: readonly Suspect[] }

/**
 * The likely misreadings among the sums still in question. What a person answered for is left out; where several cells, or several
 * pairs, are equally likely, nobody is named: a ring round an arbitrary cell would mislead. How seldom a wrong one is named: `npm run bench:suspects`.
 */
export function suspicionsOf(table: ReportTable, current: Current): readonly Suspicion[] {
  const sums = new Set(judgeSums(table, current).flatMap(sum => (sum.out ? [sum.id] : [])))
  const cells = new Set([...current.confirmed, ...sourceErrorCells(current)])
  return findSuspects(table, { sums, cells }).flatMap(group => {
    const [best, second] = group.sets
    return !best || second?.cost === best.cost ? [] : [{ sums: new Set(group.sums), suspects: best.changes }]
  })
}

/**
 * Cells that a sum vouches for: a single misreading breaks every sum it stands in, so a number in one that agrees is right unless
 * two errors cancel. Suspects are never among them.
 */
export function agreeingCells(judged: readonly JudgedSum[], suspicions: readonly Suspicion[]): ReadonlySet<CellKey> {
  const doubted = new Set(suspicions.flatMap(item => item.suspects.map(suspect => suspect.cell)))
  const cells = judged.filter(sum => sum.agrees).flatMap(sum => [...sum.total, ...sum.parts])
  return new Set(cells.filter(cell => !doubted.has(cell)))
}
