import { checkReport } from '../../../src/shared/checks/index.ts'
import { type Cell, doubtBelow, type Report } from '../../../src/shared/data/report.ts'
import { type CellKey, cellKey, type TableKey, tableKeys } from '../../../src/shared/form/index.ts'
import type { Message } from '../../../src/shared/messages/index.ts'
import type { CellTruth, Truth } from '../../corpus/model.ts'
import { expectedSums } from './sums.ts'

/** right: as printed. flagged: wrong, but doubted or named by a check. silent: wrong, and nothing says so. absent: no such cell was read. */
export const outcomes = ['right', 'flagged', 'silent', 'absent'] as const
export type Outcome = (typeof outcomes)[number]

/** What any tool, ours or another, read of one report. */
export type Readout = {
  readonly cells: ReadonlyMap<CellKey, Pick<Cell, 'state' | 'value' | 'raw'> & { readonly flagged: boolean }>
}

export type CellOutcome = {
  readonly key: CellKey
  readonly outcome: Outcome
  readonly detail: string
  readonly blankAsZero: boolean
  readonly doubted: boolean
}

const solid = (text: string | null) => (text ?? '').normalize('NFKC').replace(/\s/g, '')

function isRight(truth: CellTruth, read: Readout['cells'] extends ReadonlyMap<CellKey, infer R> ? R : never): boolean {
  if (read.state === truth.state && truth.state === 'number') return read.value === truth.value
  // “1.2万”, “251000元”, “55（含…）”: the words kept, or a number that somebody is asked to look at.
  if (truth.also.length > 0) {
    if (read.state === 'text')
      return solid(read.raw).replace(/\D/g, '').startsWith(solid(truth.raw).replace(/\D/g, '').slice(0, 1))
    return read.state === 'number' && read.value !== null && read.flagged && truth.also.includes(read.value)
  }
  return read.state === truth.state && (truth.state !== 'text' || solid(read.raw) === solid(truth.raw))
}

/** Compares one cell. A cell that the file itself has lost is right unless a sure wrong number is claimed. */
function judge(key: CellKey, truth: CellTruth, read: Readout): CellOutcome {
  const cell = read.cells.get(key)
  const outcome = (name: Outcome, detail = ''): CellOutcome => ({
    key,
    outcome: name,
    detail,
    // Where the file has lost which cell is blank, a 0 is a neighbour's figure; `silent` judges it.
    blankAsZero:
      !truth.lost &&
      (truth.state === 'blank' || truth.state === 'dash') &&
      cell?.state === 'number' &&
      cell.value === 0,
    doubted: cell?.flagged ?? true,
  })
  if (!cell || cell.state === 'absent') return outcome('absent')
  if (isRight(truth, cell)) return outcome('right')
  const detail = `${key}: printed ${JSON.stringify(truth.raw)}, read ${cell.state} ${JSON.stringify(cell.raw)}`
  return outcome(cell.flagged || (truth.lost && cell.state !== 'number') ? 'flagged' : 'silent', detail)
}

export type FileResult = {
  readonly cells: readonly (CellOutcome & { readonly lost: boolean })[]
  /** Tables of which cells were claimed though the file has none, or pictures that were not said to be pictures. */
  readonly invented: readonly TableKey[]
  readonly unsaidPictures: readonly TableKey[]
  readonly wrongEditions: readonly TableKey[]
  readonly sums: {
    readonly due: number
    readonly found: number
    readonly kept: number
    readonly missed: readonly string[]
  }
  readonly metadata: { readonly year: boolean; readonly organization: boolean }
}

/** Our own reading as a readout: doubtful cells and those in findings are flagged. */
export function readoutOf(report: Report | null): Readout {
  const cells = new Map<CellKey, Pick<Cell, 'state' | 'value' | 'raw'> & { readonly flagged: boolean }>()
  if (!report) return { cells }
  const named = new Set(checkReport(report).flatMap(finding => finding.cells))
  for (const table of report.tables) {
    for (const cell of table.cells) {
      const key = cellKey(table.key, cell.row, cell.column)
      cells.set(key, { ...cell, flagged: cell.confidence < doubtBelow || named.has(key) })
    }
  }
  return { cells }
}

export function judgeCells(truth: Truth, read: Readout): FileResult['cells'] {
  return tableKeys.flatMap(key => {
    const table = truth.tables[key]
    if (table.status !== 'there') return []
    return [...table.cells].map(([cell, one]) => ({ ...judge(cell, one, read), lost: one.lost }))
  })
}

/** Everything about one file that our own reading can be held to. */
export function judgeFile(truth: Truth, report: Report | null, messages: readonly Message[]): FileResult {
  const cells = judgeCells(truth, readoutOf(report))
  const right = new Set(cells.filter(cell => cell.outcome === 'right').map(cell => cell.key))
  const findings = report ? checkReport(report) : []
  const due = expectedSums(truth)
  const missed = due.filter(sum => !findings.some(item => item.id === `${sum.rule}:${sum.table}/${sum.place}`))
  const claimed = (key: TableKey) =>
    report?.tables.find(table => table.key === key)?.cells.some(cell => cell.state !== 'absent') ?? false
  const gone = tableKeys.filter(key => truth.tables[key].status !== 'there')
  const names = { disclosure: '二', requests: '三', proceedings: '四' } as const
  return {
    cells,
    invented: gone.filter(claimed),
    unsaidPictures: tableKeys.filter(
      key =>
        truth.tables[key].status === 'picture' &&
        !messages.some(item => item.code === 'recognition.tableIsPicture' && item.params.table === names[key]),
    ),
    wrongEditions: tableKeys.filter(key => {
      const table = truth.tables[key]
      const read = report?.tables.find(item => item.key === key)
      return table.status === 'there' && key !== 'proceedings' && read !== undefined && read.edition !== table.edition
    }),
    sums: {
      due: due.length,
      found: due.length - missed.length,
      kept: due.filter(sum => sum.cells.every(key => right.has(key))).length,
      missed: missed.map(sum => `${sum.rule}:${sum.table}/${sum.place}`),
    },
    metadata: { year: report?.year === truth.year, organization: report?.organization === truth.organization },
  }
}
