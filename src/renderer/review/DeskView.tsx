import { changeText } from '../../shared/words/changes.ts'
import { SaveFailure } from '../ui/dialogs/SaveFailure.tsx'
import { useLanguage } from '../words/index.ts'
import { DeskBar } from './DeskBar.tsx'
import { DeskFoot } from './DeskFoot.tsx'
import { FindingsPane } from './findings/FindingsPane.tsx'
import { FormPane } from './form/FormPane.tsx'
import { CellHistory } from './history/CellHistory.tsx'
import { HistoryPanel } from './history/HistoryPanel.tsx'
import { RereadDialog } from './reread/Reread.tsx'
import { SourcePane } from './source/SourcePane.tsx'
import { useActions, useDesk } from './state/context.ts'
import { TraceDialog } from './trace/TraceDialog.tsx'
import { useDeskKeys } from './useDeskKeys.ts'
import './desk.css'
import './reread/reread.css'

/** 存盘失败: the change stays on the screen; it can be saved again now or later. */
function NotSaved() {
  const problem = useDesk(desk => (desk.problemShown ? desk.problem : null))
  const first = useDesk(desk => desk.shown.revisions.find(revision => revision.hash === ''))
  const actions = useActions()
  const language = useLanguage()
  if (!problem) return null
  return (
    <SaveFailure
      problem={problem}
      {...(first ? { pending: changeText(first.change, language) } : {})}
      onRetry={() => void actions.retry()}
      onLater={actions.later}
    />
  )
}

/** 查看读法 of the record, the cell in focus first. */
function Tracing() {
  const id = useDesk(desk => desk.record.id)
  const cell = useDesk(desk => desk.focus)
  const actions = useActions()
  return <TraceDialog id={id} cell={cell} onClose={() => actions.showTrace(false)} />
}

/** The four panes of the desk between head bar and foot line. */
export function DeskView({ onLeave }: { readonly onLeave: () => void }) {
  useDeskKeys(useActions())
  const rereading = useDesk(desk => desk.rereading)
  const tracing = useDesk(desk => desk.tracing)
  return (
    <>
      <main className="main">
        <DeskBar onLeave={onLeave} />
        <div className="work desk">
          <SourcePane />
          <FormPane />
          <FindingsPane />
          <CellHistory />
        </div>
      </main>
      <DeskFoot />
      <HistoryPanel />
      {rereading ? <RereadDialog /> : null}
      {tracing ? <Tracing /> : null}
      <NotSaved />
    </>
  )
}
