import type { Edition, FormColumn, FormRow, FormTable } from './model.ts'

/** Table 四 政府信息公开行政复议、行政诉讼情况. Printed as one row of fifteen; each group of five is a row here. Same in both editions. */

const count = (key: string, label: string, english: string): FormColumn => ({ key, label, english, quantity: 'count' })

export const outcomeColumns: readonly FormColumn[] = [
  count('upheld', '结果维持', 'Upheld'),
  count('corrected', '结果纠正', 'Corrected'),
  count('other', '其他结果', 'Other outcome'),
  count('pending', '尚未审结', 'Pending'),
  count('total', '总计', 'Total'),
]

const row = (key: string, label: string, english: string, group: string | null): FormRow => ({
  key,
  short: label,
  label,
  english,
  group,
  columns: outcomeColumns,
})

const rows: readonly FormRow[] = [
  row('review', '行政复议', 'Administrative review', null),
  row('directLitigation', '未经复议直接起诉', 'Direct litigation', '行政诉讼'),
  row('litigationAfterReview', '复议后起诉', 'Litigation after review', '行政诉讼'),
]

/** @returns three rows of five columns. */
export function proceedingsTable(edition: Edition): FormTable {
  return { key: 'proceedings', edition, rows }
}
