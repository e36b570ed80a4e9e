import type { Finding } from '../../checks/index.ts'
import type { SumRule } from '../../checks/sums.ts'
import type { Language } from '../../messages/index.ts'
import { type FindingText, figure, type Told, tableNames } from './told.ts'

/** The words of findings about sums. */

/** “少 5”: the parts add up to 5 less than the printed total. */
function difference({ expected, printed }: Finding, language: Language): string {
  const by = (expected ?? 0) - (printed ?? 0)
  if (language === 'zh') return by < 0 ? `少 ${figure(-by)}` : `多 ${figure(by)}`
  return by < 0 ? `short by ${figure(-by)}` : `over by ${figure(by)}`
}

/** E1–E4: what the parts add up to and what is printed. */
export function sumText(item: Told, rule: SumRule['rule'], language: Language): FindingText {
  const { finding } = item
  const [sum, printed] = [figure(finding.expected), figure(finding.printed)]
  const by = difference(finding, language)
  if (language === 'en') {
    const table = tableNames[item.table].en
    const row = item.row?.english ?? ''
    const column = item.column?.english ?? ''
    const texts = {
      E1: [row, `The six columns of “${row}” in ${table} add up to ${sum}, the total is printed as ${printed}.`],
      E2: [column, `Results (1) to (6) of “${column}” in ${table} add up to ${sum}, (7) is printed as ${printed}.`],
      E3: [column, `In “${column}” of ${table}, 1 and 2 add up to ${sum}, (7) and 4 as printed to ${printed}.`],
      E4: [row, `The four outcomes of “${row}” in ${table} add up to ${sum}, the total is printed as ${printed}.`],
    } as const
    const [name, detail] = texts[rule]
    return { title: `${name}: sum does not agree, ${by}`, detail, word: 'Sum' }
  }
  const table = tableNames[item.table].zh
  const row = item.row?.short ?? ''
  const column = item.column?.label ?? ''
  const texts = {
    E1: [`${row} 一行合计不符`, `${table}${row} 一行六列之和 ${sum}，总计印作 ${printed}。`],
    E2: [`${column}一列合计不符`, `${table}${column}一列（一）至（六）之和 ${sum}，（七）印作 ${printed}。`],
    E3: [`${column}一列勾稽不符`, `${table}${column}一列，一加二为 ${sum}，（七）加四印作 ${printed}。`],
    E4: [`${row}合计不符`, `${table}${row}四种结果之和 ${sum}，总计印作 ${printed}。`],
  } as const
  const [title, detail] = texts[rule]
  return { title: `${title}，${by}`, detail, word: '合计' }
}
