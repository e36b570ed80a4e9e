import { isTabular } from '../aligned/tabularLines.ts'
import { runLines } from '../lines/runs.ts'
import type { Glyph, TaggedTable } from '../model.ts'
import type { PageGrid } from '../ruled/cells.ts'
import { taggedGrid } from '../tagged/grid.ts'
import type { Skeletons } from './skeletons.ts'

/** Whether a table is read by its lines or by its tags. */

/** This part of a tagged table's text inside closed lines: then the lines say enough. */
const enclosed = 0.9

const isInked = (glyph: Glyph) => glyph.text.trim() !== ''

/** Characters in cells that ruling lines close round. */
function inClosedCells({ skeletons, dealt }: Skeletons): ReadonlySet<Glyph> {
  const texts = skeletons.flatMap(({ frame, confidence }, index) =>
    frame.cells.flatMap((cell, at) => (confidence === null && cell.sure ? (dealt.texts[index]?.[at] ?? []) : [])),
  )
  return new Set(texts)
}

/** Could the structure tree say more of the page's tables than its lines do? It costs time, so it is asked for only then. */
export function leavesOpen(found: Skeletons): boolean {
  const { skeletons, dealt } = found
  const isMarked = (glyph: Glyph) => glyph.mark !== null && !glyph.beyond
  const rest = dealt.rest.filter(isMarked)
  const text = skeletons.flatMap(({ frame, confidence }, index) =>
    frame.cells.flatMap((cell, at) => (confidence === null && cell.sure ? [] : (dealt.texts[index]?.[at] ?? []))),
  )
  if (text.some(glyph => isInked(glyph) && isMarked(glyph))) return true
  return rest.length > 0 && runLines(rest).filter(isTabular).length >= 2
}

/** The tagged tables to be read by their tags, and the characters that are theirs. */
export function chosenTags(
  tables: readonly TaggedTable[],
  glyphs: readonly Glyph[],
  found: Skeletons,
  page: number,
): { readonly grids: readonly PageGrid[]; readonly own: ReadonlySet<Glyph> } {
  const byMark = new Map<number, Glyph[]>()
  for (const glyph of glyphs) {
    if (glyph.mark === null) continue
    const some = byMark.get(glyph.mark) ?? []
    byMark.set(glyph.mark, some)
    some.push(glyph)
  }
  const closed = inClosedCells(found)
  const own = new Set<Glyph>()
  const grids = tables.flatMap(table => {
    const text = table.cells.flatMap(cell => cell.marks.flatMap(mark => byMark.get(mark) ?? []))
    const ink = text.filter(isInked)
    if (ink.filter(glyph => closed.has(glyph)).length >= enclosed * ink.length) return []
    const grid = taggedGrid(table, byMark, page)
    if (!grid) return []
    for (const glyph of text) own.add(glyph)
    return [grid]
  })
  return { grids, own }
}
