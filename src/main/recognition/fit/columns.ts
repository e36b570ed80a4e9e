import type { WitnessVerdict } from '../../../shared/trace/steps.ts'
import { confidences } from '../cells/confidence.ts'
import type { PlacedCell, TableRow } from '../cells/tableRows.ts'
import type { ColumnHead, ColumnHeads } from './columnHeads.ts'
import { type KnownLabel, nearestPrinted } from './labelMatch.ts'

/** Which value of a row stands under which head. */

/** Wordier cells among the heads are captions and units. */
const longestHead = 8

/**
 * Heads that the form does not have (小计, 备注): one slot wide, beside the form's heads and over none of their columns. What
 * stands below them belongs to nobody, and nobody misses it. A second head in the words of the form (合计 beside 总计) is none of
 * them: somebody has to look which is meant.
 */
export function addedHeads(
  rows: readonly TableRow[],
  heads: ColumnHeads,
  labels: readonly KnownLabel[],
): readonly ColumnHead[] {
  const own = [...heads.values()]
  return rows.flatMap(row =>
    row.cells.flatMap(cell => {
      const small = cell.begins && cell.columnSpan === 1 && cell.compact !== '' && cell.compact.length <= longestHead
      const beside = own.filter(head => head.cell.block === row.block)
      if (!small || nearestPrinted(cell.text, cell.compact, labels) || beside.length === 0) return []
      if (beside.some(head => overlaps([slotsOf(head.cell), slotsOf(cell)]))) return []
      return [{ cell, gridColumns: row.gridColumns, confidence: confidences.sure }]
    }),
  )
}

type Span = readonly [number, number]
const slotsOf = (cell: PlacedCell): Span => [cell.column, cell.column + cell.columnSpan]

/**
 * Head and figure side by side: by slots within one grid or grids of the same width, by the printed edges between grids that
 * are parts of one table on different pages. Null where the two cannot be compared.
 */
function spans(head: ColumnHead, row: TableRow, cell: PlacedCell): readonly [Span, Span] | null {
  const slots: readonly [Span, Span] = [slotsOf(head.cell), slotsOf(cell)]
  if (row.gridColumns === 0 || head.gridColumns === 0) return null
  if (head.cell.block === row.block) return slots
  if (head.cell.edges && cell.edges) return [head.cell.edges, cell.edges]
  return head.gridColumns === row.gridColumns ? slots : null
}

/** Head and figure stand one below the other where they share this part of the narrower one's width. */
export const overlap = 0.5

function overlaps([[a, b], [c, d]]: readonly [Span, Span]): boolean {
  const common = Math.min(b, d) - Math.max(a, c)
  return common > overlap * Math.min(b - a, d - c)
}

export type FoundCell = {
  readonly cell: PlacedCell | null
  readonly confidence: number
  /** What the other way of reading the row found, where the two disagree. */
  readonly rival: PlacedCell | null
  /** How the two witnesses came out. */
  readonly verdict: WitnessVerdict
}

const nothing: FoundCell = { cell: null, confidence: 0, rival: null, verdict: 'neither' }

const runTogether: FoundCell = { ...nothing, verdict: 'runTogether' }

/** What each of the two witnesses says of a column: the head above, what stands below it (null: heads do not tell), what counting gives. */
export type Witnesses = {
  readonly head: ColumnHead | null
  readonly below: readonly PlacedCell[] | null
  readonly counted: PlacedCell | null
}

/** The heads' places on one scale: slots of one grid or of grids as wide as each other, else printed edges; null without any. */
function placesOf(heads: readonly ColumnHead[]): readonly Span[] | null {
  const [first] = heads
  if (!first || heads.some(head => head.gridColumns === 0)) return null
  const sameWidth = heads.every(head => head.gridColumns === first.gridColumns)
  const edges = heads.flatMap(head => (head.cell.edges ? [head.cell.edges] : []))
  const oneGrid = heads.every(head => head.cell.block === first.cell.block)
  if (!oneGrid && edges.length === heads.length) return edges
  return oneGrid || sameWidth ? heads.map(head => slotsOf(head.cell)) : null
}

/** Heads side by side, none over another, none over a label: else the grid has lost its spans and slots mean nothing. */
function geometryHolds(heads: readonly (ColumnHead | undefined)[], row: TableRow, end: number): boolean {
  const there = heads.filter(head => head !== undefined)
  const places = placesOf(there)?.toSorted((a, b) => a[0] - b[0])
  if (!places || there.some(head => head.cell.block === row.block && head.cell.column < end)) return false
  // Printed edges of neighbours may overlap by the width of a line.
  return places.every((place, at) => {
    const next = places[at + 1]
    return !next || place[1] - next[0] <= 0.2 * (next[1] - next[0])
  })
}

/** No slot without a head between the label and the end of the grid: else a head was lost, and a row that lost a cell looks whole. */
function sideBySide(standing: readonly ColumnHead[], values: readonly PlacedCell[]): boolean {
  const first = standing[0]?.cell.column
  return (
    first === values[0]?.column &&
    standing.every(({ cell, gridColumns }, at) => {
      const next = standing[at + 1]?.cell.column ?? gridColumns
      return cell.column + cell.columnSpan === next
    })
  )
}

/**
 * Each column's cell by counting: all columns in the form's order, or, where columns are missing or change places, as many cells as
 * there are heads, in the order in which the heads stand.
 */
function countedCells(
  values: readonly PlacedCell[],
  heads: readonly (ColumnHead | undefined)[],
  holds: boolean,
): readonly (PlacedCell | null)[] | null {
  const there = heads.filter(head => head !== undefined)
  const places = holds ? placesOf(there) : null
  const left = new Map(there.map((head, at) => [head, places?.[at]?.[0] ?? 0]))
  const standing = there.toSorted((a, b) => (left.get(a) ?? 0) - (left.get(b) ?? 0))
  const inForm = standing.every((head, at) => head === there[at])
  if (values.length === heads.length && (inForm || !places)) return values
  if (!places || values.length !== there.length || !sideBySide(standing, values)) return null
  return heads.map(head => (head ? (values[standing.indexOf(head)] ?? null) : null))
}

/**
 * Finds the cells of one row of the form. Two witnesses: the heads above (geometry) and the count of cells right of the label.
 * Where both agree the cell is sure; one alone is believed less, and not at all when the count does not fit.
 * @param lastLabelEnd where the labels of the whole grid end: a head over any of them shows that heads stand in wrong slots
 * @param added heads beside the form's own; figures below them are not left over
 * @param headsInOrder the heads were seen in the form's order, though in a grid (or lines) whose slots mean nothing
 * @param note hears both witnesses of each column, where the reading is traced
 */
export function cellsOfRow(
  row: TableRow,
  end: number,
  columns: readonly string[],
  heads: ColumnHeads,
  headsInOrder: boolean,
  lastLabelEnd = end,
  added: readonly ColumnHead[] = [],
  note?: (column: string, witnesses: Witnesses) => void,
): readonly FoundCell[] {
  const values = row.cells.filter(cell => cell.column >= end)
  const ordered = columns.map(column => heads.get(column))
  const holds = geometryHolds(ordered, row, lastLabelEnd)
  const byHead = ordered.map((head): readonly PlacedCell[] | null => {
    if (!holds || !head) return null
    const pairs = values.map(cell => ({ cell, pair: spans(head, row, cell) }))
    if (pairs.some(item => item.pair === null)) return null
    return pairs.flatMap(({ cell, pair }) => (pair && overlaps(pair) ? [cell] : []))
  })
  const uses = new Map<PlacedCell, number>()
  for (const cells of byHead) for (const cell of cells ?? []) uses.set(cell, (uses.get(cell) ?? 0) + 1)
  const byCount = countedCells(values, ordered, holds)
  // Text without slots and a column more than is due (备注) that is blank in this row.
  const behind = values.slice(columns.length)
  const shortened = !holds && headsInOrder && behind.length > 0 && behind.every(cell => cell.text.trim() === '')
  const belowAdded = (cell: PlacedCell): boolean =>
    added.some(head => {
      const pair = spans(head, row, cell)
      return pair !== null && overlaps(pair)
    })
  const leftOver = values.some(cell => cell.text.trim() !== '' && !uses.has(cell) && !belowAdded(cell))
  // Where slots are counted and not measured, one cell too few moves all behind it: the row ends early, and which is missing is unknown.
  const measured = values.every(cell => cell.edges !== null)
  const endsEarly = !measured && ((values.length < columns.length && byCount === null) || byHead.at(-1)?.length === 0)
  return columns.map((column, index): FoundCell => {
    const counted = byCount?.[index] ?? null
    const below = byHead[index] ?? null
    const head = ordered[index]
    note?.(column, { head: head ?? null, below, counted })
    if (below === null || !head) {
      const early = shortened ? values[index] : undefined
      if (early) return { cell: early, confidence: confidences.likely, rival: null, verdict: 'countShort' }
      if (!counted) return nothing
      // Known neighbours that contradict the count make the count worthless.
      const contradicted = byHead.some(
        (cells, at) => cells !== null && !(cells.length === 1 && cells[0] === byCount?.[at]),
      )
      if (contradicted)
        return { cell: counted, confidence: confidences.worthless, rival: null, verdict: 'countAgainstNeighbours' }
      return {
        cell: counted,
        confidence:
          headsInOrder && !holds ? confidences.byCount : holds || headsInOrder ? confidences.likely : confidences.odd,
        rival: null,
        verdict: headsInOrder && !holds ? 'countInOrder' : 'countOnly',
      }
    }
    const printed = below.filter(cell => cell.text.trim() !== '')
    const repeated = printed.length > 1 && printed.every(cell => cell.text === printed[0]?.text)
    const cell = below.length === 1 ? below[0] : printed.length === 1 || repeated ? printed[0] : undefined
    if (!cell)
      return counted && below.length > 1
        ? { cell: counted, confidence: confidences.worthless, rival: null, verdict: 'countForSeveral' }
        : nothing
    // A figure under three heads and more is a row's figures run together: nobody knows where one ends.
    if ((uses.get(cell) ?? 0) > 2 && /\d\D*\d/.test(cell.text)) return runTogether
    if ((uses.get(cell) ?? 0) > 1)
      return {
        cell,
        confidence: confidences.contradicted,
        rival: counted === cell ? null : counted,
        verdict: 'shared',
      }
    if (counted === cell) return { cell, confidence: head.confidence, rival: null, verdict: 'agree' }
    if (counted) return { cell, confidence: confidences.contradicted, rival: counted, verdict: 'disagree' }
    const plain = (below.length === 1 || repeated) && !leftOver && !endsEarly
    const sure = plain ? confidences.byHead : confidences.odd
    return {
      cell,
      confidence: Math.min(sure, head.confidence),
      rival: null,
      verdict: plain ? 'headOnly' : 'headOnlyOdd',
    }
  })
}
