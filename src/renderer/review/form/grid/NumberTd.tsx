import { memo, useEffect, useRef } from 'react'
import type { CellKey } from '../../../../shared/form/index.ts'
import type { NumberCell } from '../../../../shared/form/layout.ts'
import { useLanguage } from '../../../words/index.ts'
import { useActions, useDesk } from '../../state/context.ts'
import type { Look } from '../../state/looks.ts'
import { useReviewWords } from '../../words/index.ts'
import { CellFace, faceClass } from './CellFace.tsx'
import { spokenCell } from './spoken.ts'

const absent = new Map<CellKey, Look>()

/** A cell of a table that was not found: nothing stands there until it is typed. */
export function absentLook(key: CellKey): Look {
  const plain = { confidence: 1, doubtful: false, suspect: false, confirmed: false, sourceError: false, machine: null }
  const look = absent.get(key) ?? { key, state: 'absent', value: null, raw: null, ...plain }
  absent.set(key, look)
  return look
}

/** One official number. It draws itself again only when its own look, its focus or what is typed into it changes. */
export const NumberTd = memo(function NumberTd({
  cell,
  first,
}: {
  readonly cell: NumberCell
  readonly first: boolean
}) {
  const key = cell.id
  const look = useDesk(desk => desk.looks.get(key)) ?? absentLook(key)
  const focused = useDesk(desk => desk.focus === key)
  const grab = useDesk(desk => (desk.focus === key && desk.draft === null && desk.note === null ? desk.grab : 0))
  const typing = useDesk(desk => (desk.draft?.cell === key ? desk.draft.text : null))
  const reachable = useDesk(desk => (desk.focus === null ? first : desk.focus === key))
  const actions = useActions()
  const words = useReviewWords()
  const language = useLanguage()
  const ref = useRef<HTMLTableCellElement>(null)
  useEffect(() => {
    if (grab === 0) return
    ref.current?.focus({ preventScroll: true })
    ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [grab])
  return (
    <td
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: inside a grid a td is a gridcell
      role="gridcell"
      data-cell={key}
      {...(focused ? { 'data-zone-focus': true } : {})}
      className={`n${cell.total ? ' tot' : ''}${focused ? ' at' : ''} ${faceClass(look)}`}
      rowSpan={cell.rowSpan}
      colSpan={cell.columnSpan}
      aria-colindex={cell.column + 1}
      aria-selected={focused}
      aria-label={spokenCell(look, words, language)}
      tabIndex={reachable ? 0 : -1}
      onMouseDown={event => {
        event.preventDefault()
        actions.focus(key)
      }}
      onDoubleClick={() => actions.begin(null)}
      onFocus={() => {
        if (!focused) actions.focus(key, false)
      }}
    >
      {typing === null ? <CellFace look={look} /> : <b className="v typing">{typing}</b>}
    </td>
  )
})
