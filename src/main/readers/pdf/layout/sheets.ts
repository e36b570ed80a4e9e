import type { Block, Box } from '../../../../shared/data/document.ts'
import type { TextLine } from '../lines/text.ts'
import type { PageParts } from '../pages/pageParts.ts'
import type { PageGrid } from '../ruled/cells.ts'

/** The halves of sheets that hold two pages each, laid out as the pages they are. */

/** A page to lay out, numbered in the order of reading, and where it is cut from: the sheet, and how far to the right on it. */
export type CutPage = { readonly parts: PageParts; readonly sheet: number; readonly right: number }

const movedBox = ([left, top, right, bottom]: Box, by: number): Box => [left + by, top, right + by, bottom]

function movedLine(line: TextLine, by: number): TextLine {
  const { column } = line
  return {
    ...line,
    box: movedBox(line.box, by),
    ...(column ? { column: { ...column, left: column.left + by, right: column.right + by } } : {}),
  }
}

function movedGrid(grid: PageGrid, by: number, page: number): PageGrid {
  return {
    ...grid,
    page,
    box: movedBox(grid.box, by),
    xs: grid.xs.map(x => x + by),
    cells: grid.cells.map(cell => ({ ...cell, page, box: movedBox(cell.box, by) })),
  }
}

/** The fold of a sheet: its own, or for one with nothing on its right that of another of its size. */
function foldOf(sheet: PageParts, all: readonly PageParts[]): number | null {
  if (sheet.fold !== null) return sheet.fold
  const fold = all.find(one => one.fold !== null && one.width === sheet.width && one.height === sheet.height)?.fold
  const boxes = [...sheet.lines, ...sheet.grids].map(one => one.box)
  return fold !== undefined && fold !== null && [...boxes, ...sheet.images].every(box => box[2] <= fold) ? fold : null
}

/** The pages in the order of reading; null where no sheet holds two. */
export function cutPages(sheets: readonly PageParts[]): readonly CutPage[] | null {
  if (sheets.every(sheet => sheet.fold === null)) return null
  const pages: CutPage[] = []
  for (const sheet of sheets) {
    const fold = foldOf(sheet, sheets)
    const sides = fold === null ? [0] : sheet.fold === null ? [0] : [0, fold]
    for (const right of sides) {
      const number = pages.length + 1
      const on = (box: Box) => sides.length === 1 || (right === 0 ? box[2] <= (fold ?? 0) : box[0] >= right)
      pages.push({
        sheet: sheet.number,
        right,
        parts: {
          ...sheet,
          number,
          width: fold ?? sheet.width,
          lines: sheet.lines.filter(line => on(line.box)).map(line => movedLine(line, -right)),
          grids: sheet.grids.filter(grid => on(grid.box)).map(grid => movedGrid(grid, -right, number)),
          images: sheet.images.filter(on).map(box => movedBox(box, -right)),
        },
      })
    }
  }
  return pages
}

/** The block with its places on the sheets. */
export function onSheets(block: Block, pages: readonly CutPage[]): Block {
  const place = <P extends { readonly page?: number; readonly box?: Box }>(one: P): P => {
    const page = one.page === undefined ? undefined : pages[one.page - 1]
    if (!page) return one
    return { ...one, page: page.sheet, ...(one.box ? { box: movedBox(one.box, page.right) } : {}) }
  }
  return block.kind === 'grid' ? { ...place(block), cells: block.cells.map(place) } : place(block)
}
