import { readDelimited } from './delimited.ts'
import type { TextRow, TextTable } from './model.ts'

/** Tables in plain text, told by the shape of their lines. */

/** Longer than any label of the form: an indented paragraph of prose. */
const longestCell = 120
const mostCells = 200

const isBlank = (line: string | undefined): boolean => line !== undefined && line.trim() === ''

/**
 * Cells on lines of their own behind a tab; an empty line ends the row; a line without a tab goes on with the cell above
 * (“\t商业”, “企业”). As word processors' text converters write tables.
 */
function readIndentedTable(lines: readonly string[], start: number): TextTable | null {
  const rows: TextRow[] = []
  let at = start
  while (at < lines.length && isCellLine(lines[at])) {
    const cells: string[] = []
    for (; at < lines.length && !(lines[at] === ''); at++) {
      const line = lines[at] ?? ''
      if (line.startsWith('\t')) cells.push(line.slice(1).trim())
      else if (cells.length > 0 && line.length <= longestCell) cells.push([cells.pop() ?? '', line.trim()].join('\n'))
      else break
    }
    rows.push(cells.slice(0, mostCells))
    if (lines[at] !== '') break
    if (isCellLine(lines[at + 1])) at++
  }
  return rows.filter(row => row.length > 1).length >= 2 ? { rows, next: at } : null
}

function isCellLine(line: string | undefined): boolean {
  return line?.startsWith('\t') === true && !line.slice(1).includes('\t') && line.length <= longestCell
}

const bar = /[|｜│┃]/
/** Only drawing: “|---|:-:|”, “├──┼──┤”. */
const rule = /^[\s|｜│┃+\-=:─━═┄┅┈┉┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬]+$/

function pipeCells(line: string): TextRow | null {
  const parts = line.split(bar)
  const pair = parts.length === 2 && line.length <= longestCell && parts.every(part => part.trim() !== '')
  if (parts.length < 3 && !pair) return null
  const cells = bar.test(line.trim().charAt(0)) ? parts.slice(1) : parts
  const inner = bar.test(line.trim().slice(-1)) ? cells.slice(0, -1) : cells
  return inner.slice(0, mostCells).map(cell => cell.replace(/<br\s*\/?>/gi, '\n').trim())
}

function tabCells(line: string): TextRow | null {
  const parts = line.replace(/(?<![ \r])[ \r]+$/, '').split('\t')
  return parts.length >= 3 || (parts.length === 2 && !isBlank(parts[0]))
    ? parts.slice(0, mostCells).map(cell => cell.trim())
    : null
}

/** “- 3 -” where the page of a dump ends. */
const pageNumber = /^\s*[-—–─]\s*\d{1,4}\s*[-—–─]\s*$/
const mostBetween = 4

/** The line on which a table goes on behind single empty lines, or behind the end of a page. */
function nextLine(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && at - from < mostBetween && (isBlank(lines[at]) || pageNumber.test(lines[at] ?? ''))) {
    if ((lines[at] ?? '').includes('\t')) break
    at++
  }
  return at - from > 1 && !lines.slice(from, at).some(line => pageNumber.test(line)) ? from : at
}

/** One row a line, cells between bars or tabs; rules drawn between rows are passed over. */
function readLineTable(
  lines: readonly string[],
  start: number,
  cellsOf: (line: string) => TextRow | null,
): TextTable | null {
  const bands: TextRow[][] = [[]]
  let at = start
  for (let next = start; next < lines.length; next = nextLine(lines, next + 1)) {
    const line = lines[next] ?? ''
    if (cellsOf === pipeCells && rule.test(line) && !isBlank(line)) {
      at = next + 1
      bands.push([])
      continue
    }
    const cells = line.length > 2_000 ? null : cellsOf(line)
    if (cells === null) break
    bands.at(-1)?.push(cells)
    at = next + 1
  }
  const rows = bands.length > fewestRules ? bands.flatMap(joinedBand) : bands.flat()
  return rows.filter(row => row.length > 1).length >= 2 ? { rows, next: at } : null
}

/** From so many rules on they stand between the rows, not only below the heads. */
const fewestRules = 5
const figure = /^[\d０-９][\d０-９,.，．]*$/

/** The lines between two rules as one row, as cells of several lines are drawn; lines with figures of their own are rows. */
function joinedBand(lines: readonly TextRow[]): readonly TextRow[] {
  const [first] = lines
  const figured = lines.filter(line => line.filter(cell => figure.test(cell)).length > 1).length
  if (!first || lines.length < 2 || figured > 1 || lines.some(line => line.length !== first.length)) return lines
  return [
    first.map((_, column) =>
      lines
        .map(line => line[column] ?? '')
        .filter(text => text !== '')
        .join('\n'),
    ),
  ]
}

/** The table that begins on a line, in whichever shape, or null when none does. */
export function readTable(lines: readonly string[], start: number): TextTable | null {
  const line = lines[start] ?? ''
  if (isCellLine(line)) return readIndentedTable(lines, start)
  const opened = /[-─━═]{3}/.test(line) && rule.test(line) && bar.test(lines[start + 1] ?? '')
  if (opened || bar.test(line)) return readLineTable(lines, start, pipeCells)
  if (line.includes('\t')) return readLineTable(lines, start, tabCells)
  return readDelimited(lines, start)
}
