import { formTable } from '../../src/shared/form/index.ts'
import type { LaidCell, LaidTable } from '../recognition/layout.ts'
import type { Draft, DraftBlock } from './model.ts'
import type { Quirk } from './quirk.ts'
import { onLabels } from './quirksOfLabels.ts'
import { changeTables } from './quirksOfLayout.ts'
import { bare, insertColumn } from './tableChanges.ts'

/** What people do to the form by hand: they number its rows, cut its labels short, part table 四, set two years side by side. */

const quirk = (name: string, apply: (draft: Draft) => void, formats: Quirk['formats'] = ['html', 'docx']): Quirk => ({
  name,
  phase: 'layout',
  formats,
  combines: false,
  apply,
})

const byPlace = (cells: readonly LaidCell[]) => cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
const headRows = (table: LaidTable) =>
  Math.min(...table.cells.flatMap(cell => (cell.kind === 'value' ? [cell.row] : [])))

/** A column before or behind the labels, blank beside the heads. */
const besideLabels = (place: number, text: (row: number) => string) => (table: LaidTable) => {
  const heads = headRows(table)
  return [insertColumn(table, place, row => ({ text: row < heads ? '' : text(row - heads), kind: 'label' }))]
}

/** Two rows of one group of table 三, figures and labels. */
function changeRows(table: LaidTable): readonly LaidTable[] {
  const rowOf = (label: string) => table.cells.find(cell => cell.text.startsWith(label))?.row ?? -1
  const [one, other] = [rowOf('2.其他法律'), rowOf('5.属于三类')]
  const places = new Map([
    [one, other],
    [other, one],
  ])
  const cells = table.cells.map(cell =>
    cell.rowSpan === 1 ? { ...cell, row: places.get(cell.row) ?? cell.row } : cell,
  )
  return [{ ...table, cells: byPlace(cells) }]
}

/** 总计 in front of the other columns. */
function totalFirst(table: LaidTable): readonly LaidTable[] {
  const first = Math.min(...table.cells.flatMap(cell => (cell.kind === 'value' ? [cell.column] : [])))
  const last = table.columns - 1
  const cells = table.cells.map(cell => {
    if (cell.column < first || (cell.columnSpan > 1 && cell.row === 0)) return cell
    return { ...cell, column: cell.column === last ? first : cell.column + 1 }
  })
  return [{ ...table, cells: byPlace(cells) }]
}

const kinds = ['行政复议', '未经复议直接起诉', '复议后起诉']
const outcomes = formTable('proceedings', '2021').rows[0]?.columns.map(column => column.label) ?? []

/** Table 四 as three tables of one kind each. */
function partKinds(table: LaidTable): readonly LaidTable[] {
  const values = table.cells.filter(cell => cell.kind === 'value')
  return kinds.map((kind, at) => ({
    rows: 3,
    columns: outcomes.length,
    cells: [
      { ...bare(0, 0, kind, 'head'), columnSpan: outcomes.length },
      ...outcomes.map((text, column) => bare(1, column, text, 'head')),
      ...values
        .slice(at * outcomes.length, (at + 1) * outcomes.length)
        .map((cell, column) => ({ ...cell, row: 2, column, rowSpan: 1, columnSpan: 1 })),
    ],
  }))
}

/** What spans several slots once in each of them, as programs write that know of no merged cells. */
const repeated = (table: LaidTable): readonly LaidTable[] => [
  {
    ...table,
    cells: byPlace(
      table.cells.flatMap(cell =>
        Array.from({ length: cell.columnSpan }, (_, at) => ({ ...cell, column: cell.column + at, columnSpan: 1 })),
      ),
    ),
  },
]

/** Last year's table above this year's, a line above each that says which is which. */
function lastYearFirst(draft: Draft): void {
  draft.blocks = draft.blocks.flatMap((block): readonly DraftBlock[] => {
    if (block.kind !== 'table' || block.key !== 'requests') return [block]
    const cells = block.table.cells.map(cell =>
      cell.kind === 'value' ? { ...cell, key: null, text: String(draft.random.whole(0, 40)) } : cell,
    )
    return [
      { kind: 'paragraph', text: `${draft.year - 1}年数据：` },
      { kind: 'table', key: null, table: { ...block.table, cells } },
      { kind: 'paragraph', text: `${draft.year}年数据：` },
      block,
    ]
  })
}

const shortened = new Map([
  ['一、本年新收政府信息公开申请数量', '一、本年新收'],
  ['二、上年结转政府信息公开申请数量', '二、上年结转'],
  ['1.属于国家秘密', '1.国家秘密'],
  ['8.属于行政查询事项', '8.行政查询'],
  ['5.要求行政机关确认或重新出具已获取信息', '5.要求确认或重新出具'],
  ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '1.逾期不补正'],
  ['四、结转下年度继续办理', '四、结转下年度'],
])
const noted = new Map([
  ['自然人', '自然人（公民）'],
  ['商业企业', '商业企业（公司）'],
  ['总计', '总计（件）'],
  ['规章', '规章（件）'],
  ['行政许可', '行政许可（含变更、延续）'],
  ['（一）予以公开', '（一）予以公开（含告知获取途径）'],
])

export const quirksOfHands: readonly Quirk[] = [
  quirk(
    'serial numbers before the labels',
    changeTables(
      ['requests'],
      besideLabels(0, row => String(row + 1)),
    ),
  ),
  quirk(
    'a column of units',
    changeTables(
      ['requests'],
      besideLabels(3, () => '件'),
    ),
  ),
  quirk('two rows that changed places', changeTables(['requests'], changeRows), ['html', 'txt', 'docx']),
  quirk('总计 as the first column', changeTables(['requests'], totalFirst)),
  quirk('table 四 in three tables', changeTables(['proceedings'], partKinds)),
  quirk('heads and figures repeated in every slot', changeTables(['disclosure'], repeated)),
  quirk('last year before this year', lastYearFirst, ['html', 'txt', 'docx']),
  quirk(
    'labels cut short',
    onLabels(text => shortened.get(text) ?? text),
    ['html', 'txt', 'docx'],
  ),
  quirk(
    'notes behind labels',
    onLabels(text => noted.get(text) ?? text),
    ['html', 'txt', 'docx'],
  ),
]
