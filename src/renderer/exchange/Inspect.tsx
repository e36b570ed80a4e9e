import { useState } from 'react'
import type { InspectionRun } from '../../shared/inspection.ts'
import type { Message } from '../../shared/messages/index.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ask, useEvent } from '../ui/data.ts'
import { ProblemLines } from '../ui/SaveFailure.tsx'
import { useWords } from '../words/index.ts'
import type { ExchangeProps } from './Export.tsx'
import { Progress, ScopeChoice } from './Parts.tsx'
import { ReportsDialog } from './Reports.tsx'
import { type Scope, useScopes } from './scopes.ts'
import './exchange.css'

type Step =
  | { readonly kind: 'asking' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly run: InspectionRun }
  | { readonly kind: 'failed'; readonly problem: Message }

/** 四性检测: of which reports, then item by item what was found. */
export function InspectDialog({ record, filter, onClose }: ExchangeProps) {
  const words = useWords().exchange
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
    setStep(answer.ok ? { kind: 'done', run: answer.value } : { kind: 'failed', problem: answer.problem })
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
    case 'done': {
      const { reports, done, of } = step.run
      const stopped = done < of ? { note: words.stopped(done, of) } : {}
      return <ReportsDialog reports={reports.map(report => report.id)} {...stopped} onClose={onClose} />
    }
  }
}
