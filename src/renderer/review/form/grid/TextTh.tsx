import { memo } from 'react'
import type { TextCell } from '../../../../shared/form/layout.ts'
import { useLanguage } from '../../../words/index.ts'
import { useDesk } from '../../state/context.ts'

const classes = { note: 'h note', band: 'band', head: 'h', strip: 'y', group: 'g', label: 'l', fill: 'y' } as const
const scopes = {
  note: 'col',
  band: 'colgroup',
  head: 'col',
  strip: 'rowgroup',
  group: 'rowgroup',
  label: 'row',
  fill: 'row',
} as const

/** A head or label of the form; lit when it names the focused cell. */
export const TextTh = memo(function TextTh({ cell }: { readonly cell: TextCell }) {
  const lit = useDesk(desk => desk.named.has(cell.id))
  const language = useLanguage()
  const text = cell.text[language]
  const place = { rowSpan: cell.rowSpan, colSpan: cell.columnSpan, 'aria-colindex': cell.column + 1 }
  if (cell.kind === 'fill') return <td className="y" {...place} />
  return (
    <th className={`${classes[cell.kind]}${lit ? ' on' : ''}`} scope={scopes[cell.kind]} {...place}>
      {cell.kind === 'strip' ? <span className={`strip ${language}`}>{text}</span> : text}
    </th>
  )
})
