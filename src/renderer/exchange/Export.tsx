import { Radio } from 'antd'
import { useState } from 'react'
import { type Exported, type ExportFormat, type ExportProgress, exportFormats } from '../../shared/exchange.ts'
import { type Message, messageText } from '../../shared/messages/index.ts'
import type { RecordId } from '../../shared/record.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ask, useEvent } from '../ui/data.ts'
import { ProblemLines } from '../ui/SaveFailure.tsx'
import { Shape } from '../ui/Status.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { Progress, ScopeChoice } from './Parts.tsx'
import { type Filter, type Scope, useScopes } from './scopes.ts'
import './exchange.css'

export type ExchangeProps = {
  /** The report in view, if there is one. */
  readonly record: RecordId | null
  readonly filter: Filter
  readonly onClose: () => void
}

type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly exported: Exported }
  | { readonly kind: 'failed'; readonly problem: Message }

/** 导出: which reports, as what, to where; then how far it is and what was written. */
export function ExportDialog({ record, filter, onClose }: ExchangeProps) {
  const words = useWords().exchange
  const scopes = useScopes(record, filter)
  const [chosen, setChosen] = useState<Scope['key'] | null>(null)
  const [format, setFormat] = useState<ExportFormat>('bag')
  const [to, setTo] = useState<string | null>(null)
  const [step, setStep] = useState<Step>({ kind: 'asking' })
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  useEvent('export.progress', setProgress)
  const scope = scopes.find(item => item.key === chosen) ?? scopes[0]

  const choose = async () => {
    const answer = await ask('export.choose', { format })
    if (!answer.ok) setStep({ kind: 'failed', problem: answer.problem })
    else if (answer.value !== null) setTo(answer.value)
  }
  const run = async () => {
    if (!scope || to === null) return
    setProgress(null)
    setStep({ kind: 'running' })
    const answer = await ask('export.run', { selection: scope.selection, format, to })
    setStep(answer.ok ? { kind: 'done', exported: answer.value } : { kind: 'failed', problem: answer.problem })
  }
  const again = () => {
    setTo(null)
    setStep({ kind: 'asking' })
  }

  switch (step.kind) {
    case 'asking':
      return (
        <Dialog
          title={words.exportTitle}
          width={560}
          onClose={onClose}
          actions={
            <Button kind="main" disabled={to === null || !scope || scope.count === 0} onPress={() => void run()}>
              {words.run(scope?.count ?? 0)}
            </Button>
          }
        >
          <dl className="kv handing">
            <dt>{words.which}</dt>
            <dd>
              <ScopeChoice scopes={scopes} value={scope?.key} onChange={setChosen} />
            </dd>
            <dt>{words.form}</dt>
            <dd>
              <Radio.Group
                className="choice"
                aria-label={words.form}
                value={format}
                onChange={event => {
                  const wanted = exportFormats.find(item => item === event.target.value)
                  if (!wanted) return
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
        </Dialog>
      )
    case 'running':
      return (
        <Dialog
          title={words.exportTitle}
          width={560}
          onClose={() => undefined}
          actions={<Button onPress={() => void ask('export.cancel', null)}>{words.cancel}</Button>}
        >
          <p className="path sub">{to}</p>
          <Progress
            label={progress ? words.step[progress.step](progress.done, progress.of) : words.counting}
            done={progress?.done ?? 0}
            of={progress?.of ?? 0}
          />
        </Dialog>
      )
    case 'failed':
      return (
        <Dialog
          title={words.exportTitle}
          tone={step.problem.severity === 'error' ? 'error' : 'plain'}
          width={560}
          onClose={onClose}
          actions={
            <>
              <Button onPress={onClose}>{words.close}</Button>
              <Button kind="main" onPress={again}>
                {words.again}
              </Button>
            </>
          }
        >
          <ProblemLines problem={step.problem} />
        </Dialog>
      )
    case 'done':
      return <Done exported={step.exported} onClose={onClose} />
  }
}

function Done({ exported, onClose }: { readonly exported: Exported; readonly onClose: () => void }) {
  const words = useWords().exchange
  const language = useLanguage()
  const { format, path, records, files, bytes, problems } = exported
  return (
    <Dialog
      title={words.exportTitle}
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void ask('export.show', null)}>{words.show}</Button>
          <Button kind="main" onPress={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <p className="outcome jade" role="status">
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
    </Dialog>
  )
}
