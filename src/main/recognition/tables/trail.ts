import type { ReportTable } from '../../../shared/data/report.ts'
import {
  shortened,
  type TracedHead,
  type TracedReading,
  type TracedRow,
  type TracedText,
} from '../../../shared/trace/steps.ts'
import { readCell } from '../cells/cellState.ts'
import type { PlacedCell } from '../cells/tableRows.ts'
import type { AlignedRow, Candidate } from '../fit/alignRows.ts'
import type { ColumnHead } from '../fit/columnHeads.ts'
import type { Witnesses } from '../fit/columns.ts'
import { type KnownLabel, nearLabels, nearNoted } from '../fit/labelMatch.ts'
import { type Finds, findKey, weigh } from './makeTable.ts'

/** What one try at a table leaves behind, so that it can be told how it was read. Made only where the reading is traced. */
export type Trail = {
  readonly rows: TracedRow[]
  readonly heads: TracedHead[]
  /** By row and column key. */
  readonly witnesses: Map<string, Witnesses>
  finds: Finds
  /** Rows of the form that were weighed for rows of the document. */
  candidates: readonly Candidate[]
}

export const newTrail = (): Trail => ({
  ...{ rows: [], heads: [], witnesses: new Map() },
  ...{ finds: new Map(), candidates: [] },
})

/** What `alignRows` tells of its matches; nothing where nothing is traced. */
export function candidatesFor(trail: Trail | null): ((candidates: readonly Candidate[]) => void) | undefined {
  if (!trail) return undefined
  return candidates => {
    trail.candidates = candidates
  }
}

/** What `cellsOfRow` tells of a row; its columns are `row/column` already where `row` is null. */
export function witnessesFor(
  trail: Trail | null,
  row: string | null,
): ((column: string, seen: Witnesses) => void) | undefined {
  return trail ? (column, seen) => trail.witnesses.set(row === null ? column : findKey(row, column), seen) : undefined
}

export const textOf = (cell: PlacedCell): TracedText => ({ text: shortened(cell.text), anchor: cell.anchor })

/** A row that was matched by its label, and the row of the form that came next. */
export function rowOf(item: AlignedRow, candidates: readonly Candidate[]): TracedRow {
  const [rival] = candidates
    .filter(other => other.index === item.index && other.key !== item.key)
    .toSorted((a, b) => b.score - a.score)
  return {
    row: item.key,
    ...textOf(item.label),
    distance: item.distance,
    score: item.score,
    confidence: item.confidence,
    rival: rival ? { row: rival.key, score: rival.score } : null,
  }
}

function likeness(key: string | undefined, cell: PlacedCell, labels: readonly KnownLabel[]) {
  return [...nearLabels(cell.compact, labels), ...nearNoted(cell.text, labels)].find(item => item.key === key)
}

/** A kind of proceeding, which is the row of its five figures though it is printed as a head. */
export function kindRow(row: string, cell: PlacedCell, labels: readonly KnownLabel[]): TracedRow {
  const near = likeness(row, cell, labels)
  const [distance, confidence] = [near?.distance ?? null, near?.confidence ?? 0]
  return { row, ...textOf(cell), distance, score: null, confidence, rival: null }
}

/** A column head with its likeness to the form's. */
export function headOf(
  column: string,
  head: Pick<ColumnHead, 'cell' | 'confidence'>,
  labels: readonly KnownLabel[],
): TracedHead {
  const { cell, confidence } = head
  const near = likeness(column.split('/').at(-1), cell, labels)
  return { column, ...textOf(cell), distance: near?.distance ?? null, confidence }
}

function readingOf(table: ReportTable, trail: Trail, row: string, column: string): TracedReading {
  const key = findKey(row, column)
  const find = trail.finds.get(key)
  const witnesses = trail.witnesses.get(key)
  const cell = table.cells.find(item => item.row === row && item.column === column)
  const weights: { of: TracedReading['weights'][number]['of']; value: number }[] = []
  if (find?.cell) weigh(find, find.cell, readCell(find.cell.text), (of, value) => weights.push({ of, value }))
  const confidence = cell?.confidence ?? 0
  // All cells of a table are doubted where another has as good a claim to be the report's.
  if (weights.length > 0 && weights.every(weight => weight.value > confidence))
    weights.push({ of: 'ownOfTwo', value: confidence })
  return {
    row,
    column,
    verdict: find?.verdict ?? 'neither',
    head: witnesses?.head ? textOf(witnesses.head.cell) : null,
    byHead: witnesses?.below?.map(textOf) ?? null,
    byCount: witnesses?.counted ? textOf(witnesses.counted) : null,
    state: cell?.state ?? 'absent',
    value: cell?.value ?? null,
    raw: cell?.raw ?? null,
    anchor: cell?.anchor ?? null,
    confidence,
    weights,
  }
}

/** Every cell of the table as it was read, before the sums had their say. */
export function readingsOf(table: ReportTable, trail: Trail): readonly TracedReading[] {
  return table.cells.map(({ row, column }) => readingOf(table, trail, row, column))
}
