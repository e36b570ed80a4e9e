import { memo, useLayoutEffect, useRef } from 'react'
import { formTable, splitCellKey, type TableKey } from '../../../../shared/form/index.ts'
import { type FormLayout, type LayoutCell, layoutRows } from '../../../../shared/form/layout.ts'
import { useActions, useDesk } from '../../state/context.ts'
import { layoutOf } from '../../state/tables.ts'
import { useReviewWords } from '../../words/index.ts'
import { gridKey } from './gridKeys.ts'
import { ColumnSums, OutcomeSums, RowSum } from './Margins.tsx'
import { NumberTd } from './NumberTd.tsx'
import { TextTh } from './TextTh.tsx'
import './form.css'
import './states.css'
import './tables.css'

function Cells({ cells, first }: { readonly cells: readonly LayoutCell[]; readonly first: string | undefined }) {
  return cells.map(cell =>
    cell.kind === 'number' ? (
      <NumberTd key={cell.id} cell={cell} first={cell.id === first} />
    ) : (
      <TextTh key={cell.id} cell={cell} />
    ),
  )
}

function rowKey(cells: readonly LayoutCell[]): string | null {
  const number = cells.find(cell => cell.kind === 'number')
  return number ? (splitCellKey(number.id)?.row ?? null) : null
}

/** One band of rows: heads, scrolling body or closing rows. */
const Rows = memo(function Rows({ layout, from, to }: { layout: FormLayout; from: number; to: number }) {
  const words = useReviewWords().sums
  const first = layout.cells.find(cell => cell.kind === 'number')?.id
  const margin = layout.table === 'requests'
  return layoutRows(layout, from, to).map((cells, index) => {
    const at = from + index
    const row = rowKey(cells)
    return (
      <tr key={at} className={`r${at - layout.heads}`} aria-rowindex={at + 1}>
        <Cells cells={cells} first={first} />
        {margin && at === 0 ? (
          <th className="mgh" rowSpan={layout.heads} aria-colindex={layout.columns + 1}>
            {words.rowHead}
          </th>
        ) : null}
        {margin && row ? <RowSum row={row} place={layout.columns + 1} /> : null}
      </tr>
    )
  })
})

function Columns({ layout }: { readonly layout: FormLayout }) {
  const kinds =
    layout.table === 'requests'
      ? ['c1', 'c2', 'c3', ...Array<string>(7).fill('cn'), 'cm']
      : layout.table === 'disclosure'
        ? ['cl', ...Array<string>(layout.columns - 1).fill('cb')]
        : Array<string>(layout.columns).fill('cf')
  return (
    <colgroup>
      {kinds.map((kind, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a printed form never move
        <col key={index} className={kind} />
      ))}
    </colgroup>
  )
}

/** Keeps the focused cell clear of the frozen heads and closing rows: the browser scrolls a cell into what lies between them. */
function useFrozenBands(layout: FormLayout) {
  const scroll = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout has other bands to measure
  useLayoutEffect(() => {
    const box = scroll.current
    if (!box) return
    const measure = () => {
      box.style.scrollPaddingTop = `${box.querySelector('thead')?.offsetHeight ?? 0}px`
      box.style.scrollPaddingBottom = `${box.querySelector('tfoot')?.offsetHeight ?? 0}px`
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [layout])
  return scroll
}

/** The official form as it is printed, to be walked and typed into like a spreadsheet. */
export function FormGrid({ table }: { readonly table: TableKey }) {
  const layout = useDesk(desk => layoutOf(desk.record, desk.current, table))
  const actions = useActions()
  const words = useReviewWords()
  const scroll = useFrozenBands(layout)
  const { rows } = formTable(table, layout.edition)
  const columns = rows[0]?.columns.map(column => column.key) ?? []
  const sums = table === 'requests' ? 2 : table === 'proceedings' ? 1 : 0
  return (
    <div className="formscroll" ref={scroll}>
      <table
        className={`form ${table}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with roving focus is a grid
        role="grid"
        aria-label={words.tab[table]}
        aria-rowcount={layout.rows + sums}
        aria-colcount={layout.columns + (table === 'requests' ? 1 : 0)}
        onKeyDown={event => gridKey(event, actions)}
      >
        <Columns layout={layout} />
        {layout.heads > 0 ? (
          <thead>
            <Rows layout={layout} from={0} to={layout.heads} />
          </thead>
        ) : null}
        <tbody>
          <Rows layout={layout} from={layout.heads} to={layout.closing} />
          {table === 'proceedings' ? <OutcomeSums rows={rows.map(row => row.key)} index={layout.rows + 1} /> : null}
        </tbody>
        {layout.closing < layout.rows ? (
          <tfoot>
            <Rows layout={layout} from={layout.closing} to={layout.rows} />
            <ColumnSums rule="E2" columns={columns} index={layout.rows + 1} />
            <ColumnSums rule="E3" columns={columns} index={layout.rows + 2} />
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}
