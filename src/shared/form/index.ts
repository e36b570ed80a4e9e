import { disclosureTable } from './disclosure.ts'
import {
  type CellKey,
  cellKey,
  type Edition,
  type FormColumn,
  type FormRow,
  type FormTable,
  type SectionKey,
  splitCellKey,
  type TableKey,
} from './model.ts'
import { proceedingsTable } from './proceedings.ts'
import { requestsTable } from './requests.ts'

/** The official form: its tables, rows, columns and headings in both editions. */

export * from './model.ts'

const makers = { disclosure: disclosureTable, requests: requestsTable, proceedings: proceedingsTable } as const
const made = new Map<string, FormTable>()

/** The official table of one edition. The same object for the same arguments. */
export function formTable(key: TableKey, edition: Edition): FormTable {
  const id = `${key}/${edition}`
  const known = made.get(id)
  if (known) return known
  const table = makers[key](edition)
  made.set(id, table)
  return table
}

/** Every cell of one official table, row by row in printed order. */
export function formCells(
  key: TableKey,
  edition: Edition,
): readonly { key: CellKey; row: FormRow; column: FormColumn }[] {
  return formTable(key, edition).rows.flatMap(row =>
    row.columns.map(column => ({ key: cellKey(key, row.key, column.key), row, column })),
  )
}

/** Row and column of a cell key in one edition, or null where that edition has no such cell. */
export function findFormCell(key: string, edition: Edition): { row: FormRow; column: FormColumn } | null {
  const parts = splitCellKey(key)
  if (!parts) return null
  const row = formTable(parts.table, edition).rows.find(item => item.key === parts.row)
  const column = row?.columns.find(item => item.key === parts.column)
  return row && column ? { row, column } : null
}

/** The six official section headings of the 2021 edition; the 2019 edition words the fifth 存在的主要问题及改进情况 alike. */
export const sectionHeadings: Readonly<Record<SectionKey, { readonly label: string; readonly english: string }>> = {
  overview: { label: '一、总体情况', english: '1. Overview' },
  disclosure: { label: '二、主动公开政府信息情况', english: '2. Proactive disclosure' },
  requests: { label: '三、收到和处理政府信息公开申请情况', english: '3. Requests' },
  proceedings: { label: '四、政府信息公开行政复议、行政诉讼情况', english: '4. Review and litigation' },
  problems: { label: '五、存在的主要问题及改进情况', english: '5. Problems and improvements' },
  other: { label: '六、其他需要报告的事项', english: '6. Other matters' },
}
