import type { Current } from '../../../shared/current/current.ts'
import { type Suspicion, sourceErrorCells } from '../../../shared/current/judgedSums.ts'
import { type Cell, doubtBelow, type Reading } from '../../../shared/data/report.ts'
import type { CellKey, TableKey } from '../../../shared/form/index.ts'
import { keyOf } from './lines.ts'

/** Everything that decides how one cell is drawn and spoken, except focus and typing. */
export type Look = Reading & {
  readonly key: CellKey
  readonly confidence: number
  readonly doubtful: boolean
  readonly suspect: boolean
  readonly confirmed: boolean
  readonly sourceError: boolean
  /** What the machine had read, where a person corrected it. */
  readonly machine: Reading | null
}

function sameLook(a: Look, b: Look): boolean {
  return (
    a.state === b.state &&
    a.value === b.value &&
    a.raw === b.raw &&
    a.doubtful === b.doubtful &&
    a.suspect === b.suspect &&
    a.confirmed === b.confirmed &&
    a.sourceError === b.sourceError &&
    a.confidence === b.confidence &&
    a.machine === b.machine
  )
}

function lookOf(
  cell: Cell,
  key: CellKey,
  current: Current,
  suspects: ReadonlySet<CellKey>,
  wrong: ReadonlySet<CellKey>,
): Look {
  const confirmed = current.confirmed.has(key)
  const suspect = suspects.has(key)
  return {
    key,
    state: cell.state,
    value: cell.value,
    raw: cell.raw,
    confidence: cell.confidence,
    doubtful: cell.confidence < doubtBelow && !confirmed && !suspect && !wrong.has(key),
    suspect,
    confirmed,
    sourceError: wrong.has(key),
    machine: current.corrected.get(key) ?? null,
  }
}

/**
 * The looks of all cells by key. A look that did not change is the very same object as before, so that its cell is not drawn again.
 */
export function cellLooks(
  current: Current,
  suspicions: ReadonlyMap<TableKey, readonly Suspicion[]>,
  before: ReadonlyMap<CellKey, Look>,
): ReadonlyMap<CellKey, Look> {
  const likely = new Set([...suspicions.values()].flat().flatMap(item => item.suspects.map(suspect => suspect.cell)))
  const wrong = sourceErrorCells(current)
  const looks = new Map<CellKey, Look>()
  for (const table of current.report.tables) {
    for (const cell of table.cells) {
      const key = keyOf(table.key, cell)
      const look = lookOf(cell, key, current, likely, wrong)
      const old = before.get(key)
      const machine = old?.machine && look.machine && old.machine.raw === look.machine.raw ? old.machine : look.machine
      const next = { ...look, machine }
      looks.set(key, old && sameLook(old, next) ? old : next)
    }
  }
  return looks
}
