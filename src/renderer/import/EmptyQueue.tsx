import { handsOver, useApp } from '../ui/context.ts'
import { useWords } from '../words/index.ts'

/** Nothing was imported since the application was opened. The acts stand just above, in the drop zone. */
export function EmptyQueue() {
  const words = useWords().import
  return (
    <div className="empty" data-zone="list">
      <h2>{words.emptyTitle}</h2>
      <p>{handsOver(useApp().state) ? words.emptyHandsOver : words.emptyWhy}</p>
      <p className="sub">{words.stepsNote}</p>
    </div>
  )
}
