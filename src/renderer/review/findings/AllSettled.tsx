import { keysOf } from '../../../shared/commands.ts'
import { useApp } from '../../ui/context.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Status } from '../../ui/controls/Status.tsx'
import { useActions, useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'

/** 疑点已清: nothing is open any more, at the foot of the list that has come to its end. */
export function AllSettled() {
  const lines = useDesk(desk => desk.lines)
  const status = useDesk(desk => desk.current.status)
  const verdicts = useDesk(desk => desk.current.verdicts)
  const judged = useDesk(desk => desk.judged)
  const actions = useActions()
  const words = useReviewWords().finds
  const { writable } = useApp().state.archive
  if (status === 'unread' || lines.some(line => line.settled === null)) return null
  const count = (settled: string) => lines.filter(line => line.settled === settled).length
  const kept = [...verdicts.values()].filter(item => item.verdict.kind === 'sourceError').length
  const sums = [...judged.values()].flat()
  const agree = sums.length > 0 && sums.every(sum => sum.agrees || sum.out)
  return (
    <div className="alldone" role="status">
      <div>
        <h3>{lines.length === 0 ? words.cleanTitle : words.doneTitle}</h3>
        {lines.length === 0 ? null : (
          <p>{words.doneCounts(count('corrected'), count('sourceError'), count('explained'))}</p>
        )}
        {agree ? (
          <Status shape="reviewed" tone="jade">
            {words.doneSums(kept)}
          </Status>
        ) : null}
      </div>
      <div className="acts">
        {status === 'reviewed' ? null : (
          <Button kind="main" keys={keysOf('review.finish')} disabled={!writable} onPress={actions.finish}>
            {words.finishWord}
          </Button>
        )}
        <Button keys={keysOf('review.next')} onPress={() => void actions.next(false)}>
          {words.nextRecord}
        </Button>
      </div>
    </div>
  )
}
