import { type CheckContext, checkReport, type Finding } from '../checks/index.ts'
import type { Anchor, SourceFormat } from '../data/document.ts'
import type { Cell, Report } from '../data/report.ts'
import { type Language, type Message, messageText } from '../messages/index.ts'
import { findingText } from '../words/findingText.ts'

/** Raised when a member changes its meaning or goes away; new members may be added without raising it. */
export const outputSchema = 1

/** One file that was read. `sha256` is null when not even its bytes could be had. */
export type ExtractedFile = {
  readonly file: string
  readonly sha256: string | null
  readonly format: SourceFormat
  readonly report: Report | null
  readonly messages: readonly Message[]
}

export type ExtractStatus = 'ok' | 'partial' | 'failed'

/** Members in a fixed order, so that two runs can be compared line by line. */
function anchorOutput(anchor: Anchor | null) {
  if (!anchor) return null
  const { block, row, column, page, box } = anchor
  return {
    block,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(page === undefined ? {} : { page }),
    ...(box === undefined ? {} : { box }),
  }
}

function cellOutput(cell: Cell) {
  return {
    row: cell.row,
    column: cell.column,
    state: cell.state,
    value: cell.value,
    raw: cell.raw,
    confidence: cell.confidence,
    alternatives: cell.alternatives.map(({ value, confidence }) => ({ value, confidence })),
    anchor: anchorOutput(cell.anchor),
  }
}

/** A report as data: metadata, sections, and every cell of the tables that were found. */
export function reportOutput(report: Report) {
  return {
    title: report.title,
    organization: report.organization,
    year: report.year,
    publishedOn: report.publishedOn,
    region: report.region && { code: report.region.code, name: report.region.name, level: report.region.level },
    sections: report.sections.map(({ key, heading, text }) => ({ key, heading, text })),
    tables: report.tables.map(({ key, edition, cells }) => ({ key, edition, cells: cells.map(cellOutput) })),
    kind: report.kind,
    period: report.period && { from: report.period.from, to: report.period.to },
    documentNumber: report.documentNumber,
    form: report.form ?? 'official',
    unsure: report.unsure,
  }
}

/** What the checks say about a report, in words too. */
export function findingsOutput(
  report: Report,
  language: Language,
  context: CheckContext = {},
  others: readonly Finding[] = [],
) {
  return [...checkReport(report, context), ...others].map(finding => ({
    rule: finding.rule,
    severity: finding.severity,
    table: finding.table,
    cells: finding.cells,
    printed: finding.printed,
    expected: finding.expected,
    message: findingText(finding, report, language).detail,
    suspects: finding.suspects,
  }))
}

export function messageOutput(message: Message, language: Language, keeping: 'archived' | 'inPlace' = 'archived') {
  const { code, severity, anchor } = message
  return { code, severity, text: messageText(message, language, keeping), anchor: anchorOutput(anchor) }
}

/** ok: all three tables were found and nothing went wrong. partial: something is missing. failed: nothing could be read. */
export function extractStatus({ report, messages }: Pick<ExtractedFile, 'report' | 'messages'>): ExtractStatus {
  if (!report) return 'failed'
  const found = report.tables.filter(table => table.cells.some(cell => cell.state !== 'absent'))
  return found.length === 3 && messages.every(item => item.severity !== 'error') ? 'ok' : 'partial'
}

/** The object that `kaijuan extract --json` prints for one file; docs/output.md describes it. */
export function extractOutput(read: ExtractedFile, language: Language) {
  return {
    schema: outputSchema,
    file: read.file,
    sha256: read.sha256,
    format: read.format,
    status: extractStatus(read),
    messages: read.messages.map(item => messageOutput(item, language, 'inPlace')),
    report: read.report && reportOutput(read.report),
    findings: read.report ? findingsOutput(read.report, language) : [],
  }
}
