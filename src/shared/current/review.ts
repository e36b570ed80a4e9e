import { type CheckContext, checkReport, type Finding, type FindingSeverity, type Suspect } from '../checks/index.ts'
import type { VerdictKind } from '../data/record.ts'
import { doubtBelow } from '../data/report.ts'
import { type CellKey, cellKey, type TableKey } from '../form/index.ts'
import type { Current } from './current.ts'
import { disagreementFindings } from './disagreementFindings.ts'
import { judgeSums, type Suspicion, sourceErrorCells, suspicionsOf } from './judgedSums.ts'

/** How an item was answered: by confirming or correcting its cells, or by a verdict. */
export type Answer = 'confirmed' | VerdictKind

type ItemBase = {
  readonly id: string
  /** Where a click leads, most telling first; none for what stands in no cell (a missing table, a sentence). */
  readonly cells: readonly CellKey[]
  readonly settled: Answer | null
}

/**
 * One item of the review list (疑点): findings that are one question, or the cells of one row that the machine was unsure of. This is
 * what is counted, everywhere.
 */
export type ReviewItem = ItemBase &
  (
    | { readonly kind: 'finding'; readonly findings: readonly Finding[]; readonly suspects: readonly Suspect[] }
    | { readonly kind: 'doubt'; readonly confidence: number }
  )

/** Findings about the cells themselves: whoever has seen that the cells are read rightly has answered them. Sums are not among them. */
const confirmable: ReadonlySet<Finding['rule']> = new Set(['F2', 'F3', 'F5', 'Y4'])

type FindingItem = Extract<ReviewItem, { kind: 'finding' }>
type DoubtItem = Extract<ReviewItem, { kind: 'doubt' }>

/** Whether a person has seen that a cell is read rightly. */
const seenIn = (current: Current) => (cell: CellKey) => current.confirmed.has(cell) || current.corrected.has(cell)

function findingItem(finding: Finding, current: Current): FindingItem {
  const given = current.verdicts.get(finding.id)
  const named = given?.cells[0]
  const byCells = confirmable.has(finding.rule) || finding.severity === 'hint'
  const seen = byCells && finding.cells.length > 0 && finding.cells.every(seenIn(current))
  const settled = given?.verdict.kind ?? (seen ? 'confirmed' : null)
  const cells = named ? [named, ...finding.cells.filter(cell => cell !== named)] : finding.cells
  // A sentence is answered where it stands, not in the cells it speaks of.
  return {
    kind: 'finding',
    id: finding.id,
    cells: finding.passage ? [] : cells,
    settled,
    findings: [finding],
    suspects: [],
  }
}

/** The failed sums that the same cells would settle. */
function sumsItem(findings: readonly Finding[], { suspects }: Suspicion): FindingItem {
  const cells = new Set([...suspects.map(suspect => suspect.cell), ...findings.flatMap(finding => finding.cells)])
  return { kind: 'finding', id: `sums:${findings[0]?.id}`, cells: [...cells], settled: null, findings, suspects }
}

/**
 * Findings as items: open sums that the same cells would settle are put together; sums that lost their red through another sum's verdict
 * are left out, because nobody has to answer twice.
 */
function findingItems(current: Current, context: CheckContext): readonly FindingItem[] {
  const { tables } = current.report
  const out = new Set(tables.flatMap(table => judgeSums(table, current).flatMap(sum => (sum.out ? [sum.id] : []))))
  const suspicions = new Map(
    tables.map((table): [TableKey, readonly Suspicion[]] => [table.key, suspicionsOf(table, current)]),
  )
  const items: FindingItem[] = []
  const together = new Map<Suspicion, readonly Finding[]>()
  for (const finding of checkReport(current.report, context)) {
    const openSum = finding.severity === 'error' && !current.verdicts.has(finding.id) ? finding.table : null
    if (openSum && out.has(finding.id)) continue
    const suspicion = openSum ? suspicions.get(openSum)?.find(one => one.sums.has(finding.id)) : undefined
    if (suspicion) together.set(suspicion, [...(together.get(suspicion) ?? []), finding])
    else items.push(findingItem(finding, current))
  }
  return [...items, ...[...together].map(([suspicion, findings]) => sumsItem(findings, suspicion))]
}

/**
 * Readers doubt whole rows as often as single cells: the doubtful cells of a row are one item, answered together. `asked` cells are
 * answered in another item.
 */
function doubtItems(current: Current, asked: ReadonlySet<CellKey>): readonly DoubtItem[] {
  const seen = seenIn(current)
  const rows = new Map<string, DoubtItem>()
  for (const table of current.report.tables) {
    for (const cell of table.cells) {
      if (cell.confidence >= doubtBelow) continue
      const key = cellKey(table.key, cell.row, cell.column)
      const settled = seen(key) ? 'confirmed' : null
      if (!settled && asked.has(key)) continue
      const place = `${settled} ${table.key}/${cell.row}`
      const same = rows.get(place) ?? { kind: 'doubt', id: `doubt:${key}`, cells: [], settled, confidence: 1 }
      const confidence = Math.min(same.confidence, cell.confidence)
      rows.set(place, { ...same, cells: [...same.cells, key], confidence })
    }
  }
  return [...rows.values()]
}

/**
 * Everything a person should look at: findings, then doubts. `context` holds the report of the year before. A source that nobody
 * has read (未读出) holds no questions: there is nothing to judge before a table is typed by hand.
 */
export function reviewItems(current: Current, context: CheckContext = {}): readonly ReviewItem[] {
  if (current.status === 'unread' && current.report.tables.length === 0) return []
  const findings = [
    ...findingItems(current, context),
    ...disagreementFindings(current).map(finding => findingItem(finding, current)),
  ]
  const likely = findings.flatMap(item => item.suspects.map(suspect => suspect.cell))
  return [...findings, ...doubtItems(current, new Set([...sourceErrorCells(current), ...likely]))]
}

/** How grave an item is; a doubt counts as a warning. */
export function severityOf(item: ReviewItem): FindingSeverity {
  return item.kind === 'finding' ? (item.findings[0]?.severity ?? 'hint') : 'warning'
}

export type OpenCounts = { readonly errors: number; readonly warnings: number; readonly hints: number }
export const noneOpen: OpenCounts = { errors: 0, warnings: 0, hints: 0 }

/** Counts of the items that are still open, for lists. */
export function openCounts(current: Current, context: CheckContext = {}): OpenCounts {
  const open = reviewItems(current, context).filter(item => item.settled === null)
  const count = (severity: FindingSeverity) => open.filter(item => severityOf(item) === severity).length
  return { errors: count('error'), warnings: count('warning'), hints: count('hint') }
}
