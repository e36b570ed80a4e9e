import type { LaidCell, LaidTable } from '../recognition/layout.ts'
import { filled, widthsOf } from './lay.ts'
import type { Draft, PdfManner } from './model.ts'
import { assemblePdf } from './pdfFile.ts'
import { pdfFont } from './pdfFonts.ts'

/** Draws a report on A4 pages with PDF operators. Origin bottom left; text 8 pt in tables, 12 pt outside. */

const [width, height, margin] = [595, 842, 40]
const tableSize = 8

const advance = (text: string, size: number) =>
  [...text].reduce((sum, one) => sum + (one < '\u0080' ? size / 2 : size), 0)

function wrap(text: string, room: number, size: number): readonly string[] {
  return text.split('\n').flatMap(line => {
    const lines: string[] = []
    let current = ''
    for (const one of line) {
      if (current !== '' && advance(current + one, size) > room) {
        lines.push(current)
        current = ''
      }
      current += one
    }
    return [...lines, current]
  })
}

type Pen = { content: string; readonly pages: string[]; y: number }

function line(manner: PdfManner, x1: number, y1: number, x2: number, y2: number): string {
  switch (manner.lines) {
    case 'rectangles':
      return x1 === x2 ? `${x1 - 0.25} ${y1} 0.5 ${y2 - y1} re f\n` : `${x1} ${y1 - 0.25} ${x2 - x1} 0.5 re f\n`
    case 'dashed':
      return `[2 2] 0 d ${x1} ${y1} m ${x2} ${y2} l S\n`
    case 'none':
      return ''
    case 'office':
    case 'stroked':
      return `${x1} ${y1} m ${x2} ${y2} l S\n`
  }
}

function makeText(codes: (text: string) => string) {
  return (text: string, x: number, y: number, size: number): string =>
    text === '' ? '' : `BT /F1 ${size} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td <${codes(text)}> Tj ET\n`
}
type Write = ReturnType<typeof makeText>

function turnPage(pen: Pen): void {
  pen.pages.push(pen.content)
  pen.content = ''
  pen.y = height - margin
}

/** Edges from widths or heights. */
function edgesOf(start: number, sizes: readonly number[]): readonly number[] {
  const edges = [start]
  for (const size of sizes) edges.push((edges.at(-1) ?? 0) + size)
  return edges
}

function linesOf(cell: LaidCell, xs: readonly number[], manner: PdfManner): readonly string[] {
  const room = (xs[cell.column + cell.columnSpan] ?? 0) - (xs[cell.column] ?? 0) - 4
  const upright = manner.vertical && cell.rowSpan > 2 && cell.kind === 'label' && cell.columnSpan === 1
  return wrap(upright ? [...cell.text].join('\n') : cell.text, room, tableSize)
}

function drawTable(
  laid: LaidTable,
  widths: readonly number[] | undefined,
  pen: Pen,
  manner: PdfManner,
  write: Write,
): void {
  const table = filled(laid)
  const relative = widths ?? widthsOf(table)
  const sum = relative.reduce((total, one) => total + one, 0)
  const xs = edgesOf(
    margin,
    relative.map(one => (one / sum) * (width - 2 * margin)),
  )
  const lineHeight = tableSize + 2
  const heights = Array.from({ length: table.rows }, (_, row) => {
    const cells = table.cells.filter(cell => cell.row === row && cell.rowSpan === 1)
    return Math.max(1, ...cells.map(cell => linesOf(cell, xs, manner).length)) * lineHeight + 4
  })
  // Cells over several rows need room too: the last of their rows grows.
  for (const cell of table.cells.filter(item => item.rowSpan > 1)) {
    const rows = heights.slice(cell.row, cell.row + cell.rowSpan).reduce((total, one) => total + one, 0)
    const missing = linesOf(cell, xs, manner).length * lineHeight + 4 - rows
    const last = cell.row + cell.rowSpan - 1
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing
  }
  for (let from = 0; from < table.rows; ) {
    let to = from
    let used = 0
    while (to < table.rows && pen.y - used - (heights[to] ?? 0) > margin) used += heights[to++] ?? 0
    if (to === from) {
      turnPage(pen)
      continue
    }
    const ys = edgesOf(0, heights.slice(from, to)).map(depth => pen.y - depth)
    for (const cell of table.cells) {
      const [top, bottom] = [Math.max(cell.row, from), Math.min(cell.row + cell.rowSpan, to)]
      if (top >= bottom) continue
      const [x1, x2] = [xs[cell.column] ?? 0, xs[cell.column + cell.columnSpan] ?? 0]
      const [y2, y1] = [ys[top - from] ?? 0, ys[bottom - from] ?? 0]
      pen.content += line(manner, x1, y1, x2, y1) + line(manner, x1, y2, x2, y2)
      pen.content += line(manner, x1, y1, x1, y2) + line(manner, x2, y1, x2, y2)
      if (top !== cell.row) continue
      const lines = linesOf(cell, xs, manner)
      let y = (y1 + y2) / 2 + (lines.length * lineHeight) / 2 - tableSize
      for (const text of lines) {
        pen.content += write(text, (x1 + x2) / 2 - advance(text, tableSize) / 2, y, tableSize)
        y -= lineHeight
      }
    }
    pen.y = ys.at(-1) ?? pen.y
    from = to
    if (from < table.rows) turnPage(pen)
  }
  pen.y -= 14
}

/** Maps what is drawn upright onto a page that viewers turn. */
const turns = { 0: '', 90: '0 1 -1 0 842 0 cm\n', 180: '-1 0 0 -1 595 842 cm\n', 270: '0 -1 1 0 0 595 cm\n' } as const

export function drawPdf(draft: Draft): Uint8Array {
  const manner = draft.manner.pdf
  const font = pdfFont(manner.font)
  const write = makeText(font.codes)
  const pen: Pen = { content: '', pages: [], y: height - margin }
  for (const block of draft.blocks) {
    if (block.kind === 'table') drawTable(block.table, block.widths, pen, manner, write)
    if (block.kind === 'pageBreak') turnPage(pen)
    if (block.kind === 'table' || block.kind === 'pageBreak' || block.kind === 'picture') continue
    for (const text of wrap(block.text, width - 2 * margin, 12)) {
      if (pen.y - 18 < margin) turnPage(pen)
      pen.y -= 18
      const x =
        block.kind === 'title'
          ? (width - advance(text, 12)) / 2
          : block.kind === 'signature'
            ? width - margin - advance(text, 12)
            : margin
      pen.content += write(text, x, pen.y + 4, 12)
    }
  }
  turnPage(pen)
  const lying = manner.rotate === 90 || manner.rotate === 270
  return assemblePdf(font.objects, {
    contents: pen.pages.map(content => `0.5 w\n${turns[manner.rotate]}${content}`),
    size: lying ? [height, width] : [width, height],
    rotate: manner.sideways ? 0 : manner.rotate,
  })
}
