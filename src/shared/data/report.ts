import type { CellKey, Edition, SectionKey, TableKey } from '../form/index.ts'
import type { Anchor } from './document.ts'

/** blank: nothing printed. dash: “/”, “-”, “—”, “——”, “无”. text: prose or a number with words. absent: no such cell was found in the source. */
export const cellStates = ['number', 'blank', 'dash', 'text', 'absent'] as const
export type CellState = (typeof cellStates)[number]

/** What stands in a cell, whoever says so. `value` is a number exactly when `state` is 'number'; `raw` is the text as printed, null when absent. */
export type Reading = { readonly state: CellState; readonly value: number | null; readonly raw: string | null }

/** Units of money that reports print where the form says 万元, and how many of each make one 万元. */
export const otherUnits = { 元: 10_000, 百元: 100, 千元: 10, 亿元: 0.0001 } as const
export type OtherUnit = keyof typeof otherUnits

/** One official number as the machine read it. */
export type Cell = Reading & {
  readonly row: string
  readonly column: string
  /** 0 … 1. Below `doubtBelow` the cell is shown as doubtful. */
  readonly confidence: number
  readonly alternatives: readonly { readonly value: number; readonly confidence: number }[]
  readonly anchor: Anchor | null
  /** The unit that the source prints over it, where that is another than the form's. The value stays as printed. */
  readonly unit?: OtherUnit
  /** Other ways to read it that were given up because the sums agree with this one. */
  readonly chosenOver?: readonly number[]
}

/** A cell is doubtful below this confidence. */
export const doubtBelow = 0.9

export type ReportTable = {
  readonly key: TableKey
  readonly edition: Edition
  /** Every cell of the edition in official order, the absent ones too. */
  readonly cells: readonly Cell[]
  /** Where row labels and column heads stand, by row key and column key; for paged sources a head may be on an earlier page. */
  readonly rowAnchors: Readonly<Record<string, Anchor>>
  readonly columnAnchors: Readonly<Record<string, Anchor>>
}

/** Where a paragraph stands in the source; `start` is where it begins in the section's text. */
export type SectionParagraph = { readonly start: number; readonly anchor: Anchor }

export type ReportSection = {
  readonly key: SectionKey
  /** As printed. */
  readonly heading: string
  /** The section's prose, paragraphs separated by \n, without its tables. */
  readonly text: string
  readonly anchor: Anchor | null
  /** In the order of the text. Not in readings of the first versions. */
  readonly paragraphs?: readonly SectionParagraph[]
}

/** An administrative division. `code`: six digits (GB/T 2260), a town's nine (GB/T 10114); `name` in full, 重庆市九龙坡区白市驿镇. */
export type Region = {
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'city' | 'county' | 'town'
}

/** What kind of body a report is of: 政府, 办公室, 部门, 镇街, anything else (高校, 企业, 管委会). */
export const bodyKinds = ['government', 'office', 'department', 'town', 'other'] as const
export type BodyKind = (typeof bodyKinds)[number]

/** What the report says its figures are of, both days included; ISO dates. */
export type Period = { readonly from: string; readonly to: string }

export type Report = {
  readonly title: string | null
  readonly organization: string | null
  readonly year: number | null
  /** ISO date. */
  readonly publishedOn: string | null
  readonly region: Region | null
  readonly sections: readonly ReportSection[]
  /** The tables that were found, in official order. A table that was not found is not listed. */
  readonly tables: readonly ReportTable[]
  /** Where title, organization, year and the other facts were found. */
  readonly fieldAnchors: Readonly<Partial<Record<ReportFact, Anchor>>>
  readonly kind: BodyKind | null
  readonly period: Period | null
  /** 发文字号 as printed: 桐政办〔2024〕3号. */
  readonly documentNumber: string | null
  /** What is no annual report in the official form: another form (高校), a list of reports, something else. None of the form is missed in it. */
  readonly form?: 'other'
  /** Facts that were found only indirectly: from prose, or from what is left of damaged text. */
  readonly unsure: readonly ReportFact[]
}

/** What a person may correct besides cells. */
export const reportFields = ['title', 'organization', 'year', 'publishedOn'] as const
export type ReportField = (typeof reportFields)[number]

/** What is known of a report besides sections and tables. */
export const reportFacts = [...reportFields, 'region', 'kind', 'period', 'documentNumber'] as const
export type ReportFact = (typeof reportFacts)[number]

/** Two readings of a number are the same whatever its print; of anything else when they were printed the same. */
export function sameReading(a: Reading, b: Reading): boolean {
  return a.state === b.state && a.value === b.value && (a.state === 'number' || a.raw === b.raw)
}

/** The cell of a key, or null where the report has no such table or cell. */
export function findCell(report: Report, key: CellKey): Cell | null {
  const [table, row, column] = key.split('/')
  return (
    report.tables.find(item => item.key === table)?.cells.find(item => item.row === row && item.column === column) ??
    null
  )
}
