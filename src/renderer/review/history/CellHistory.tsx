import { keysOf } from '../../../shared/commands.ts'
import { cellParts } from '../../../shared/words/cells.ts'
import { Kbd } from '../../ui/controls/Kbd.tsx'
import { useLanguage } from '../../words/index.ts'
import { useDesk } from '../state/context.ts'
import { TraceButton } from '../trace/TraceButton.tsx'
import { useReviewWords } from '../words/index.ts'
import { revisionsOf } from './entries.ts'
import { Timeline } from './Timeline.tsx'
import './history.css'

function Keys() {
  const words = useReviewWords()
  const { keys, foot } = words
  const rows: readonly (readonly [string, string])[] = [
    [keysOf('review.correct'), keys.correct],
    [foot.space, keys.confirm],
    [keysOf('review.sourceError'), keys.sourceError],
    [keysOf('review.confirmAgreeing'), keys.agreeing],
    [keysOf('review.next'), keys.next],
    [keysOf('view.nextPane'), keys.panes],
  ]
  return (
    <dl className="kv keys">
      {rows.map(([key, what]) => (
        <div key={key}>
          <dt>
            <Kbd>{key}</Kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}

/** 本格沿革 at the foot of the third column, in windows wide enough to have one. */
export function CellHistory() {
  const cell = useDesk(desk => desk.focus)
  const record = useDesk(desk => desk.shown)
  const words = useReviewWords()
  const language = useLanguage()
  return (
    <section className="hist" aria-label={words.panes.history} data-zone="history">
      <header className="fh">
        <h2>{words.history.title}</h2>
        {cell ? <span className="sub">{cellParts(cell, language).join(words.cell.separator)}</span> : null}
        <span className="grow" />
        {cell ? <TraceButton /> : null}
      </header>
      <div className="histscroll">{cell ? <Timeline revisions={revisionsOf(record, cell)} cell={cell} /> : null}</div>
      <Keys />
    </section>
  )
}
