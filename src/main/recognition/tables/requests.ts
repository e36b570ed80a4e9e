import type { Anchor } from '../../../shared/data/document.ts'
import { type Edition, formTable } from '../../../shared/form/index.ts'
import { type AlignedRow, alignRows, type ExpectedRow, formRows } from '../fit/alignRows.ts'
import { type ColumnHead, type ColumnHeads, headsBelow, headsOfRow, inOrder } from '../fit/columnHeads.ts'
import { addedHeads, cellsOfRow } from '../fit/columns.ts'
import { applicantHeads, requestGroups, requestRowLabels } from '../fit/labels.ts'
import { splitNumbering } from '../text/normalise.ts'
import { type Find, findKey, makeTable, rivalsOf } from './makeTable.ts'
import type { TableRegion } from './regions.ts'
import type { TableGuess } from './tableGuess.ts'
import { candidatesFor, headOf, newTrail, rowOf, witnessesFor } from './trail.ts'

/** Finds table 三, 收到和处理政府信息公开申请情况. */

const columns = ['individual', 'business', 'research', 'publicWelfare', 'legalService', 'otherOrganization', 'total']
const fewestRows = 5
/** The head of table 三 has three rows; titles and units above it add a few. */
export const tallestRequestsHead = 8

function expectedRows(edition: Edition): readonly ExpectedRow[] {
  return formTable('requests', edition).rows.map(row => ({
    key: row.key,
    wordings: requestRowLabels[edition].find(label => label.key === row.key)?.wordings ?? [],
    numbering: splitNumbering(row.label).numbering,
    group: row.group,
  }))
}
const expected = {
  '2021': formRows(expectedRows('2021'), requestGroups),
  '2019': formRows(expectedRows('2019'), requestGroups),
} as const

/** Heads as they stand above each row: the nearest above wins, so that a head repeated on the next page serves its own page. */
function headsAbove(region: TableRegion, rows: readonly AlignedRow[]): readonly ColumnHeads[] {
  const first = rows[0]?.index ?? 0
  const matched = new Set(rows.map(row => row.index))
  let heads: ColumnHeads = new Map<string, ColumnHead>()
  const above: ColumnHeads[] = []
  region.rows.forEach((row, index) => {
    if (index >= first - tallestRequestsHead && !matched.has(index)) {
      const found = headsOfRow(row, applicantHeads)
      if (index < first || found.size >= 2) heads = headsBelow(heads, found, applicantHeads)
    }
    above.push(heads)
  })
  return above
}

/** The words above (and in lines: before) the first row, to see whether the heads came in the form's order. */
function headText(region: TableRegion, rows: readonly AlignedRow[]): string {
  const first = rows[0]
  if (!first) return ''
  return region.rows
    .slice(Math.max(0, first.index - tallestRequestsHead), first.index + 1)
    .flatMap((row, at, rows) => (at < rows.length - 1 ? row.cells : row.cells.filter(cell => cell.column < first.end)))
    .filter(cell => cell.begins)
    .map(cell => cell.compact)
    .join('')
}

function tryEdition(region: TableRegion, edition: Edition, traced: boolean): TableGuess | null {
  const trail = traced ? newTrail() : null
  const aligned = alignRows(region.rows, expected[edition], candidatesFor(trail))
  if (aligned.rows.length < fewestRows) return null
  const above = headsAbove(region, aligned.rows)
  const text = headText(region, aligned.rows)
  // 总计 spans two rows of heads and so is printed before or behind those of the organisations, but never first.
  const ordered = inOrder(text, applicantHeads, columns.slice(0, 6)) && /自然人.*(?:总计|合计)/s.test(text)
  const start = aligned.rows[0]?.index ?? 0
  const added = addedHeads(
    region.rows.slice(Math.max(0, start - tallestRequestsHead), start),
    above[start] ?? new Map(),
    applicantHeads,
  )
  const finds = new Map<string, Find>()
  const rowAnchors: Record<string, Anchor> = {}
  for (const item of aligned.rows) {
    const row = region.rows[item.index]
    if (!row) continue
    rowAnchors[item.key] = item.label.anchor
    trail?.rows.push(rowOf(item, trail.candidates))
    const ends = aligned.rows.filter(other => region.rows[other.index]?.block === row.block).map(other => other.end)
    const lastEnd = Math.max(...ends)
    const heads = above[item.index] ?? new Map()
    const cells = cellsOfRow(row, item.end, columns, heads, ordered, lastEnd, added, witnessesFor(trail, item.key))
    cells.forEach((found, at) => {
      finds.set(findKey(item.key, columns[at] ?? ''), { ...found, label: item.confidence })
    })
  }
  const columnAnchors: Record<string, Anchor> = {}
  const firstHeads = above[aligned.rows[0]?.index ?? 0]
  for (const column of columns) {
    const head = firstHeads?.get(column)
    if (head) columnAnchors[column] = head.cell.anchor
    if (head) trail?.heads.push(headOf(column, head, applicantHeads))
  }
  const cells = [...finds.values()].filter(found => found.cell !== null).length
  if (cells === 0) return null
  if (trail) trail.finds = finds
  return {
    table: makeTable('requests', edition, finds, rowAnchors, columnAnchors),
    rivals: rivalsOf(finds),
    score: aligned.score + cells / 100,
    lines: region.kind === 'lines',
    blocks: [...new Set(aligned.rows.map(item => item.label.block))],
    trail,
  }
}

/** Table 三 in one region: the edition whose rows fit better. Equal fit (both lack （六）) leaves it to the year. */
export function findRequests(region: TableRegion, likely: Edition, traced: boolean): TableGuess | null {
  const other: Edition = likely === '2021' ? '2019' : '2021'
  const first = tryEdition(region, likely, traced)
  const second = tryEdition(region, other, traced)
  if (!first || !second) return first ?? second
  return second.score > first.score + 0.2 ? second : first
}
