import { useState } from 'react'
import { type Exported, type ExportFormat, type ExportProgress, exportFormats } from '../../shared/data/exchange.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { messageText } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Choice } from '../ui/controls/Choice.tsx'
import { Shape } from '../ui/controls/Status.tsx'
import { ask, useEvent } from '../ui/data.ts'
import { useLongCall } from '../ui/dialogs/useWork.ts'
import { WorkDialog } from '../ui/dialogs/WorkDialog.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { ScopeChoice } from './Parts.tsx'
import { type Filter, type Scope, useScopes } from './scopes.ts'
import './exchange.css'

export type ExchangeProps = {
  /** The report in view, if there is one. */
  readonly record: RecordId | null
  readonly filter: Filter
  readonly onClose: () => void
}

/** 导出: which reports, as what, to where; then how far it is and what was written. */
export function ExportDialog({ record, filter, onClose }: ExchangeProps) {
  const words = useWords().exchange
  const language = useLanguage()
  const { toast } = useApp()
  const scopes = useScopes(record, filter)
  const [chosen, setChosen] = useState<Scope['key'] | null>(null)
  const [format, setFormat] = useState<ExportFormat>('bag')
  const [to, setTo] = useState<string | null>(null)
  const work = useLongCall<'export.run', ExportProgress['step']>('export.run', () => void ask('export.cancel', null))
  useEvent('export.progress', work.tell)
  const scope = scopes.find(item => item.key === chosen) ?? scopes[0]

  const choose = async () => {
    const answer = await ask('export.choose', { format })
    if (!answer.ok) toast({ kind: 'error', text: messageText(answer.problem, language) })
    else if (answer.value !== null) setTo(answer.value)
    work.reset()
  }
  return (
    <WorkDialog
      title={words.exportTitle}
      width={560}
      work={work}
      begin={{
        label: words.run(scope?.count ?? 0),
        ready: to !== null && scope !== undefined && scope.count > 0,
        press: () => scope && to !== null && void work.run({ selection: scope.selection, format, to }),
      }}
      label={({ step, done, of }) => (step ? words.step[step](done, of) : words.counting)}
      onClose={onClose}
      questions={
        <dl className="kv handing">
          <dt>{words.which}</dt>
          <dd>
            <ScopeChoice scopes={scopes} value={scope?.key} onChange={setChosen} />
          </dd>
          <dt>{words.form}</dt>
          <dd>
            <Choice
              column
              label={words.form}
              value={format}
              onChange={wanted => {
                setFormat(wanted)
                setTo(null)
              }}
              options={exportFormats.map(value => ({ value, label: words.formats[value] }))}
            />
            <p className="sub">{words.formatWhy[format]}</p>
          </dd>
          <dt>{words.where}</dt>
          <dd>
            <p className="path">{to ?? <span className="sub">{words.noPlace}</span>}</p>
            <Button size="small" onPress={() => void choose()}>
              {to === null ? words.choose : words.chooseAgain}
            </Button>
          </dd>
        </dl>
      }
      outcome={exported => <Written exported={exported} />}
      beside={() => ({ label: words.show, press: () => void ask('export.show', null) })}
    />
  )
}

/** What was written, and what was left out. */
function Written({ exported }: { readonly exported: Exported }) {
  const words = useWords().exchange
  const language = useLanguage()
  const { format, path, records, files, bytes, problems } = exported
  return (
    <>
      <p className="outcome jade">
        <Shape name="reviewed" />
        {words.done[format](records, files, bytes)}
      </p>
      <p className="path">{path}</p>
      {problems.length > 0 ? (
        <>
          <p className="outcome zhu">
            <Shape name="error" />
            {words.left(problems.length)}
          </p>
          <ul className="left">
            {problems.slice(0, 100).map((problem, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems have no name of their own and keep their order
              <li key={at}>{messageText(problem, language)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
