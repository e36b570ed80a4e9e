import type { Anchor } from '../../../shared/data/document.ts'
import type { Edition } from '../../../shared/form/index.ts'
import { alignRows, formRows } from '../fit/alignRows.ts'
import { type ColumnHeads, headsOfRow, inOrder } from '../fit/columnHeads.ts'
import { cellsOfRow } from '../fit/columns.ts'
import { outcomeHeads, proceedingHeads } from '../fit/labels.ts'
import { type Find, findKey, makeTable, rivalsOf } from './makeTable.ts'
import type { TableRegion } from './regions.ts'
import type { TableGuess } from './tableGuess.ts'
import { candidatesFor, headOf, newTrail, rowOf, witnessesFor } from './trail.ts'

/** Finds table 四 where its three groups stand below each other. */

const groups = ['review', 'directLitigation', 'litigationAfterReview']
const outcomes = outcomeHeads.map(label => label.key)
/** The head has one or two rows; titles above it add a few. */
const tallestHead = 6

/** Groups as rows, outcomes as columns: three rows of five figures. */
const groupRows = formRows(
  proceedingHeads.filter(head => groups.includes(head.key)).map(head => ({ ...head, numbering: null, group: null })),
)

/** Table 四 as some reports stack it: 行政复议, 未经复议直接起诉 and 复议后起诉 below each other, the outcomes side by side. */
export function readStacked(region: TableRegion, edition: Edition, traced: boolean): TableGuess | null {
  // Plain lines of fifteen heads look like such rows too; there the usual way is the only one.
  if (region.kind === 'lines') return null
  const trail = traced ? newTrail() : null
  const aligned = alignRows(region.rows, groupRows, candidatesFor(trail))
  const first = aligned.rows[0]
  if (!first || aligned.rows.length < groups.length) return null
  const above = region.rows.slice(Math.max(0, first.index - tallestHead), first.index)
  const heads: ColumnHeads = new Map(above.flatMap(row => [...headsOfRow(row, outcomeHeads)]))
  const text = above.flatMap(row => row.cells.filter(cell => cell.begins).map(cell => cell.compact)).join('')
  // The outcomes side by side, above, are what tells this layout from any other.
  if (heads.size < outcomes.length - 1 && !inOrder(text, outcomeHeads, outcomes)) return null
  const finds = new Map<string, Find>()
  const rowAnchors: Record<string, Anchor> = {}
  const lastEnd = Math.max(...aligned.rows.map(item => item.end))
  for (const item of aligned.rows) {
    const row = region.rows[item.index]
    if (!row) continue
    rowAnchors[item.key] = item.label.anchor
    trail?.rows.push(rowOf(item, trail.candidates))
    const ordered = inOrder(text, outcomeHeads, outcomes)
    const found = cellsOfRow(row, item.end, outcomes, heads, ordered, lastEnd, [], witnessesFor(trail, item.key))
    found.forEach((cell, at) => {
      finds.set(findKey(item.key, outcomes[at] ?? ''), { ...cell, label: item.confidence })
    })
  }
  const cells = [...finds.values()].filter(found => found.cell !== null).length
  if (cells === 0) return null
  if (trail) {
    trail.finds = finds
    for (const [column, head] of heads) trail.heads.push(headOf(column, head, outcomeHeads))
  }
  const columnAnchors = Object.fromEntries([...heads].map(([key, head]) => [key, head.cell.anchor]))
  return {
    table: makeTable('proceedings', edition, finds, rowAnchors, columnAnchors),
    rivals: rivalsOf(finds),
    score: cells + heads.size + groups.length,
    lines: false,
    blocks: [...new Set(aligned.rows.map(item => item.label.block))],
    trail,
  }
}
