import type { Finding, Suspect } from '../../../shared/checks/index.ts'
import type { Current } from '../../../shared/current.ts'
import { type CellKey, cellKey, formCells, type TableKey, tableKeys } from '../../../shared/form/index.ts'
import type { Reading } from '../../../shared/report.ts'
import { type ReviewItem, reviewItems } from '../../../shared/review.ts'
import { type Judged, type Suspicion, sourceErrorCells, tableOf } from './judge.ts'

export type Tab = TableKey | 'text' | 'fields'
export const tabs: readonly Tab[] = ['disclosure', 'requests', 'proceedings', 'text', 'fields']

export type Settled = 'corrected' | 'confirmed' | 'sourceError' | 'explained'

type LineBase = {
  readonly id: string
  readonly tab: Tab
  /** Where a click leads, most telling first. */
  readonly cells: readonly CellKey[]
  readonly settled: Settled | null
}

/** One line of the review list. Failed sums that the same single cell would settle are one line. */
export type Line = LineBase &
  (
    | { readonly kind: 'finding'; readonly findings: readonly Finding[]; readonly suspect: Suspect | null }
    | { readonly kind: 'doubt'; readonly confidence: number }
    | { readonly kind: 'corrected'; readonly before: Reading; readonly after: Reading }
  )

export type Severity = 'error' | 'warning' | 'hint'

export function severityOf(line: Line): Severity {
  return line.kind === 'finding' ? (line.findings[0]?.severity ?? 'hint') : 'warning'
}

const formOrder = new Map<CellKey, number>(
  (['2019', '2021'] as const).flatMap(edition =>
    tableKeys.flatMap((table, at) =>
      formCells(table, edition).map(({ key }, index): [CellKey, number] => [key, at * 1000 + index]),
    ),
  ),
)
const rank = { error: 0, warning: 1, hint: 2 } as const
const place = (line: Line) => (line.cells[0] ? (formOrder.get(line.cells[0]) ?? 0) : -1)

function correctedLines(current: Current): readonly Line[] {
  return [...current.corrected].flatMap(([cell, before]): readonly Line[] => {
    // A table typed by hand is no list of corrections.
    if (before.state === 'absent') return []
    const [table, row, column] = cell.split('/')
    const after = current.report.tables
      .find(item => item.key === table)
      ?.cells.find(item => item.row === row && item.column === column)
    if (!after) return []
    const base = { id: `corrected:${cell}`, tab: tableOf(cell), cells: [cell], settled: 'corrected' } as const
    return [{ ...base, kind: 'corrected', before, after }]
  })
}

type DoubtLine = Extract<Line, { kind: 'doubt' }>

/** Readers doubt whole rows as often as single cells: one row is one line, answered together. `asked` cells are answered in another line. */
function doubtLines(items: readonly ReviewItem[], asked: ReadonlySet<CellKey>): readonly Line[] {
  const rows = new Map<string, DoubtLine>()
  for (const item of items) {
    if (item.kind !== 'doubt' || (!item.settled && asked.has(item.cell))) continue
    const settled = item.settled ? 'confirmed' : null
    const row = `${settled} ${item.cell.slice(0, item.cell.lastIndexOf('/'))}`
    const same = rows.get(row)
    const first: DoubtLine = { kind: 'doubt', id: item.id, tab: tableOf(item.cell), cells: [], settled, confidence: 1 }
    const cells = [...(same ?? first).cells, item.cell]
    rows.set(row, { ...(same ?? first), cells, confidence: Math.min((same ?? first).confidence, item.confidence) })
  }
  return [...rows.values()]
}

function findingLine(finding: Finding, current: Current, confirmed: boolean): Line {
  const given = current.verdicts.get(finding.id)
  const named = given?.cells[0]
  const cells = named ? [named, ...finding.cells.filter(cell => cell !== named)] : finding.cells
  const settled = given?.verdict.kind ?? (confirmed ? 'confirmed' : null)
  const tab = finding.table ?? (finding.section ? 'text' : 'fields')
  return { kind: 'finding', id: finding.id, tab, cells, settled, findings: [finding], suspect: null }
}

/** The failed sums that the same cell would settle. */
function sumsLine(table: TableKey, findings: readonly Finding[], { suspect }: Suspicion): Line {
  const others = findings.flatMap(finding => finding.cells).filter(cell => cell !== suspect.cell)
  const cells = [suspect.cell, ...new Set(others)]
  return { kind: 'finding', id: `sums:${findings[0]?.id}`, tab: table, cells, settled: null, findings, suspect }
}

/**
 * The list of what a person should look at: settled lines first, then errors, doubts and hints, each in the order of the form.
 * Sums that lost their red through another sum's verdict are not listed: nobody has to answer twice.
 */
export function reviewLines(
  current: Current,
  judged: ReadonlyMap<TableKey, readonly Judged[]>,
  suspicions: ReadonlyMap<TableKey, readonly Suspicion[]>,
): readonly Line[] {
  const out = new Set([...judged.values()].flat().flatMap(sum => (sum.out ? [sum.id] : [])))
  const items = reviewItems(current)
  const single: Line[] = []
  const together = new Map<Suspicion, { readonly table: TableKey; readonly findings: readonly Finding[] }>()
  for (const item of items) {
    if (item.kind === 'doubt') continue
    const { finding, verdict } = item
    const openSum = finding.severity === 'error' && verdict === null ? finding.table : null
    if (openSum && out.has(finding.id)) continue
    const suspicion = openSum ? suspicions.get(openSum)?.find(one => one.sums.has(finding.id)) : undefined
    if (openSum && suspicion) {
      const findings = [...(together.get(suspicion)?.findings ?? []), finding]
      together.set(suspicion, { table: openSum, findings })
    } else single.push(findingLine(finding, current, item.settled))
  }
  const sums = [...together].map(([suspicion, { table, findings }]) => sumsLine(table, findings, suspicion))
  const asked = new Set([...sourceErrorCells(current), ...sums.flatMap(line => line.cells.slice(0, 1))])
  return [...correctedLines(current), ...single, ...sums, ...doubtLines(items, asked)].toSorted(
    (a, b) =>
      Number(a.settled === null) - Number(b.settled === null) ||
      (a.settled ? 0 : rank[severityOf(a)] - rank[severityOf(b)]) ||
      place(a) - place(b),
  )
}

/** The next (or the one before) unsettled line after the current one, going round; null when all are settled. */
export function nextLine(lines: readonly Line[], current: string | null, backwards: boolean): Line | null {
  const at = lines.findIndex(line => line.id === current)
  const order = backwards
    ? [...lines.slice(0, Math.max(at, 0)).toReversed(), ...lines.slice(Math.max(at, 0)).toReversed()]
    : [...lines.slice(at + 1), ...lines.slice(0, at + 1)]
  return order.find(line => line.settled === null) ?? null
}

/** Open lines of one tab. */
export function openIn(lines: readonly Line[], tab: Tab): number {
  return lines.filter(line => line.tab === tab && line.settled === null).length
}

/** Used to name a cell's row in lists of several cells: whether all of them stand in one row. */
export function sameRow(cells: readonly CellKey[]): boolean {
  return new Set(cells.map(cell => cell.slice(0, cell.lastIndexOf('/')))).size === 1
}

/** The cell key of a table's cell. */
export function keyOf(table: TableKey, cell: { readonly row: string; readonly column: string }): CellKey {
  return cellKey(table, cell.row, cell.column)
}
