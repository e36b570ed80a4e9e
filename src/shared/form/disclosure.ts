import type { Edition, FormColumn, FormRow, FormTable } from './model.ts'

/** Table 二 主动公开政府信息情况. Group labels name the subparagraph of article 20 of the Regulations as the form prints it. */

const column = (
  key: string,
  label: string,
  english: string,
  quantity: FormColumn['quantity'] = 'count',
): FormColumn => ({
  key,
  label,
  english,
  quantity,
})
const row = (key: string, label: string, english: string, group: string, columns: readonly FormColumn[]): FormRow => ({
  key,
  short: label,
  label,
  english,
  group,
  columns,
})

const item1 = '第二十条第（一）项'
const item5 = '第二十条第（五）项'
const item6 = '第二十条第（六）项'
const item8 = '第二十条第（八）项'
const item9 = '第二十条第（九）项'

const documents2021 = [
  column('issued', '本年制发件数', 'Issued this year'),
  column('repealed', '本年废止件数', 'Repealed this year'),
  column('inForce', '现行有效件数', 'In force'),
]
const decisions = column('decisions', '本年处理决定数量', 'Decisions this year')

const rows2021: readonly FormRow[] = [
  row('regulations', '规章', 'Regulations', item1, documents2021),
  row('normativeDocuments', '行政规范性文件', 'Normative documents', item1, documents2021),
  row('licensing', '行政许可', 'Administrative licensing', item5, [decisions]),
  row('penalties', '行政处罚', 'Administrative penalties', item6, [decisions]),
  row('coercion', '行政强制', 'Administrative coercion', item6, [decisions]),
  row('fees', '行政事业性收费', 'Administrative fees', item8, [
    column('amount', '本年收费金额（单位：万元）', 'Amount this year (10,000 yuan)', 'amount'),
  ]),
]

const documents2019 = [
  column('created', '本年新制作数量', 'Created this year'),
  column('newlyDisclosed', '本年新公开数量', 'Newly disclosed this year'),
  column('totalDisclosed', '对外公开总数量', 'Disclosed in total'),
]
const previousItems = column('previousItems', '上一年项目数量', 'Items last year')
const change = column('change', '本年增/减', 'Change this year', 'change')

const rows2019: readonly FormRow[] = [
  row('regulations', '规章', 'Regulations', item1, documents2019),
  row('normativeDocuments', '规范性文件', 'Normative documents', item1, documents2019),
  row('licensing', '行政许可', 'Administrative licensing', item5, [previousItems, change, decisions]),
  row('otherServices', '其他对外管理服务事项', 'Other public services', item5, [previousItems, change, decisions]),
  row('penalties', '行政处罚', 'Administrative penalties', item6, [previousItems, change, decisions]),
  row('coercion', '行政强制', 'Administrative coercion', item6, [previousItems, change, decisions]),
  row('fees', '行政事业性收费', 'Administrative fees', item8, [previousItems, change]),
  row('procurement', '政府集中采购', 'Government procurement', item9, [
    column('items', '采购项目数量', 'Procurement items'),
    column('amount', '采购总金额', 'Procurement amount', 'amount'),
  ]),
]

/** @returns the rows of one edition; which columns a row has depends on the row. */
export function disclosureTable(edition: Edition): FormTable {
  return { key: 'disclosure', edition, rows: edition === '2021' ? rows2021 : rows2019 }
}
