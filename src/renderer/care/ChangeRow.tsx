import { useState } from 'react'
import type { RereadRow } from '../../shared/data/rereading.ts'
import { messageText } from '../../shared/messages/index.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Tick } from '../ui/controls/Tick.tsx'
import { useCall } from '../ui/data.ts'
import { cellName, readingText } from '../words/cells.ts'
import { useLanguage, useWords } from '../words/index.ts'

/** Cell by cell, before and after. Read when it is asked for: the same reading as that of the single report. */
function Changes({ id }: { readonly id: string }) {
  const words = useWords().care.reread
  const language = useLanguage()
  const { value, problem } = useCall('record.reread', { id, take: false })
  if (problem) return <p>{messageText(problem, language)}</p>
  if (!value) return <p className="sub">{words.reading}</p>
  const said = (of: string | number | null) => (of === null ? words.cleared : String(of))
  const lines = [
    ...value.fields.map(item => [words.fields[item.field], said(item.before), said(item.after)] as const),
    ...value.cells.map(
      item =>
        [cellName(item.cell, language), readingText(item.before, language), readingText(item.after, language)] as const,
    ),
  ]
  return (
    <>
      <ul>
        {lines.map(([where, before, after]) => (
          <li key={where}>
            <span>{where}</span>
            <s>{before}</s>
            <span className="dim">→</span>
            <b>{after}</b>
          </li>
        ))}
      </ul>
      {value.sections > 0 ? <p className="sub">{words.prose(value.sections)}</p> : null}
      {value.kept > 0 ? <p className="sub">{words.keeps(value.kept)}</p> : null}
    </>
  )
}

type Props = { readonly row: RereadRow; readonly chosen: boolean; readonly onChoose: (chosen: boolean) => void }

/** One report that would change: chosen or not, how much, and on demand what. */
export function ChangeRow({ row, chosen, onChoose }: Props) {
  const words = useWords().care.reread
  const [open, setOpen] = useState(false)
  const name = words.name(row.name, row.year)
  return (
    <li className="row">
      <Tick label={words.choose(name)} ticked={chosen} onChange={onChoose} />
      <span className="name" title={name}>
        {name}
      </span>
      <span className="sub">
        {words.row(row.cells, row.fields, row.sections, row.kept)} · {words.open(row.open.before, row.open.after)}
      </span>
      <Button size="small" kind="quiet" icon={open ? 'down' : 'right'} onPress={() => setOpen(!open)}>
        {words.show}
      </Button>
      {open ? (
        <div className="changes">
          <Changes id={row.id} />
        </div>
      ) : null}
    </li>
  )
}
