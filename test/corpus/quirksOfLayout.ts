import type { SectionKey, TableKey } from '../../src/shared/form/index.ts'
import type { LaidTable } from '../recognition/layout.ts'
import { filled, widthsOf } from './lay.ts'
import type { Draft, DraftBlock } from './model.ts'
import { everywhere, type Quirk, withCells } from './quirk.ts'
import { bare, cut, glue, insertColumn, insertRow, pack, repeatHead, transpose, unmerge } from './tableChanges.ts'

/** How tables lie in the document. */

type TableBlock = Extract<DraftBlock, { kind: 'table' }>
const isTable = (block: DraftBlock, key: TableKey): block is TableBlock => block.kind === 'table' && block.key === key
const allKeys: readonly TableKey[] = ['disclosure', 'requests', 'proceedings']

export function changeTables(
  keys: readonly TableKey[],
  change: (table: LaidTable, draft: Draft) => readonly LaidTable[],
  keepWidths = false,
) {
  return (draft: Draft): void => {
    draft.blocks = draft.blocks.flatMap(block => {
      if (block.kind !== 'table' || block.key === null || !keys.includes(block.key)) return [block]
      const widths = keepWidths ? { widths: widthsOf(filled(block.table)) } : {}
      return change(block.table, draft).map((table): DraftBlock => ({ ...block, table, ...widths }))
    })
  }
}

type More = Partial<Omit<Quirk, 'name' | 'apply'>>
const quirk = (name: string, apply: (draft: Draft) => void, more: More = {}): Quirk => ({
  name,
  phase: 'layout',
  formats: everywhere,
  combines: true,
  ...more,
  apply,
})

const headRowsOf = (table: LaidTable) =>
  table.cells.filter(cell => cell.kind === 'value').reduce((first, cell) => Math.min(first, cell.row), table.rows)
const valuesIn = (table: LaidTable, row: number) =>
  table.cells.filter(cell => cell.row === row && cell.kind === 'value')

/** A row in the lower half of table 三 where no group label begins: a page break there cuts labels. */
function cutPlace(table: LaidTable, draft: Draft): number {
  return draft.random.whole(headRowsOf(table) + 4, table.rows - 3)
}

function addSubRows(table: LaidTable, draft: Draft): readonly LaidTable[] {
  const rows = [...new Set(table.cells.filter(cell => cell.kind === 'value').map(cell => cell.row))]
  let result = table
  for (const row of [...draft.random.some(rows.slice(1), 2)].sort((a, b) => b - a)) {
    const figures = valuesIn(result, row).map(() => String(draft.random.whole(0, 5)))
    result = insertRow(result, row, draft.random.pick(['其中：本级', '其中：街镇', '（注：含上级转来）']), figures)
  }
  return [result]
}

function addColumn(
  title: string,
  place: 'last' | 'beforeTotal',
): (table: LaidTable, draft: Draft) => readonly LaidTable[] {
  return (table, draft) => {
    const at = place === 'last' ? table.columns : table.columns - 1
    const heads = headRowsOf(table)
    return [
      insertColumn(table, at, row => {
        if (row < heads) return { text: row === heads - 1 ? title : '', kind: 'head' }
        return { text: title === '备注' ? '' : String(draft.random.whole(0, 9)), kind: 'value' }
      }),
    ]
  }
}

function moveSections(draft: Draft, order: readonly SectionKey[]): void {
  const first = draft.blocks.findIndex(block => block.kind === 'heading')
  const end = draft.blocks.findIndex(block => block.kind === 'signature')
  const parts = new Map<SectionKey, DraftBlock[]>()
  let current: SectionKey = 'overview'
  for (const block of draft.blocks.slice(first, end)) {
    if (block.kind === 'heading' && block.section) current = block.section
    parts.set(current, [...(parts.get(current) ?? []), block])
  }
  draft.blocks = [
    ...draft.blocks.slice(0, first),
    ...order.flatMap(key => parts.get(key) ?? []),
    ...draft.blocks.slice(end),
  ]
}

/** Puts two neighbouring tables into one, the heading between them becoming a row or going away. */
function glueTables(upperKey: TableKey, lowerKey: TableKey, keepHeading: boolean) {
  return (draft: Draft): void => {
    const upper = draft.blocks.findIndex(block => isTable(block, upperKey))
    const lower = draft.blocks.findIndex(block => isTable(block, lowerKey))
    const [first, second] = [draft.blocks[upper], draft.blocks[lower]]
    if (first?.kind !== 'table' || second?.kind !== 'table' || lower < upper) return
    const heading = draft.blocks.slice(upper, lower).find(block => block.kind === 'heading')
    const title: LaidTable = {
      rows: 1,
      columns: first.table.columns,
      cells: [
        { ...bare(0, 0, heading?.kind === 'heading' ? heading.text : '', 'head'), columnSpan: first.table.columns },
      ],
    }
    const joined = keepHeading ? glue(glue(first.table, title), second.table) : glue(first.table, second.table)
    draft.blocks = [...draft.blocks.slice(0, upper), { ...first, table: joined }, ...draft.blocks.slice(lower + 1)]
  }
}

function without(key: TableKey, how: 'missing' | 'picture') {
  return (draft: Draft): void => {
    draft.absent.set(key, how)
    draft.blocks = draft.blocks.flatMap((block): readonly DraftBlock[] => {
      if (!isTable(block, key)) return [block]
      return how === 'picture' ? [{ kind: 'picture', key }] : []
    })
  }
}

/** Last year's figures once more behind the report, as reports that compare do. */
function addLastYear(draft: Draft): void {
  const end = draft.blocks.findIndex(block => block.kind === 'signature')
  const table = draft.blocks.find(block => isTable(block, 'requests'))
  if (table?.kind !== 'table') return
  const cells = table.table.cells.map(cell =>
    cell.kind === 'value' ? { ...cell, key: null, text: String(draft.random.whole(0, 40)) } : cell,
  )
  draft.blocks = [
    ...draft.blocks.slice(0, end),
    { kind: 'paragraph', text: '附：上一年度收到和处理政府信息公开申请情况' },
    { kind: 'table', key: null, table: { ...table.table, cells } },
    ...draft.blocks.slice(end),
  ]
}

/** One page of a report that a site shows in several: only table 三 is on it. */
function onePage(draft: Draft): void {
  draft.absent.set('disclosure', 'missing')
  draft.absent.set('proceedings', 'missing')
  draft.blocks = draft.blocks.filter(
    block =>
      block.kind === 'title' ||
      isTable(block, 'requests') ||
      (block.kind === 'heading' && block.section === 'requests'),
  )
}

export const quirksOfLayout: readonly Quirk[] = [
  quirk(
    'heads without spans',
    changeTables(allKeys, table => [unmerge(table, 'head')]),
    { formats: withCells },
  ),
  quirk(
    'labels without spans',
    changeTables(allKeys, table => [unmerge(table, 'label')]),
    { formats: withCells },
  ),
  quirk(
    'all spans gone',
    changeTables(allKeys, table => [pack(table)]),
    { formats: ['html', 'docx', 'doc'], combines: false },
  ),
  quirk(
    'a table cut in two',
    changeTables(['requests'], (table, draft) => cut(table, cutPlace(table, draft), false), true),
  ),
  quirk(
    'a table cut in two, other widths',
    changeTables(['requests'], (table, draft) => cut(table, cutPlace(table, draft), false)),
  ),
  quirk(
    'labels cut by the page',
    changeTables(['requests'], (table, draft) => cut(table, cutPlace(table, draft), true), true),
  ),
  quirk(
    'heads repeated inside',
    changeTables(['requests'], (table, draft) => [repeatHead(table, cutPlace(table, draft), headRowsOf(table))]),
  ),
  quirk('tables 三 and 四 in one', glueTables('requests', 'proceedings', false), {
    formats: withCells,
    combines: false,
  }),
  quirk('tables 二 and 三 in one', glueTables('disclosure', 'requests', true), { formats: withCells, combines: false }),
  quirk('four before three', draft =>
    moveSections(draft, ['overview', 'disclosure', 'proceedings', 'requests', 'problems', 'other']),
  ),
  quirk('three and four before two', draft =>
    moveSections(draft, ['overview', 'requests', 'proceedings', 'disclosure', 'problems', 'other']),
  ),
  quirk('sub-rows', changeTables(['requests'], addSubRows)),
  quirk('a subtotal column', changeTables(['requests'], addColumn('小计', 'beforeTotal')), {
    formats: withCells,
    combines: false,
  }),
  quirk('a column 合计', changeTables(['requests'], addColumn('合计', 'last')), {
    formats: withCells,
    combines: false,
  }),
  quirk('a column of remarks', changeTables(['requests'], addColumn('备注', 'last'))),
  quirk(
    'a transposed table',
    changeTables(['requests'], table => [transpose(table)]),
    { formats: withCells, combines: false },
  ),
  quirk(
    'a transposed table 四',
    changeTables(['proceedings'], table => [transpose(table)]),
    { formats: withCells, combines: false },
  ),
  quirk('last year once more', addLastYear, { combines: false }),
  quirk('one page of several', onePage, { formats: ['html', 'txt', 'docx'], combines: false }),
  quirk('table 二 missing', without('disclosure', 'missing'), { combines: false }),
  quirk('table 四 missing', without('proceedings', 'missing'), { combines: false }),
  quirk('table 三 a picture', without('requests', 'picture'), { formats: withCells, combines: false }),
  quirk('table 二 a picture', without('disclosure', 'picture'), { formats: withCells, combines: false }),
  quirk('table 四 a picture', without('proceedings', 'picture'), { formats: withCells, combines: false }),
  quirk(
    'no headings',
    draft => {
      draft.blocks = draft.blocks.filter(block => block.kind !== 'heading')
    },
    { formats: withCells, combines: false },
  ),
]
