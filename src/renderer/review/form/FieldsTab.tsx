import { useId, useState } from 'react'
import { type ReportFact, type ReportField, reportFields } from '../../../shared/data/report.ts'
import { useApp } from '../../ui/context.ts'
import { Status } from '../../ui/controls/Status.tsx'
import { fieldFrom } from '../state/changes.ts'
import { useActions, useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import { LookAtSource } from './LookAtSource.tsx'

const facts = ['region', 'kind', 'period', 'documentNumber'] as const

/** 存疑: found only indirectly. */
function Unsure({ fact }: { readonly fact: ReportFact }) {
  const unsure = useDesk(desk => desk.record.extraction.report?.unsure?.includes(fact) ?? false)
  const words = useReviewWords().text
  return unsure ? (
    <Status shape="doubt" tone="amber">
      {words.unsure}
    </Status>
  ) : null
}

/** 看原件: where the fact was found. */
function Look({ fact }: { readonly fact: ReportFact }) {
  return <LookAtSource anchor={useDesk(desk => desk.record.extraction.report?.fieldAnchors[fact])} />
}

function Field({ field }: { readonly field: ReportField }) {
  const value = useDesk(desk => desk.current.report[field])
  const machine = useDesk(desk => desk.record.extraction.report?.[field] ?? null)
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
        ) : machine === null || words.fieldHelp[field] ? (
          <span className="sub">{machine === null ? words.notRead : words.fieldHelp[field]}</span>
        ) : null}
        {value === machine ? <Unsure fact={field} /> : null}
        <Look fact={field} />
      </span>
    </div>
  )
}

type Found = 'region' | 'kind' | 'period' | 'documentNumber'

/** A fact as recognition found it, in words; null where it found none. Records made before these facts were read have none. */
function useFound(fact: Found): string | null {
  const report = useDesk(desk => desk.record.extraction.report)
  const words = useReviewWords().text
  switch (fact) {
    case 'region':
      return report?.region ? `${report.region.name}，${words.level[report.region.level]}` : null
    case 'kind':
      return report?.kind ? words.kind[report.kind] : null
    case 'period':
      return report?.period ? words.period(report.period.from, report.period.to) : null
    case 'documentNumber':
      return report?.documentNumber ?? null
  }
}

/** A fact that is only shown: it follows from the others, or nothing is counted by it. */
function Fact({ fact }: { readonly fact: Found }) {
  const value = useFound(fact)
  const words = useReviewWords().text
  return (
    <div className="fieldrow fact">
      <span className="name">{words.fact[fact]}</span>
      <span className={value === null ? 'sub' : ''}>{value ?? words.notFound}</span>
      <span className="help">
        <Unsure fact={fact} />
        <Look fact={fact} />
      </span>
    </div>
  )
}

/** 题名与机关: what the report is called, whose it is, for which year and when it was published, and what else was found of it. */
export function FieldsTab() {
  return (
    <div className="fields">
      {reportFields.map(field => (
        <Field key={field} field={field} />
      ))}
      {facts.map(fact => (
        <Fact key={fact} fact={fact} />
      ))}
    </div>
  )
}
