import type { Finding } from './checks/index.ts'
import type { SumRule } from './checks/sums.ts'
import {
  type CellKey,
  type Edition,
  type FormColumn,
  type FormRow,
  findFormCell,
  sectionHeadings,
  splitCellKey,
  type TableKey,
} from './form/index.ts'
import type { Language } from './messages/index.ts'
import { type Cell, findCell, type Report } from './report.ts'

/** A finding in words. `title` is one line, `detail` names table, row, column and figures, `word` is the kind (rule codes stay in data). */
export type FindingText = { readonly title: string; readonly detail: string; readonly word: string }

const tableNames: Readonly<Record<TableKey, { readonly zh: string; readonly en: string }>> = {
  disclosure: { zh: '表二', en: 'table 2' },
  requests: { zh: '表三', en: 'table 3' },
  proceedings: { zh: '表四', en: 'table 4' },
}

const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 })
const figure = (value: number | null): string => (value === null ? '—' : digits.format(value).replace('-', '−'))

/** A finding with what its words are made of. */
type Told = {
  readonly finding: Finding
  readonly report: Report
  readonly edition: Edition
  readonly table: TableKey
  readonly row: FormRow | null
  readonly column: FormColumn | null
}

function told(finding: Finding, report: Report, table: TableKey): Told {
  const edition = report.tables.find(item => item.key === table)?.edition ?? '2021'
  const [first] = finding.cells
  const place = first === undefined ? null : findFormCell(first, edition)
  return { finding, report, edition, table, row: place?.row ?? null, column: place?.column ?? null }
}

/** “少 5”: the parts add up to 5 less than the printed total. */
function difference({ expected, printed }: Finding, language: Language): string {
  const by = (expected ?? 0) - (printed ?? 0)
  if (language === 'zh') return by < 0 ? `少 ${figure(-by)}` : `多 ${figure(by)}`
  return by < 0 ? `short by ${figure(-by)}` : `over by ${figure(by)}`
}

function sumText(item: Told, rule: SumRule['rule'], language: Language): FindingText {
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

function missingText({ finding }: { finding: Finding }, language: Language): FindingText {
  const zh = language === 'zh'
  if (finding.table) {
    const heading = sectionHeadings[finding.table]
    const name = tableNames[finding.table][language]
    return zh
      ? {
          title: `没有找到${name}`,
          detail: `${name}“${heading.label.slice(2)}”没有找到，可对着原件手工录入。`,
          word: '缺表',
        }
      : {
          title: `${name.replace('t', 'T')} was not found`,
          detail: `${name.replace('t', 'T')} (${heading.english.slice(3)}) was not found; it can be typed in from the source.`,
          word: 'Missing table',
        }
  }
  const heading = sectionHeadings[finding.section ?? 'other']
  return zh
    ? {
        title: `没有找到“${heading.label}”`,
        detail: `报告应有“${heading.label}”这一部分，原件里没有找到。`,
        word: '版式',
      }
    : {
        title: `“${heading.english}” was not found`,
        detail: `A report has a part “${heading.english}”; it was not found in the source.`,
        word: 'Form',
      }
}

function cellsOf({ finding, report, edition }: Told): readonly { cell: Cell | null; column: FormColumn | null }[] {
  return finding.cells.map((key: CellKey) => ({
    cell: findCell(report, key),
    column: findFormCell(key, edition)?.column ?? null,
  }))
}

const emptyWords = {
  blank: { zh: ['格空白', '空白'], en: ['blank', 'blank'] },
  dash: { zh: ['格为横线', '横线'], en: ['a dash', 'a dash'] },
  absent: { zh: ['格原件没有', '原件无此格'], en: ['not in the source', 'not in the source'] },
  mixed: { zh: ['格没有数字', '没有数字'], en: ['without a number', 'without a number'] },
} as const

function blankText(item: Told, language: Language): FindingText {
  const cells = cellsOf(item)
  const states = new Set(cells.map(({ cell }) => cell?.state ?? 'absent'))
  const [only] = states
  const kind = states.size === 1 && (only === 'blank' || only === 'dash' || only === 'absent') ? only : 'mixed'
  const count = cells.length
  if (language === 'en') {
    const row = item.row?.english ?? ''
    const names = cells.map(({ column }) => column?.english ?? '').join(', ')
    const [short] = emptyWords[kind].en
    return {
      title: `${row}: ${count} ${count === 1 ? 'cell' : 'cells'} ${short}`,
      detail: `In ${tableNames[item.table].en}, “${row}”, a number is due in: ${names}; found ${short}.`,
      word: 'Blank',
    }
  }
  const row = item.row?.short ?? ''
  const names = cells.map(({ column }) => column?.label ?? '').join('、')
  const [short, long] = emptyWords[kind].zh
  const title = count === 1 ? `${row}·${names}，${long}` : `${row} 有 ${count} ${short}`
  return { title, detail: `${tableNames[item.table].zh}${row} 一行，${names}，应有数字处为${long}。`, word: '空白' }
}

const dueWords = {
  count: { zh: '应为不小于 0 的整数', en: 'a whole number of 0 or more is due' },
  amount: { zh: '应为不小于 0 的数', en: 'a number of 0 or more is due' },
  change: { zh: '应为整数', en: 'a whole number is due' },
} as const

function numberText(item: Told, language: Language): FindingText {
  const cells = cellsOf(item)
  const due = dueWords[item.column?.quantity ?? 'count'][language]
  if (language === 'en') {
    const row = item.row?.english ?? ''
    const printed = cells.map(({ cell, column }) => `${column?.english ?? ''} “${cell?.raw ?? ''}”`).join(', ')
    return {
      title: `${row}: not a count`,
      detail: `In ${tableNames[item.table].en}, “${row}”, printed: ${printed}; ${due}.`,
      word: 'Number',
    }
  }
  const row = item.row?.short ?? ''
  const names = cells.map(({ column }) => column?.label ?? '').join('、')
  const printed = cells.map(({ cell, column }) => `${column?.label ?? ''}印作“${cell?.raw ?? ''}”`).join('，')
  return {
    title: cells.length === 1 ? `${row}·${names}，数字有疑` : `${row} 有 ${cells.length} 格数字有疑`,
    detail: `${tableNames[item.table].zh}${row} 一行，${printed}，${due}。`,
    word: '数字',
  }
}

/** Puts a finding into words for the window and the command line. `report` is the one that was checked. */
export function findingText(finding: Finding, report: Report, language: Language): FindingText {
  const [first] = finding.cells
  const table = finding.table ?? (first && splitCellKey(first)?.table) ?? 'requests'
  const item = told(finding, report, table)
  switch (finding.rule) {
    case 'E1':
    case 'E2':
    case 'E3':
    case 'E4':
      return sumText(item, finding.rule, language)
    case 'F1':
      return missingText(item, language)
    case 'F2':
      return blankText(item, language)
    case 'F3':
      return numberText(item, language)
  }
}
