import { useState } from 'react'
import type { InspectionReport } from '../../shared/inspection.ts'
import { type Message, messageText } from '../../shared/messages/index.ts'
import { Button } from '../ui/Button.tsx'
import { useApp } from '../ui/context.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ask, useEvent } from '../ui/data.ts'
import { ProblemLines } from '../ui/SaveFailure.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import type { ExchangeProps } from './Export.tsx'
import { Inspected } from './Inspected.tsx'
import { Progress, ScopeChoice } from './Parts.tsx'
import { type Scope, useScopes } from './scopes.ts'
import './exchange.css'

type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly report: InspectionReport }
  | { readonly kind: 'failed'; readonly problem: Message }

/** 四性检测: of which reports, then item by item what was found. */
export function InspectDialog({ record, filter, onClose }: ExchangeProps) {
  const words = useWords().exchange
  const language = useLanguage()
  const { toast } = useApp()
  const scopes = useScopes(record, filter)
  const [chosen, setChosen] = useState<Scope['key'] | null>(null)
  const [step, setStep] = useState<Step>({ kind: 'asking' })
  const [progress, setProgress] = useState({ done: 0, of: 0 })
  useEvent('inspect.progress', setProgress)
  const scope = scopes.find(item => item.key === chosen) ?? scopes[0]

  const run = async () => {
    if (!scope) return
    setProgress({ done: 0, of: scope.count })
    setStep({ kind: 'running' })
    const answer = await ask('inspect.run', { selection: scope.selection })
    setStep(answer.ok ? { kind: 'done', report: answer.value } : { kind: 'failed', problem: answer.problem })
  }
  const save = async () => {
    const answer = await ask('inspect.save', null)
    if (!answer.ok) toast({ kind: 'error', text: messageText(answer.problem, language) })
    else if (answer.value !== null) toast({ kind: 'done', text: words.saved(answer.value) })
  }

  switch (step.kind) {
    case 'asking':
      return (
        <Dialog
          title={words.inspectTitle}
          width={560}
          onClose={onClose}
          actions={
            <Button kind="main" disabled={!scope || scope.count === 0} onPress={() => void run()}>
              {words.inspect(scope?.count ?? 0)}
            </Button>
          }
        >
          <p className="sub">{words.inspectWhy}</p>
          <dl className="kv handing">
            <dt>{words.which}</dt>
            <dd>
              <ScopeChoice scopes={scopes} value={scope?.key} onChange={setChosen} />
            </dd>
          </dl>
        </Dialog>
      )
    case 'running':
      return (
        <Dialog
          title={words.inspectTitle}
          width={560}
          onClose={() => undefined}
          actions={<Button onPress={() => void ask('inspect.cancel', null)}>{words.cancelInspect}</Button>}
        >
          <Progress label={words.inspecting(progress.done, progress.of)} {...progress} />
        </Dialog>
      )
    case 'failed':
      return (
        <Dialog
          title={words.inspectTitle}
          tone={step.problem.severity === 'error' ? 'error' : 'plain'}
          width={560}
          onClose={onClose}
          actions={
            <Button kind="main" onPress={() => setStep({ kind: 'asking' })}>
              {words.again}
            </Button>
          }
        >
          <ProblemLines problem={step.problem} />
        </Dialog>
      )
    case 'done':
      return (
        <Dialog
          title={words.inspectTitle}
          width={880}
          onClose={onClose}
          actions={
            <>
              <Button onPress={() => void save()}>{words.save}</Button>
              <Button kind="main" onPress={onClose}>
                {words.close}
              </Button>
            </>
          }
        >
          <Inspected report={step.report} />
        </Dialog>
      )
  }
}
