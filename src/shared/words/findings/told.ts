import type { Finding } from '../../checks/index.ts'
import { withoutPersonal } from '../../checks/personal/numbers.ts'
import { type Cell, findCell, type Report } from '../../data/report.ts'
import {
  type CellKey,
  type Edition,
  type FormColumn,
  type FormRow,
  findFormCell,
  splitCellKey,
  type TableKey,
} from '../../form/index.ts'
import { tableWords } from '../record.ts'

/** A finding in words. `title` is one line, `detail` names table, row, column and figures, `word` is the kind (rule codes stay in data). */
export type FindingText = { readonly title: string; readonly detail: string; readonly word: string }

/** As they stand within a sentence. */
const named = (key: TableKey) => ({ zh: tableWords.zh[key], en: tableWords.en[key].toLowerCase() })

export const tableNames: Readonly<Record<TableKey, { readonly zh: string; readonly en: string }>> = {
  disclosure: named('disclosure'),
  requests: named('requests'),
  proceedings: named('proceedings'),
}

const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })
export const figure = (value: number | null): string => (value === null ? '—' : digits.format(value).replace('-', '−'))

/** A finding with what its words are made of. */
export type Told = {
  readonly finding: Finding
  readonly report: Report
  readonly edition: Edition
  readonly table: TableKey
  readonly row: FormRow | null
  readonly column: FormColumn | null
}

export function told(finding: Finding, report: Report): Told {
  const [first] = finding.cells
  const table = finding.table ?? (first && splitCellKey(first)?.table) ?? 'requests'
  const edition = report.tables.find(item => item.key === table)?.edition ?? '2021'
  const place = first === undefined ? null : findFormCell(first, edition)
  return { finding, report, edition, table, row: place?.row ?? null, column: place?.column ?? null }
}

export function cellsOf({
  finding,
  report,
  edition,
}: Told): readonly { readonly cell: Cell | null; readonly column: FormColumn | null }[] {
  return finding.cells.map((key: CellKey) => ({
    cell: findCell(report, key),
    column: findFormCell(key, edition)?.column ?? null,
  }))
}

/** Quoted words stay short: the sentence itself is a click away. */
const longest = 40

/** Printed words as our own lines can hold them: without blanks, semicolons and quotes inside quotes, and without numbers of a person. */
export function quotable(words: string): string {
  return withoutPersonal(words)
    .replace(/\s+/g, '')
    .replace(/[;；!！]/g, '，')
    .replace(/[“”"]/g, '')
}

/** The words of a finding's passage. The number mostly ends them, so the end is what must be seen. */
export function quoted({ finding, report }: Told): string {
  const { passage } = finding
  const text = report.sections.find(section => section.key === passage?.section)?.text ?? ''
  const words = quotable(text.slice(passage?.start ?? 0, passage?.end ?? 0))
  return words.length > longest ? `…${words.slice(-longest)}` : words
}
