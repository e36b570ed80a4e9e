import type { Anchor } from '../../../shared/data/document.ts'
import { type Edition, formCells } from '../../../shared/form/index.ts'
import { isValueLike } from '../cells/cellState.ts'
import { confidences } from '../cells/confidence.ts'
import type { TableRow } from '../cells/tableRows.ts'
import { type ColumnHead, inOrder } from '../fit/columnHeads.ts'
import { cellsOfRow } from '../fit/columns.ts'
import { outcomeHeads, proceedingHeads } from '../fit/labels.ts'
import { type Find, makeTable, rivalsOf } from './makeTable.ts'
import { readPieces } from './piecedProceedings.ts'
import {
  groupOver,
  groupsOf,
  headCells,
  type Leaf,
  leavesOf,
  type ProceedingGroup,
  proceedingGroups,
} from './proceedingHeads.ts'
import type { TableRegion } from './regions.ts'
import { readStacked } from './stackedProceedings.ts'
import type { TableGuess } from './tableGuess.ts'
import { headOf, kindRow, newTrail, witnessesFor } from './trail.ts'

/** Finds table 四, 政府信息公开行政复议、行政诉讼情况. */

/** The fifteen columns of table 四 in printed order, as `row/column`. */
const places = formCells('proceedings', '2021').map(({ row, column }) => `${row.key}/${column.key}`)
const outcomes = outcomeHeads.map(label => label.key)
/** Three rows of heads; a table cut between pages may bring furniture in between. */
const tallestHead = 6

type HeadPlaces = {
  readonly heads: ReadonlyMap<string, ColumnHead>
  /** Fifteen leaves in the form's order under (or among) all group heads in the form's order. */
  readonly complete: boolean
}

/** Names each leaf by its group and outcome: by span where spans are, else by the whole sequence being that of the form. */
function nameLeaves(leaves: readonly Leaf[], heads: readonly ProceedingGroup[], text: string): HeadPlaces {
  const sequence = [...leaves].map(leaf => leaf.outcome).join()
  const expected = places.map(place => place.split('/')[1]).join()
  // Litigation printed before review: then the outcomes in the order of the form are those of other kinds.
  const [review, litigation] = ['review', 'litigation'].map(key => heads.findIndex(head => head.key === key))
  const turned = litigation !== undefined && review !== undefined && litigation >= 0 && litigation < review
  const groupsSeen = !turned && inOrder(text, proceedingHeads, proceedingGroups)
  const bare = proceedingHeads.reduce((rest, head) => rest.replaceAll(head.wordings[0] ?? '', ''), text)
  const cut = inOrder(bare, outcomeHeads, [...outcomes, ...outcomes, ...outcomes])
  const complete = (sequence === expected || cut) && groupsSeen
  const named = new Map<string, ColumnHead>()
  const clashes = new Set<string>()
  const spanned = leaves.map(leaf => groupOver(leaf, heads))
  // A grid that lost its spans still has some heads right above some leaves: spans count only where every leaf has one.
  const bySpans = spanned.every(group => group !== null)
  leaves.forEach((leaf, index) => {
    const byOrder = sequence === expected && !turned ? (places[index] ?? null) : null
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
    // A row of figures that is called 合计 is no row of heads, though a head is called so.
    if (leavesOf(row).length > 0 && row.gridColumns > 0 && !isFigures(row)) continue
    const value = row.cells.findIndex(cell => isValueLike(cell.text))
    const labels = row.cells.filter(cell => /\p{Script=Han}{2}/u.test(cell.text) && !isValueLike(cell.text))
    if (value < 0 && labels.length > 0) continue
    if (isNumbering(row) && rows[index + 1]?.cells.some(cell => isValueLike(cell.text))) continue
    const last = labels.filter(cell => value < 0 || cell.column < (row.cells[value]?.column ?? 0)).at(-1)
    return { row, end: last ? last.column + last.columnSpan : 0 }
  }
  return null
}

/** The form has fifteen figures in a row. */
const mostCells = 40
const isFigures = (row: TableRow): boolean =>
  row.cells.slice(0, mostCells).filter(cell => isValueLike(cell.text)).length >= 5

/** 1, 2, 3 …: the numbers of the columns. */
const isNumbering = (row: TableRow): boolean => {
  const figures = row.cells.map(cell => cell.text.replace(/[^\d]/g, '')).filter(text => text !== '')
  return figures.length >= 5 && figures.every((text, at) => Number(text) === at + 1)
}

/** Names of the row that counts for the whole report, where there are several. */
const ofAll = /^(?:合计|总计|总数|全部|全区合计|全县合计|全市合计)$/

/** What stands in front of the figures of a row. */
const nameOf = (row: TableRow): string => {
  const first = row.cells.find(cell => cell.begins)
  return first && !isValueLike(first.text) ? first.compact : ''
}

type Figures = { readonly row: TableRow; readonly end: number; readonly several: boolean }

/**
 * The form has one row of figures. Where several follow each other (本级, 部门, 合计), the one that is named as that of all is the report's;
 * where none is, nobody knows which one it is.
 */
function reportsOwn(rows: readonly TableRow[], first: { readonly row: TableRow; readonly end: number }): Figures {
  const at = rows.indexOf(first.row)
  const others: TableRow[] = []
  for (const row of rows.slice(at + 1)) {
    if (row.block !== first.row.block || !isFigures(row)) break
    others.push(row)
  }
  if (others.length === 0 || first.row.gridColumns === 0) return { ...first, several: false }
  const whole = [first.row, ...others].filter(row => ofAll.test(nameOf(row)))
  const [own] = whole
  if (whole.length !== 1 || !own) return { ...first, several: true }
  const name = own.cells.find(cell => cell.begins)
  return { row: own, end: name ? name.column + name.columnSpan : first.end, several: false }
}

/** Whether labelled rows of figures follow: a table of many bodies, none of which is the report's own. */
function isOneOfMany(rows: readonly TableRow[], figures: TableRow): boolean {
  const below = rows.filter(row => row.block === figures.block && row.row > figures.row && row.row <= figures.row + 2)
  const labelled = below.filter(row => {
    const cells = row.cells.filter(cell => cell.begins)
    const values = cells.filter(cell => isValueLike(cell.text)).length
    return values >= 5 && values === cells.length - 1 && /\p{Script=Han}{2}/u.test(cells[0]?.text ?? '')
  })
  return figures.gridColumns > 0 && labelled.length === 2
}

function readFrom(region: TableRegion, start: number, edition: Edition, traced: boolean): TableGuess | null {
  const leaves: Leaf[] = []
  const heads: ProceedingGroup[] = []
  let text = ''
  let next = start
  for (let index = start; index < Math.min(region.rows.length, start + tallestHead); index++) {
    const row = region.rows[index]
    if (!row) break
    // Heads end where figures begin: what stands below is another piece's.
    if (leaves.length > 0 && row.gridColumns > 0 && isFigures(row)) break
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
  const first = figuresBelow(region.rows, next)
  if (!first) return null
  const figures = reportsOwn(region.rows, first)
  if (figures.several && isOneOfMany(region.rows, figures.row)) return null
  const trail = traced ? newTrail() : null
  const { row: line, end } = figures
  const found = cellsOfRow(line, end, places, named.heads, named.complete, end, [], witnessesFor(trail, null))
  const finds = new Map<string, Find>()
  places.forEach((place, index) => {
    const cell = found[index]
    if (cell) finds.set(place, { ...cell, label: figures.several ? confidences.torn : 1 })
  })
  const cells = found.filter(cell => cell.cell !== null).length
  if (cells === 0) return null
  const rowAnchors: Record<string, Anchor> = {}
  for (const { key, cell } of heads) {
    if (!proceedingGroups.includes(key)) continue
    if (!rowAnchors[key]) trail?.rows.push(kindRow(key, cell, proceedingHeads))
    rowAnchors[key] ??= cell.anchor
  }
  const columnAnchors: Record<string, Anchor> = {}
  for (const leaf of leaves) columnAnchors[leaf.outcome] ??= leaf.cell.anchor
  if (trail) {
    trail.finds = finds
    for (const [place, head] of named.heads) trail.heads.push(headOf(place, head, outcomeHeads))
  }
  return {
    table: makeTable('proceedings', edition, finds, rowAnchors, columnAnchors),
    rivals: rivalsOf(finds),
    score: cells + named.heads.size + known,
    lines: region.kind === 'lines',
    blocks: [...new Set([...heads.map(head => head.row.block), ...figures.row.cells.map(cell => cell.block)])],
    trail,
  }
}

/** Table 四 in one region. Both editions print it alike, so `edition` is given by the report's year. */
export function findProceedings(region: TableRegion, edition: Edition, traced: boolean): TableGuess | null {
  const whole = [readStacked(region, edition, traced), readPieces(region, edition, traced)].filter(
    guess => guess !== null,
  )
  let best = whole.toSorted((a, b) => b.score - a.score)[0] ?? null
  let tried = 0
  for (let index = 0; index < region.rows.length && tried < 50; index++) {
    const row = region.rows[index]
    if (!row || groupsOf(row).length === 0) continue
    tried++
    const guess = readFrom(region, index, edition, traced)
    if (guess && (!best || guess.score > best.score)) best = guess
  }
  return best
}
