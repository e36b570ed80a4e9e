import {
  type CellKey,
  cellKey,
  type Edition,
  type FormTable,
  formTable,
  type Quantity,
  type TableKey,
} from './index.ts'

/**
 * The printed layout of the official tables: every head, label and number with its place and span, so that the editor looks like
 * the form in the source. Rows and columns count from 0 over the whole table, heads included.
 */

type LayoutText = { readonly zh: string; readonly en: string }

type Span = { readonly row: number; readonly column: number; readonly rowSpan: number; readonly columnSpan: number }

/** note: the rule printed above table 三; band: 第二十条…; strip: the vertical label 三、本年度办理结果; fill: a strip's empty continuation. */
type TextKind = 'note' | 'band' | 'head' | 'strip' | 'group' | 'label' | 'fill'

export type TextCell = Span & { readonly kind: TextKind; readonly id: string; readonly text: LayoutText }

export type NumberCell = Span & {
  readonly kind: 'number'
  readonly id: CellKey
  readonly quantity: Quantity
  /** Ids of the text cells that name this number: its column head, its row label. Lit when the number is focused. */
  readonly namedBy: readonly string[]
  readonly total: boolean
}

export type LayoutCell = TextCell | NumberCell

export type FormLayout = {
  readonly table: TableKey
  readonly edition: Edition
  readonly rows: number
  readonly columns: number
  /** Rows that stay at the top; rows from `closing` on stay at the bottom. */
  readonly heads: number
  readonly closing: number
  /** Row by row, left to right. */
  readonly cells: readonly LayoutCell[]
}

const text = (zh: string, en: string): LayoutText => ({ zh, en })

function textCell(
  kind: TextKind,
  [row, column, rowSpan, columnSpan]: readonly [number, number, number, number],
  words: LayoutText,
): TextCell {
  return { kind, id: `text:${row}:${column}`, row, column, rowSpan, columnSpan, text: words }
}

/** English heads broken to the same narrow columns. */
const brokenEnglish: Readonly<Record<string, string>> = {
  individual: 'Indi-\nviduals',
  business: 'Busi-\nnesses',
  research: 'Re-\nsearch',
  publicWelfare: 'Public\nwelfare',
  legalService: 'Legal\nservice',
}

/** As the form breaks its narrow column heads. */
const brokenHeads: Readonly<Record<string, string>> = {
  business: '商业\n企业',
  research: '科研\n机构',
  publicWelfare: '社会公\n益组织',
  legalService: '法律服\n务机构',
  upheld: '结果\n维持',
  corrected: '结果\n纠正',
  other: '其他\n结果',
  pending: '尚未\n审结',
}

function requestHeads(): readonly TextCell[] {
  const columns = formTable('requests', '2021').rows[0]?.columns ?? []
  const heads = columns.map((column, index) => {
    const words = text(brokenHeads[column.key] ?? column.label, brokenEnglish[column.key] ?? column.english)
    const organization = index > 0 && index < 6
    return textCell('head', organization ? [2, 3 + index, 1, 1] : [1, 3 + index, 2, 1], words)
  })
  return [
    textCell(
      'note',
      [0, 0, 3, 3],
      text(
        '本列数据的勾稽关系为：第一项加第二项之和，\n等于第三项加第四项之和',
        'In each column, items 1 and 2 together equal items 3 and 4 together',
      ),
    ),
    textCell('head', [0, 3, 1, 7], text('申请人情况', 'Applicants')),
    textCell('head', [1, 4, 1, 5], text('法人或其他组织', 'Legal persons and other organizations')),
    ...heads,
  ]
}

const groupEnglish: Readonly<Record<string, string>> = {
  '（三）不予公开': '(3) Denied',
  '（四）无法提供': '(4) Un-\navailable',
  '（五）不予处理': '(5) Not\nhandled',
  '（六）其他处理': '(6) Other handling',
}

/** Where the label of one row of table 三 starts: rows outside 三 take three columns, ungrouped rows in it two, grouped rows one. */
function labelColumn(row: FormTable['rows'][number]): 0 | 1 | 2 {
  if (row.group) return 2
  return row.short.startsWith('（') ? 1 : 0
}

function requestsLayout(edition: Edition): FormLayout {
  const heads = 3
  const { rows } = formTable('requests', edition)
  const headCells = requestHeads()
  const cells: LayoutCell[] = [...headCells]
  const results = rows.filter(row => labelColumn(row) > 0)
  const firstResult = rows.findIndex(row => labelColumn(row) > 0)
  cells.push(
    textCell('strip', [heads + firstResult, 0, results.length, 1], text('三、本年度办理结果', '3. Results this year')),
  )
  rows.forEach((row, index) => {
    const at = heads + index
    if (row.group && rows[index - 1]?.group !== row.group) {
      const size = rows.filter(item => item.group === row.group).length
      const words = text(row.group.replace('）', '）\n'), groupEnglish[row.group] ?? row.group)
      cells.push(textCell('group', [at, 1, size, 1], words))
    }
    const start = labelColumn(row)
    const label = textCell('label', [at, start, 1, 3 - start], text(row.label, row.english))
    cells.push(label)
    row.columns.forEach((column, place) => {
      const head = headCells.find(item => item.column === 3 + place && item.columnSpan === 1)
      cells.push({
        kind: 'number',
        id: cellKey('requests', row.key, column.key),
        ...{ row: at, column: 3 + place, rowSpan: 1, columnSpan: 1 },
        quantity: column.quantity,
        namedBy: head ? [head.id, label.id] : [label.id],
        total: column.key === 'total',
      })
    })
  })
  const closing = heads + rows.findIndex(row => row.key === 'concluded')
  return { table: 'requests', edition, rows: heads + rows.length, columns: 10, heads, closing, cells: inOrder(cells) }
}

/** Table 二 changes its columns from band to band: one, two or three over the same width, so it is laid on six slots. */
const slots = 6

function disclosureLayout(edition: Edition): FormLayout {
  const cells: LayoutCell[] = []
  let at = 0
  let band: string | null = null
  let heads: readonly TextCell[] = []
  for (const row of formTable('disclosure', edition).rows) {
    const width = slots / row.columns.length
    if (row.group !== band) {
      band = row.group
      const english = `Article 20, item ${'一二三四五六七八九'.indexOf(/第（(.)）项/.exec(band ?? '')?.[1] ?? '') + 1}`
      cells.push(textCell('band', [at, 0, 1, 1 + slots], text(band ?? '', english)))
      cells.push(textCell('head', [at + 1, 0, 1, 1], text('信息内容', 'Content')))
      heads = row.columns.map((column, index) =>
        textCell('head', [at + 1, 1 + index * width, 1, width], text(column.label, column.english)),
      )
      cells.push(...heads)
      at += 2
    }
    const label = textCell('label', [at, 0, 1, 1], text(row.label, row.english))
    cells.push(label)
    for (const [index, column] of row.columns.entries()) {
      const head = heads[index]
      cells.push({
        kind: 'number',
        id: cellKey('disclosure', row.key, column.key),
        ...{ row: at, column: 1 + index * width, rowSpan: 1, columnSpan: width },
        quantity: column.quantity,
        namedBy: head ? [head.id, label.id] : [label.id],
        total: false,
      })
    }
    at += 1
  }
  return { table: 'disclosure', edition, rows: at, columns: 1 + slots, heads: 0, closing: at, cells: inOrder(cells) }
}

function proceedingsLayout(edition: Edition): FormLayout {
  const { rows } = formTable('proceedings', edition)
  const litigation = rows.filter(row => row.group)
  const cells: LayoutCell[] = [
    textCell('head', [0, 5, 1, 5 * litigation.length], text(litigation[0]?.group ?? '', 'Litigation')),
  ]
  rows.forEach((row, index) => {
    const group = textCell('head', [row.group ? 1 : 0, index * 5, 1, 5], text(row.label, row.english))
    cells.push(group)
    row.columns.forEach((column, place) => {
      const words = text(brokenHeads[column.key] ?? column.label, column.english)
      const head = textCell('head', row.group ? [2, index * 5 + place, 1, 1] : [1, place, 2, 1], words)
      cells.push(head, {
        kind: 'number',
        id: cellKey('proceedings', row.key, column.key),
        ...{ row: 3, column: index * 5 + place, rowSpan: 1, columnSpan: 1 },
        quantity: column.quantity,
        namedBy: [head.id, group.id],
        total: column.key === 'total',
      })
    })
  })
  return { table: 'proceedings', edition, rows: 4, columns: 15, heads: 3, closing: 4, cells: inOrder(cells) }
}

function inOrder(cells: readonly LayoutCell[]): readonly LayoutCell[] {
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
}

const makers = { disclosure: disclosureLayout, requests: requestsLayout, proceedings: proceedingsLayout } as const
const made = new Map<string, FormLayout>()

/** The printed layout of one official table. The same object for the same arguments. */
export function formLayout(table: TableKey, edition: Edition): FormLayout {
  const id = `${table}/${edition}`
  const layout = made.get(id) ?? makers[table](edition)
  made.set(id, layout)
  return layout
}

/**
 * The rows of one band (heads, scrolling body or closing rows), each with the cells that start in it. A cell that reaches over the
 * end of the body is cut there, and an empty `fill` takes its place in the closing rows: HTML row groups cannot share a span.
 */
export function layoutRows(layout: FormLayout, from: number, to: number): readonly (readonly LayoutCell[])[] {
  const cut = layout.cells
    .filter(cell => cell.row < to && cell.row + cell.rowSpan > from)
    .map((cell): LayoutCell => {
      const row = Math.max(cell.row, from)
      const rowSpan = Math.min(cell.row + cell.rowSpan, to) - row
      if (cell.kind === 'number' || cell.row >= from) return { ...cell, row, rowSpan }
      return { ...cell, kind: 'fill', id: `${cell.id}:rest`, text: text('', ''), row, rowSpan }
    })
  return Array.from({ length: to - from }, (_, index) => cut.filter(cell => cell.row === from + index))
}
