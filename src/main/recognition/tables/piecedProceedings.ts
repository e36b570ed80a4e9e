import type { Anchor } from '../../../shared/data/document.ts'
import type { Edition } from '../../../shared/form/index.ts'
import { isValueLike } from '../cells/cellState.ts'
import { confidences } from '../cells/confidence.ts'
import type { TableRow } from '../cells/tableRows.ts'
import type { ColumnHead } from '../fit/columnHeads.ts'
import { cellsOfRow } from '../fit/columns.ts'
import { nearestPrinted } from '../fit/labelMatch.ts'
import { outcomeHeads, proceedingHeads } from '../fit/labels.ts'
import { labelBody } from '../text/normalise.ts'
import { type Find, findKey, makeTable, rivalsOf } from './makeTable.ts'
import { groupOver, groupsOf, type Leaf, leavesOf, type ProceedingGroup, proceedingGroups } from './proceedingHeads.ts'
import type { TableRegion } from './regions.ts'
import type { TableGuess } from './tableGuess.ts'
import { headOf, kindRow, newTrail, witnessesFor } from './trail.ts'

/** Table 四 in pieces: heads and figures of 行政复议, then those of the two kinds of 行政诉讼, below each other or in tables of their own. */

const outcomes = outcomeHeads.map(label => label.key)
/** One piece has the outcomes of one kind, or of both kinds of litigation side by side. */
const sizes = [outcomes.length, 2 * outcomes.length]
const mostRows = 60
const mostCells = 40

type Piece = { leaves: Leaf[]; heads: ProceedingGroup[] }

/** The kind that a caption above a grid names: “（一）行政复议”. */
function kindOfCaption(texts: readonly string[]): string | null {
  const found = texts.flatMap(text => nearestPrinted(text, labelBody(text), proceedingHeads)?.key ?? [])
  return found.findLast(key => proceedingGroups.includes(key)) ?? null
}

function hasFigures(row: TableRow): boolean {
  return (
    row.cells.slice(0, mostCells).filter(cell => cell.begins && isValueLike(cell.text)).length >= outcomes.length - 1
  )
}

/** `row/column` of each leaf, or null where one has no kind above it or two have the same. */
function placesOf({ leaves, heads }: Piece, caption: string | null): readonly string[] | null {
  const kinds = heads.filter(head => proceedingGroups.includes(head.key))
  const only = kinds.length === 1 ? (kinds[0]?.key ?? null) : kinds.length === 0 ? caption : null
  const places = leaves.map(leaf => {
    const kind = groupOver(leaf, heads) ?? only
    return kind === null ? null : findKey(kind, leaf.outcome)
  })
  const known = places.filter(place => place !== null)
  return sizes.includes(leaves.length) && known.length === leaves.length && new Set(known).size === known.length
    ? known
    : null
}

/** Table 四 in one region, where it is laid out in pieces that together have all three kinds, each once. */
export function readPieces(region: TableRegion, edition: Edition, traced: boolean): TableGuess | null {
  const trail = traced ? newTrail() : null
  const finds = new Map<string, Find>()
  const blocks = new Set<number>()
  const rowAnchors: Record<string, Anchor> = {}
  const columnAnchors: Record<string, Anchor> = {}
  let piece: Piece = { leaves: [], heads: [] }
  let caption: string | null = null
  let block = -1
  let pieces = 0
  for (const row of region.rows) {
    if (row.block !== block) {
      caption = kindOfCaption(region.captions.get(row.block) ?? []) ?? (block < 0 ? null : caption)
      block = row.block
      // Heads stand in one grid with their figures; another grid's words are none of theirs.
      if (row.gridColumns > 0) piece = { leaves: [], heads: [] }
    }
    const leaves = leavesOf(row)
    const heads = groupsOf(row)
    if (leaves.length + heads.length > 0) {
      // More heads than all pieces have: no table of this form, and long lists must not be carried on.
      if (piece.leaves.length + piece.heads.length > mostCells) return null
      piece = { leaves: [...piece.leaves, ...leaves], heads: [...piece.heads, ...heads] }
      if (row.gridColumns > 0) continue
    }
    if (piece.leaves.length === 0 || !hasFigures(row)) continue
    const places = placesOf(piece, caption)
    const taken = places?.some(place => finds.has(place)) ?? false
    if (!places || taken || row.row > mostRows) return null
    const named = new Map(
      piece.leaves.map((leaf, at): [string, ColumnHead] => [
        places[at] ?? '',
        { cell: leaf.cell, gridColumns: leaf.row.gridColumns, confidence: leaf.confidence },
      ]),
    )
    const end = row.gridColumns > 0 ? 0 : row.cells.findIndex(cell => isValueLike(cell.text))
    cellsOfRow(row, end, places, named, true, end, [], witnessesFor(trail, null)).forEach((found, at) => {
      finds.set(places[at] ?? '', { ...found, label: confidences.sure })
    })
    if (trail) for (const [place, head] of named) trail.heads.push(headOf(place, head, outcomeHeads))
    for (const head of piece.heads) {
      if (!rowAnchors[head.key]) trail?.rows.push(kindRow(head.key, head.cell, proceedingHeads))
      rowAnchors[head.key] ??= head.cell.anchor
    }
    for (const leaf of piece.leaves) columnAnchors[leaf.outcome] ??= leaf.cell.anchor
    blocks.add(row.block)
    piece = { leaves: [], heads: [] }
    caption = null
    pieces++
    if (finds.size === proceedingGroups.length * outcomes.length) break
  }
  const cells = [...finds.values()].filter(found => found.cell !== null).length
  if (pieces < 2 || finds.size < proceedingGroups.length * outcomes.length || cells === 0) return null
  if (trail) trail.finds = finds
  return {
    table: makeTable('proceedings', edition, finds, rowAnchors, columnAnchors),
    rivals: rivalsOf(finds),
    score: 2 * cells + proceedingGroups.length,
    lines: region.kind === 'lines',
    blocks: [...blocks],
    trail,
  }
}
