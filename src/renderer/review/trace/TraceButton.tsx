import { keysOf } from '../../../shared/commands.ts'
import { Kbd } from '../../ui/controls/Kbd.tsx'
import { useActions } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'

/** 查看读法: opens the steps by which the cell in focus was read. */
export function TraceButton() {
  const actions = useActions()
  const words = useReviewWords().trace
  return (
    <button type="button" className="bare trace-act" onClick={() => actions.showTrace(true)}>
      {words.act} <Kbd>{keysOf('review.trace')}</Kbd>
    </button>
  )
}
