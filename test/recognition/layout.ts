import type { GridBlock, GridCell } from '../../src/shared/data/document.ts'
import { type Edition, formTable, type TableKey } from '../../src/shared/form/index.ts'

/** Lays official tables out as the form prints them, so that tests know what every slot says. */

/** A cell before it is placed; `key` is the `row/column` of the form it carries. */
export type LaidCell = {
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
  readonly row: number
  readonly column: number
  readonly kind: 'head' | 'label' | 'value'
  readonly key: string | null
}

export type LaidTable = { readonly rows: number; readonly columns: number; readonly cells: readonly LaidCell[] }

type Piece = { text: string; columnSpan?: number; rowSpan?: number; kind?: LaidCell['kind']; key?: string }

/** Places pieces row by row, as HTML does, past the slots that spans from above take. */
function place(lines: readonly (readonly Piece[])[]): LaidTable {
  const taken = new Set<string>()
  const cells: LaidCell[] = []
  lines.forEach((line, row) => {
    let column = 0
    for (const { text, columnSpan = 1, rowSpan = 1, kind = 'label', key = null } of line) {
      while (taken.has(`${row}/${column}`)) column++
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r}/${c}`)
      cells.push({ text, row, column, rowSpan, columnSpan, kind, key })
    }
  })
  return { rows: lines.length, columns: Math.max(...cells.map(cell => cell.column + cell.columnSpan)), cells }
}

export type Texts = (key: string) => string

function layRequests(edition: Edition, text: Texts): LaidTable {
  const { rows } = formTable('requests', edition)
  const head = (label: string, more: Partial<Piece> = {}): Piece => ({ text: label, kind: 'head', ...more })
  const lines: Piece[][] = [
    [
      head('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', { columnSpan: 3, rowSpan: 3 }),
      head('申请人情况', { columnSpan: 7 }),
    ],
    [head('自然人', { rowSpan: 2 }), head('法人或其他组织', { columnSpan: 5 }), head('总计', { rowSpan: 2 })],
    [head('商业企业'), head('科研机构'), head('社会公益组织'), head('法律服务机构'), head('其他')],
  ]
  const results = rows.length - 3
  let group: string | null = null
  for (const row of rows) {
    const line: Piece[] = []
    const top = ['newRequests', 'carriedOver', 'carriedForward'].includes(row.key)
    if (row.key === 'granted') line.push({ text: '三、本年度办理结果', rowSpan: results })
    if (row.group !== null && row.group !== group)
      line.push({ text: row.group, rowSpan: rows.filter(other => other.group === row.group).length })
    group = row.group
    line.push({ text: row.label, columnSpan: top ? 3 : row.group === null ? 2 : 1 })
    for (const column of row.columns) {
      const key = `${row.key}/${column.key}`
      line.push({ text: text(key), kind: 'value', key })
    }
    lines.push(line)
  }
  return place(lines)
}

function layDisclosure(edition: Edition, text: Texts): LaidTable {
  const lines: Piece[][] = []
  let group = ''
  for (const row of formTable('disclosure', edition).rows) {
    const spanOf = (index: number) => Math.floor(3 / row.columns.length) + (index < 3 % row.columns.length ? 1 : 0)
    if (row.group !== null && row.group !== group) {
      group = row.group
      lines.push([{ text: group, columnSpan: 4, kind: 'head' }])
      lines.push([
        { text: '信息内容', kind: 'head' },
        ...row.columns.map((column, index): Piece => ({ text: column.label, columnSpan: spanOf(index), kind: 'head' })),
      ])
    }
    lines.push([
      { text: row.label },
      ...row.columns.map((column, index): Piece => {
        const key = `${row.key}/${column.key}`
        return { text: text(key), columnSpan: spanOf(index), kind: 'value', key }
      }),
    ])
  }
  return place(lines)
}

function layProceedings(edition: Edition, text: Texts): LaidTable {
  const { rows } = formTable('proceedings', edition)
  const outcomes = rows[0]?.columns ?? []
  const leaf = (label: string, rowSpan = 1): Piece => ({ text: label, rowSpan, kind: 'head' })
  return place([
    [
      { text: '行政复议', columnSpan: 5, kind: 'head' },
      { text: '行政诉讼', columnSpan: 10, kind: 'head' },
    ],
    [
      ...outcomes.map(column => leaf(column.label, 2)),
      { text: '未经复议直接起诉', columnSpan: 5, kind: 'head' },
      { text: '复议后起诉', columnSpan: 5, kind: 'head' },
    ],
    [...outcomes, ...outcomes].map(column => leaf(column.label)),
    rows.flatMap(row =>
      row.columns.map((column): Piece => {
        const key = `${row.key}/${column.key}`
        return { text: text(key), kind: 'value', key }
      }),
    ),
  ])
}

/** One official table with the given texts in its cells. */
export function layTable(key: TableKey, edition: Edition, text: Texts): LaidTable {
  switch (key) {
    case 'disclosure':
      return layDisclosure(edition, text)
    case 'requests':
      return layRequests(edition, text)
    case 'proceedings':
      return layProceedings(edition, text)
  }
}

export function toGrid(table: LaidTable): GridBlock {
  const cells = table.cells.map(
    ({ row, column, rowSpan, columnSpan, text }): GridCell => ({ row, column, rowSpan, columnSpan, text }),
  )
  return { kind: 'grid', rows: table.rows, columns: table.columns, cells }
}
