import type { LaidCell, LaidTable } from './layout.ts'

/** Official tables written out as plain text in the shapes found in the wild. */

function byRow(table: LaidTable): readonly (readonly LaidCell[])[] {
  return Array.from({ length: table.rows }, (_, row) => table.cells.filter(cell => cell.row === row))
}

/** A cell a line behind a tab, an empty line after each row; slots reached by spans from above are empty cells. */
export function tabDump(table: LaidTable): string {
  return byRow(table)
    .map((cells, row) => {
      const reached = table.cells.filter(cell => cell.row < row && row < cell.row + cell.rowSpan)
      const all = [...cells, ...reached.map(cell => ({ ...cell, text: '' }))].sort((a, b) => a.column - b.column)
      return `${all.map(cell => `\t${cell.text}`).join('\n')}\n`
    })
    .join('\n')
}

/** A cell a line, blank cells gone, as copying from a web page gives it. */
export function lineDump(table: LaidTable, gap = '\n'): string {
  return table.cells
    .filter(cell => cell.text.trim() !== '')
    .map(cell => cell.text)
    .join(`\n${gap}`)
}

/** Rows between bars; a merged cell appears once and leaves its other slots empty. */
export function pipeDump(table: LaidTable): string {
  return Array.from({ length: table.rows }, (_, row) => {
    const slots = Array.from({ length: table.columns }, (_, column) => {
      return table.cells.find(cell => cell.row === row && cell.column === column)?.text ?? ''
    })
    return `| ${slots.join(' | ')} |`
  }).join('\n')
}

/** Rows of cells parted by tabs, spans forgotten. */
export function tsvDump(table: LaidTable): string {
  return byRow(table)
    .map(cells => cells.map(cell => cell.text).join('\t'))
    .join('\n')
}

/** A row a line, cells parted by blanks, as text is taken out of a PDF. */
export function blankDump(table: LaidTable): string {
  return byRow(table)
    .map(cells => cells.map(cell => cell.text).join(' '))
    .join('\n')
}

function slotsOf(table: LaidTable): readonly (readonly string[])[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Array.from(
      { length: table.columns },
      (_, column) => table.cells.find(cell => cell.row === row && cell.column === column)?.text ?? '',
    ),
  )
}

/** Rows of cells parted by commas or semicolons, all rows of one length, as spreadsheets save them. */
export function separatedDump(table: LaidTable, separator: ',' | ';'): string {
  return slotsOf(table)
    .map(row => row.map(text => `"${text}"`).join(separator))
    .join('\n')
}

/** Rules between all rows, long cells on several lines, as converters draw tables. */
export function ruledDump(table: LaidTable): string {
  const width = 9
  const rule = `+${`${'-'.repeat(width * 2)}+`.repeat(table.columns)}`
  const rows = slotsOf(table).map(row => {
    const wrapped = row.map(text => text.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
    const height = Math.max(...wrapped.map(lines => lines.length))
    return Array.from({ length: height }, (_, at) => `|${wrapped.map(lines => ` ${lines[at] ?? ''} `).join('|')}|`)
  })
  return [rule, ...rows.flatMap(lines => [...lines, rule])].join('\n')
}

/** Bars between cells and none around, spans forgotten. */
export function barDump(table: LaidTable): string {
  return byRow(table)
    .map(cells => cells.map(cell => cell.text).join('|'))
    .join('\n')
}
