/**
 * The official form as data. Words: an edition is one printing of a table's layout (2021: 国办公开办函〔2021〕30号; 2019: 国办公开办函〔2019〕60号);
 * a row and a column are named by stable keys; a cell key is `table/row/column`.
 */

export const tableKeys = ['disclosure', 'requests', 'proceedings'] as const
export type TableKey = (typeof tableKeys)[number]

export const editions = ['2021', '2019'] as const
export type Edition = (typeof editions)[number]

export const sectionKeys = ['overview', 'disclosure', 'requests', 'proceedings', 'problems', 'other'] as const
export type SectionKey = (typeof sectionKeys)[number]

/** What may stand in a cell: a count is a whole number ≥ 0; an amount (万元) may have decimals; a change may be negative. */
export type Quantity = 'count' | 'amount' | 'change'

export type FormColumn = {
  readonly key: string
  /** As printed on the official form, without line breaks. */
  readonly label: string
  readonly english: string
  readonly quantity: Quantity
}

export type FormRow = {
  readonly key: string
  /** As printed, numbering included: “1.属于国家秘密”, “（一）予以公开”. */
  readonly label: string
  /** How a person names the row on one line: “（三）1”, “一”. */
  readonly short: string
  readonly english: string
  /** The group label printed left of the row, where there is one: “（三）不予公开”. */
  readonly group: string | null
  /** The columns of which this row has cells, in printed order. */
  readonly columns: readonly FormColumn[]
}

export type FormTable = {
  readonly key: TableKey
  readonly edition: Edition
  readonly rows: readonly FormRow[]
}

/** `table/row/column`, for example `requests/denied.internal/individual`. */
export type CellKey = `${TableKey}/${string}/${string}`

export function cellKey(table: TableKey, row: string, column: string): CellKey {
  return `${table}/${row}/${column}`
}

/** Takes a cell key apart. Returns null for a string that is none. */
export function splitCellKey(key: string): { table: TableKey; row: string; column: string } | null {
  const [table, row, column, ...rest] = key.split('/')
  if (!table || !row || !column || rest.length > 0) return null
  const known = tableKeys.find(name => name === table)
  return known ? { table: known, row, column } : null
}
