import type { Anchor, Box, GridBlock, SourceDocument } from '../../../shared/data/document.ts'
import type { Extraction } from '../../../shared/data/record.ts'
import type { Report } from '../../../shared/data/report.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import { machineCell } from '../history/entries.ts'
import type { SourceTarget } from '../state/desk.ts'
import { keyOf } from '../state/lines.ts'

/** What is to be lit in the source. */
export type Lit = {
  readonly block: number
  readonly row: number | null
  readonly column: number | null
  readonly page: number | null
  readonly box: Box | null
  /** The other cells of its row on the same page. */
  readonly band: readonly Box[]
  /** Cell: the ring of the focused cell. Block: a passage that was looked for. */
  readonly kind: 'cell' | 'block'
  readonly words: readonly string[]
}

function gridOf(document: SourceDocument | null, block: number): GridBlock | null {
  const found = document?.blocks[block]
  return found?.kind === 'grid' ? found : null
}

function bandOf(document: SourceDocument | null, anchor: Anchor): readonly Box[] {
  const grid = gridOf(document, anchor.block)
  if (!grid || anchor.row === undefined) return []
  return grid.cells.flatMap(cell =>
    cell.row === anchor.row &&
    cell.rowSpan === 1 &&
    cell.box &&
    cell.page === anchor.page &&
    cell.column !== anchor.column
      ? [cell.box]
      : [],
  )
}

/** Where the focused cell stands in the source; null where it has no place there. */
export function litCell(extraction: Extraction, cell: CellKey): Lit | null {
  const anchor = machineCell(extraction, cell)?.anchor
  if (!anchor) return null
  return {
    block: anchor.block,
    row: anchor.row ?? null,
    column: anchor.column ?? null,
    page: anchor.page ?? null,
    box: anchor.box ?? null,
    band: bandOf(extraction.document, anchor),
    kind: 'cell',
    words: [],
  }
}

/** Where a passage stands that was asked for. */
export function litTarget(document: SourceDocument | null, target: SourceTarget): Lit | null {
  const block = document?.blocks[target.block]
  if (!block) return null
  const cell = gridOf(document, target.block)?.cells.find(
    item => item.row === target.row && item.column === target.column,
  )
  const place = cell ?? block
  return { ...target, page: place.page ?? block.page ?? null, box: place.box ?? null, band: [], kind: 'block' }
}

export type PagePlace = { readonly key: CellKey; readonly box: Box }

/** Cells of the form by the page they stand on, to find the one a person points at. */
export function placesByPage(report: Report | null): ReadonlyMap<number, readonly PagePlace[]> {
  const pages = new Map<number, PagePlace[]>()
  for (const table of report?.tables ?? []) {
    for (const cell of table.cells) {
      const { page, box } = cell.anchor ?? {}
      if (page === undefined || !box) continue
      const places = pages.get(page) ?? []
      places.push({ key: keyOf(table.key, cell), box })
      pages.set(page, places)
    }
  }
  return pages
}

export function slotName(block: number, row: number, column: number): string {
  return `${block}:${row}:${column}`
}

/** Cells of the form by block, row and column, for sources shown as text. */
export function placesBySlot(report: Report | null): ReadonlyMap<string, CellKey> {
  const slots = new Map<string, CellKey>()
  for (const table of report?.tables ?? []) {
    for (const cell of table.cells) {
      const { block, row, column } = cell.anchor ?? {}
      if (block === undefined || row === undefined || column === undefined) continue
      slots.set(slotName(block, row, column), keyOf(table.key, cell))
    }
  }
  return slots
}
