import { messageText } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Status } from '../ui/controls/Status.tsx'
import { useLanguage, useWords } from '../words/index.ts'

/** What the 四性检测 that follows every import has found, or how far it is. Nothing to say: the five steps of each file. */
export function Inspection() {
  const words = useWords().import
  const language = useLanguage()
  const { state, showInspections } = useApp()
  const { due, done, failed, unopened, reports, problem } = state.inspection
  if (problem)
    return (
      <span className="inspection" title={messageText(problem, language)} role="status">
        <Status shape="error" tone="zhu">
          {words.notKept}
        </Status>
      </span>
    )
  if (due > 0)
    return (
      <span className="inspection" title={words.inspectingWhy}>
        <Status shape="working" tone="dai">
          {words.inspecting(done, done + due)}
        </Status>
      </span>
    )
  if (done === 0 || reports.length === 0) return <span className="sub">{words.stepsNote}</span>
  const bad = failed + unopened
  return (
    <span className="inspection" role="status">
      <Status shape={bad === 0 ? 'reviewed' : 'doubt'} tone={bad === 0 ? 'jade' : 'amber'}>
        {words.inspected(done, bad)}
      </Status>
      <Button size="small" kind="quiet" onPress={() => showInspections(reports)}>
        {words.showInspection}
      </Button>
    </span>
  )
}
