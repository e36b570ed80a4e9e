import type { CellOutcome, Outcome } from './outcome.ts'

/** Counts of cells over many files. */
export type Tally = Record<Outcome, number> & {
  cells: number
  /** Right, but shown as doubtful: work for the person that was not needed. */
  doubted: number
  blankAsZero: number
  files: number
}

export const emptyTally = (): Tally => ({
  cells: 0,
  right: 0,
  flagged: 0,
  silent: 0,
  absent: 0,
  doubted: 0,
  blankAsZero: 0,
  files: 0,
})

export function addCells(tally: Tally, cells: readonly CellOutcome[]): void {
  tally.files++
  for (const cell of cells) {
    tally.cells++
    tally[cell.outcome]++
    if (cell.outcome === 'right' && cell.doubted) tally.doubted++
    if (cell.blankAsZero) tally.blankAsZero++
  }
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(part === whole ? 0 : 2)} %`

const wide = (text: string) => [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0)
const pad = (text: string, width: number, left: boolean) => {
  const room = ' '.repeat(Math.max(0, width - wide(text)))
  return left ? text + room : room + text
}

/** Lines of a table, first column left, the rest right. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => wide(row[column] ?? ''))))
  return rows.map(row => row.map((text, column) => pad(text, widths[column] ?? 0, column === 0)).join('  '))
}

export function tallyRow(name: string, tally: Tally): readonly string[] {
  const counts = [tally.right, tally.flagged, tally.silent, tally.absent, tally.doubted].map(String)
  return [name, String(tally.files), String(tally.cells), percent(tally.right, tally.cells), ...counts]
}

export const tallyHead = ['', 'files', 'cells', 'exact', 'right', 'flagged', 'silent', 'absent', 'right but doubted']
