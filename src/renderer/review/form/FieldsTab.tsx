import { useId, useState } from 'react'
import { type ReportField, reportFields } from '../../../shared/report.ts'
import { Button } from '../../ui/Button.tsx'
import { useApp } from '../../ui/context.ts'
import { Status } from '../../ui/Status.tsx'
import { fieldFrom } from '../state/changes.ts'
import { useActions, useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'

function Field({ field }: { readonly field: ReportField }) {
  const value = useDesk(desk => desk.current.report[field])
  const machine = useDesk(desk => desk.record.extraction.report?.[field] ?? null)
  const anchor = useDesk(desk => desk.record.extraction.report?.fieldAnchors[field])
  const { writable } = useApp().state.archive
  const actions = useActions()
  const words = useReviewWords().text
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const take = () => {
    if (typed === null) return
    const result = fieldFrom(field, typed)
    setWrong(!result.ok)
    if (!result.ok) return
    setTyped(null)
    actions.setField(field, result.value)
  }
  return (
    <div className="fieldrow">
      <label htmlFor={id}>{words.field[field]}</label>
      <input
        id={id}
        className={wrong ? 'in bad' : 'in'}
        readOnly={!writable}
        aria-invalid={wrong}
        aria-describedby={`${id}-help`}
        value={typed ?? String(value ?? '')}
        onChange={event => {
          setTyped(event.target.value)
          setWrong(false)
        }}
        onBlur={take}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter') take()
          if (event.key === 'Escape') {
            setTyped(null)
            setWrong(false)
          }
        }}
      />
      <span id={`${id}-help`} className="help" aria-live="polite">
        {wrong ? (
          <Status shape="error" tone="zhu">
            {words.fieldWrong[field]}
          </Status>
        ) : value !== machine ? (
          <Status shape="reviewed" tone="dai">
            {machine === null ? words.notRead : words.machine(String(machine))}
          </Status>
        ) : (
          <span className="sub">{machine === null ? words.notRead : words.fieldHelp[field]}</span>
        )}
        {anchor ? (
          <Button
            kind="quiet"
            size="small"
            onPress={() =>
              actions.showSource({
                block: anchor.block,
                row: anchor.row ?? null,
                column: anchor.column ?? null,
                words: [],
              })
            }
          >
            {words.look}
          </Button>
        ) : null}
      </span>
    </div>
  )
}

/** 题名与机关: what the report is called, whose it is, for which year and when it was published. */
export function FieldsTab() {
  return (
    <div className="fields">
      {reportFields.map(field => (
        <Field key={field} field={field} />
      ))}
    </div>
  )
}
