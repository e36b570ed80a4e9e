import type { TextRow, TextTable } from './model.ts'

/** Tables with separators, as spreadsheets save them: RFC 4180 with a comma or, where the comma is taken, a semicolon. */

const separators = [',', ';'] as const
/** Prose has commas too, but not the same number of them line after line. */
const fewestCells = 4
const fewestRows = 3
const mostCells = 200
/** A quoted cell with line breaks goes on over so many lines at most. */
const mostLines = 20
const longestRecord = 4_000

type Scan = { readonly cells: readonly string[]; readonly open: boolean }

/** Cells of one record; `open` when a quote is not closed. */
function scan(text: string, separator: string): Scan {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (quoted && character === '"' && text.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (character === '"' && (quoted || cell === '')) quoted = !quoted
    else if (character === separator && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  return { cells: [...cells, cell], open: quoted }
}

function record(lines: readonly string[], start: number, separator: string): { row: TextRow; next: number } | null {
  let text = lines[start] ?? ''
  for (let next = start + 1; text.length <= longestRecord; next++) {
    const { cells, open } = scan(text, separator)
    if (!open) return { row: cells.slice(0, mostCells).map(cell => cell.trim()), next }
    if (next >= lines.length || next - start >= mostLines) return null
    text += `\n${lines[next] ?? ''}`
  }
  return null
}

/** The table of separated cells that begins on a line: rows of one length, three of them or more. */
export function readDelimited(lines: readonly string[], start: number): TextTable | null {
  for (const separator of separators) {
    if (!(lines[start] ?? '').includes(separator)) continue
    const rows: TextRow[] = []
    let at = start
    for (;;) {
      // Some programs leave an empty line behind each.
      if (rows.length > 0 && lines[at]?.trim() === '' && (lines[at + 1] ?? '').trim() !== '') at++
      const found = at < lines.length ? record(lines, at, separator) : null
      if (!found || found.row.length < fewestCells || found.row.length !== (rows[0] ?? found.row).length) break
      rows.push(found.row)
      at = found.next
    }
    if (rows.length >= fewestRows) return { rows, next: at }
  }
  return null
}
