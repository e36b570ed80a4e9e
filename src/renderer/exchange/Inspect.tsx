import { useState } from 'react'
import { ask, useEvent } from '../ui/data.ts'
import { useLongCall } from '../ui/dialogs/useWork.ts'
import { WorkDialog } from '../ui/dialogs/WorkDialog.tsx'
import { useWords } from '../words/index.ts'
import type { ExchangeProps } from './Export.tsx'
import { ScopeChoice } from './Parts.tsx'
import { ReportsDialog } from './Reports.tsx'
import { type Scope, useScopes } from './scopes.ts'
import './exchange.css'

/** 四性检测: of which reports, then item by item what was found. */
export function InspectDialog({ record, filter, onClose }: ExchangeProps) {
  const words = useWords().exchange
  const scopes = useScopes(record, filter)
  const [chosen, setChosen] = useState<Scope['key'] | null>(null)
  const work = useLongCall('inspect.run', () => void ask('inspect.cancel', null))
  useEvent('inspect.progress', work.tell)
  const scope = scopes.find(item => item.key === chosen) ?? scopes[0]

  if (work.stage.kind === 'done') {
    const { reports, done, of } = work.stage.value
    const stopped = done < of ? { note: words.stopped(done, of) } : {}
    return <ReportsDialog reports={reports.map(report => report.id)} {...stopped} onClose={onClose} />
  }
  return (
    <WorkDialog
      title={words.inspectTitle}
      width={560}
      work={work}
      begin={{
        label: words.inspect(scope?.count ?? 0),
        ready: scope !== undefined && scope.count > 0,
        press: () => scope && void work.run({ selection: scope.selection }),
      }}
      label={({ done, of }) => (of === 0 ? words.counting : words.inspecting(done, of))}
      onClose={onClose}
      questions={
        <>
          <p className="sub">{words.inspectWhy}</p>
          <dl className="kv handing">
            <dt>{words.which}</dt>
            <dd>
              <ScopeChoice scopes={scopes} value={scope?.key} onChange={setChosen} />
            </dd>
          </dl>
        </>
      }
      outcome={() => null}
    />
  )
}
