import type { Anchor } from '../../shared/document.ts'
import { type Edition, formCells } from '../../shared/form/index.ts'
import { isValueLike } from './cellState.ts'
import { type Head, inOrder } from './columnHeads.ts'
import { cellsOfRow } from './columns.ts'
import { confidences } from './confidence.ts'
import { nearestLabel } from './labelMatch.ts'
import { outcomeHeads, proceedingHeads } from './labels.ts'
import { type Finds, makeTable, rivalsOf } from './makeTable.ts'
import type { Region } from './regions.ts'
import { readStacked } from './stackedProceedings.ts'
import type { TableGuess } from './tableGuess.ts'
import type { PlacedCell, TableRow } from './tableRows.ts'

/** The fifteen columns of table 四 in printed order, as `row/column`. */
const places = formCells('proceedings', '2021').map(({ row, column }) => `${row.key}/${column.key}`)
const groups = ['review', 'directLitigation', 'litigationAfterReview']
const outcomes = outcomeHeads.map(label => label.key)
const allHeads = [...outcomeHeads, ...proceedingHeads]
/** The form has fifteen columns; a row of a thousand cells is no row of it. */
const mostHeads = 100
/** Three rows of heads; a table cut between pages may bring furniture in between. */
const tallestHead = 6

type Leaf = { readonly cell: PlacedCell; readonly row: TableRow; readonly outcome: string; readonly confidence: number }
type Group = { readonly cell: PlacedCell; readonly row: TableRow; readonly key: string }

/** The labels of one row of heads. Lines hold heads and figures in one row; only what stands before the figures counts. */
function headCells(row: TableRow): readonly PlacedCell[] {
  const cells = row.cells.filter(cell => cell.begins)
  if (row.gridColumns > 0) return cells.slice(0, mostHeads)
  const value = cells.findIndex(cell => isValueLike(cell.text))
  return (value < 0 ? cells : cells.slice(0, value)).slice(-mostHeads)
}

function leavesOf(row: TableRow): readonly Leaf[] {
  return headCells(row).flatMap(cell => {
    const match = nearestLabel(cell.compact, allHeads)
    return match && outcomes.includes(match.key)
      ? [{ cell, row, outcome: match.key, confidence: match.confidence }]
      : []
  })
}

function groupsOf(row: TableRow): readonly Group[] {
  return headCells(row).flatMap(cell => {
    const match = nearestLabel(cell.compact, allHeads)
    return match && proceedingHeads.some(head => head.key === match.key) ? [{ cell, row, key: match.key }] : []
  })
}

/** The group whose head spans over a leaf; the lowest such head, so that 复议后起诉 wins over 行政诉讼. */
function groupOver(leaf: Leaf, heads: readonly Group[]): string | null {
  let found: Group | null = null
  for (const head of heads) {
    if (head.row.block !== leaf.row.block || head.row.row >= leaf.row.row) continue
    const middle = leaf.cell.column + leaf.cell.columnSpan / 2
    if (middle <= head.cell.column || middle >= head.cell.column + head.cell.columnSpan) continue
    if (!found || head.row.row > found.row.row) found = head
  }
  return found && groups.includes(found.key) ? found.key : null
}

type HeadPlaces = {
  readonly heads: ReadonlyMap<string, Head>
  /** Fifteen leaves in the form's order under (or among) all group heads in the form's order. */
  readonly complete: boolean
}

/** Names each leaf by its group and outcome: by span where spans are, else by the whole sequence being that of the form. */
function nameLeaves(leaves: readonly Leaf[], heads: readonly Group[], text: string): HeadPlaces {
  const sequence = [...leaves].map(leaf => leaf.outcome).join()
  const expected = places.map(place => place.split('/')[1]).join()
  const groupsSeen = inOrder(text, proceedingHeads, ['review', 'directLitigation', 'litigationAfterReview'])
  const bare = proceedingHeads.reduce((rest, head) => rest.replaceAll(head.wordings[0] ?? '', ''), text)
  const cut = inOrder(bare, outcomeHeads, [...outcomes, ...outcomes, ...outcomes])
  const complete = (sequence === expected || cut) && groupsSeen
  const named = new Map<string, Head>()
  const clashes = new Set<string>()
  const spanned = leaves.map(leaf => groupOver(leaf, heads))
  // A grid that lost its spans still has some heads right above some leaves: spans count only where every leaf has one.
  const bySpans = spanned.every(group => group !== null)
  leaves.forEach((leaf, index) => {
    const byOrder = sequence === expected ? (places[index] ?? null) : null
    const group = spanned[index] ?? null
    const bySpan = group === null ? null : `${group}/${leaf.outcome}`
    const place = bySpans ? bySpan : (byOrder ?? bySpan)
    if (!place) return
    if (named.has(place)) clashes.add(place)
    const agreed = bySpans && (byOrder === null || byOrder === bySpan)
    const confidence = agreed
      ? confidences.sure
      : bySpans || byOrder === null
        ? confidences.contradicted
        : complete
          ? confidences.byCount
          : confidences.likely
    named.set(place, {
      cell: leaf.cell,
      gridColumns: leaf.row.gridColumns,
      confidence: Math.min(confidence, leaf.confidence),
    })
  })
  for (const place of clashes) named.delete(place)
  return { heads: named, complete }
}

/** The row of figures below the heads: no label in it; a row label (件数) in front of it is passed over. */
function figuresBelow(rows: readonly TableRow[], from: number): { row: TableRow; end: number } | null {
  for (let index = from; index < Math.min(rows.length, from + tallestHead); index++) {
    const row = rows[index]
    if (!row || row.cells.length < 5) continue
    if (leavesOf(row).length > 0 && row.gridColumns > 0) continue
    const value = row.cells.findIndex(cell => isValueLike(cell.text))
    const labels = row.cells.filter(cell => /\p{Script=Han}{2}/u.test(cell.text) && !isValueLike(cell.text))
    if (value < 0 && labels.length > 0) continue
    const last = labels.filter(cell => value < 0 || cell.column < (row.cells[value]?.column ?? 0)).at(-1)
    return { row, end: last ? last.column + last.columnSpan : 0 }
  }
  return null
}

function readFrom(region: Region, start: number, edition: Edition): TableGuess | null {
  const leaves: Leaf[] = []
  const heads: Group[] = []
  let text = ''
  let next = start
  for (let index = start; index < Math.min(region.rows.length, start + tallestHead); index++) {
    const row = region.rows[index]
    if (!row) break
    const rowLeaves = leavesOf(row)
    const rowGroups = groupsOf(row)
    if (rowLeaves.length + rowGroups.length > 0) {
      leaves.push(...rowLeaves)
      heads.push(...rowGroups)
      text += headCells(row)
        .map(cell => cell.compact)
        .join('')
      next = row.gridColumns === 0 ? index : index + 1
      if (row.gridColumns === 0) break
    }
  }
  const known = new Set(heads.map(head => head.key)).size
  const named = nameLeaves(leaves, heads, text)
  if ((known < 2 || leaves.length < 5) && !named.complete) return null
  const figures = figuresBelow(region.rows, next)
  if (!figures) return null
  const found = cellsOfRow(figures.row, figures.end, places, named.heads, named.complete)
  const finds = new Map<string, NonNullable<ReturnType<Finds['get']>>>()
  places.forEach((place, index) => {
    const cell = found[index]
    if (cell) finds.set(place, { ...cell, label: 1 })
  })
  const cells = found.filter(cell => cell.cell !== null).length
  if (cells === 0) return null
  const rowAnchors: Record<string, Anchor> = {}
  for (const head of heads) if (groups.includes(head.key)) rowAnchors[head.key] ??= head.cell.anchor
  const columnAnchors: Record<string, Anchor> = {}
  for (const leaf of leaves) columnAnchors[leaf.outcome] ??= leaf.cell.anchor
  return {
    table: makeTable('proceedings', edition, finds, rowAnchors, columnAnchors),
    rivals: rivalsOf(finds),
    score: cells + named.heads.size + known,
    lines: region.kind === 'lines',
    blocks: [...new Set([...heads.map(head => head.row.block), ...figures.row.cells.map(cell => cell.block)])],
  }
}

/** Table 四 in one region. Both editions print it alike, so `edition` is given by the report's year. */
export function findProceedings(region: Region, edition: Edition): TableGuess | null {
  let best = readStacked(region, edition)
  let tried = 0
  for (let index = 0; index < region.rows.length && tried < 50; index++) {
    const row = region.rows[index]
    if (!row || groupsOf(row).length === 0) continue
    tried++
    const guess = readFrom(region, index, edition)
    if (guess && (!best || guess.score > best.score)) best = guess
  }
  return best
}
