// biome-ignore-all lint/a11y/useSemanticElements: rows are placed one by one, which the elements of a table cannot be
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { type Keymap, runKey } from '../keys/keys.ts'
import { useVirtual } from './virtual.ts'
import './ledger.css'

export type LedgerColumn = {
  readonly key: string
  readonly label: string
  readonly numeric?: boolean
  /** Shown only from 1600 px. */
  readonly wide?: boolean
  readonly sorted?: 'ascending' | 'descending' | 'none'
  readonly onSort?: () => void
  /** The head is there for listeners only. */
  readonly silent?: boolean
}

export type LedgerProps = {
  readonly label: string
  readonly columns: readonly LedgerColumn[]
  readonly count: number
  readonly current: number
  readonly onCurrent: (index: number) => void
  /** Cells of a row in the order of the columns; null while the row is being fetched. */
  readonly cells: (index: number) => readonly ReactNode[] | null
  readonly onOpen: (index: number) => void
  readonly onRange?: (first: number, last: number) => void
  /** More keys for the current row. */
  readonly keys?: Keymap
  /** Under the current row, inside the list. */
  readonly detail?: ReactNode
  readonly busy?: boolean
}

const arrows = { ascending: ' ↑', descending: ' ↓', none: '' } as const
const classOf = (column: LedgerColumn) => [column.numeric ? 'num' : '', column.wide ? 'wide' : ''].join(' ').trim()

/** A list that looks like a ledger. Focus stays on the grid; the current row is its active descendant. */
export function Ledger(props: LedgerProps) {
  const { columns, count, current, detail } = props
  const id = useId()
  const [extra, setExtra] = useState(0)
  const more = useRef<HTMLDivElement | null>(null)
  const list = useVirtual(count, detail && current >= 0 ? current : null, extra)
  const { first, last, reveal, page } = list

  useLayoutEffect(() => {
    setExtra(detail ? (more.current?.offsetHeight ?? 0) : 0)
  })
  // The height of a row is known only once one is drawn: a list that opens far down would stop short of its current row.
  // Before anything is shown: else there is a moment in which the current row is not drawn, and nobody is told of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the current row moves, not when the view does
  useLayoutEffect(() => reveal(current), [current, extra, list.rowHeight])
  const { onRange } = props
  useEffect(() => onRange?.(first, last), [onRange, first, last])

  const move = (to: number) => {
    if (count > 0) props.onCurrent(Math.min(count - 1, Math.max(0, to)))
  }
  const steps: readonly (readonly [string, number])[] = [
    ['ArrowUp', current - 1],
    ['ArrowDown', current + 1],
    ['PageUp', current - page],
    ['PageDown', current + page],
    ['Home', 0],
    ['End', count - 1],
  ]
  const keys: Keymap = {
    ...Object.fromEntries(steps.map(([key, to]) => [key, () => move(to)])),
    ...Object.fromEntries([['Enter', () => current >= 0 && props.onOpen(current)]]),
    ...props.keys,
  }
  const rows: ReactNode[] = []
  for (let index = first; index <= last; index += 1) {
    const cells = props.cells(index)
    rows.push(
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
      // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus, the row is its active descendant
      <div
        key={index}
        role="row"
        id={`${id}-${index}`}
        aria-rowindex={index + 2}
        aria-selected={index === current}
        className={index === current ? (detail ? 'cur open' : 'cur') : ''}
        style={{ top: list.topOf(index) }}
        onClick={() => props.onCurrent(index)}
        onDoubleClick={() => props.onOpen(index)}
      >
        {columns.map((column, position) => (
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div key={column.key} role="gridcell" className={classOf(column)}>
            {cells?.[position] ?? null}
          </div>
        ))}
      </div>,
    )
  }
  return (
    <div
      className="ledger"
      role="grid"
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-busy={props.busy ?? false}
      {...(current >= first && current <= last ? { 'aria-activedescendant': `${id}-${current}` } : {})}
      tabIndex={0}
      data-zone-focus
      onKeyDown={event => {
        if (event.target === event.currentTarget) runKey(keys, event.nativeEvent)
      }}
    >
      <div className="head" role="rowgroup">
        {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus */}
        <div role="row" aria-rowindex={1}>
          {columns.map(column => (
            // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
            <div
              key={column.key}
              role="columnheader"
              className={classOf(column)}
              {...(column.sorted ? { 'aria-sort': column.sorted } : {})}
            >
              {column.onSort ? (
                <button type="button" className={`bare ${classOf(column)}`} onClick={column.onSort}>
                  {column.label}
                  <span aria-hidden="true">{arrows[column.sorted ?? 'none']}</span>
                </button>
              ) : (
                <span className={column.silent ? 'hidden-words' : ''}>{column.label}</span>
              )}
            </div>
          ))}
        </div>
      </div>
      <div className="rows" role="rowgroup" ref={list.scroller} onScroll={list.onScroll}>
        <div className="canvas" style={{ height: list.total }}>
          {rows}
          {detail && current >= 0 ? (
            <div className="more" ref={more} style={{ top: list.topOf(current) + list.rowHeight }}>
              {detail}
            </div>
          ) : null}
        </div>
      </div>
    </div>
  )
}
