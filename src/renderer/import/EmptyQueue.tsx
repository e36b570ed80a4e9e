import { useWords } from '../words/index.ts'

/** Nothing was imported since the application was opened. The acts stand just above, in the drop zone. */
export function EmptyQueue() {
  const words = useWords().import
  return (
    <div className="empty" data-zone="list">
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyWhy}</p>
      <p className="sub">{words.stepsNote}</p>
    </div>
  )
}
