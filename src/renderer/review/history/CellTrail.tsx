import { keysOf } from '../../../shared/commands.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import { readingText } from '../../../shared/words/cells.ts'
import { Kbd } from '../../ui/controls/Kbd.tsx'
import { useLanguage } from '../../words/index.ts'
import { useActions, useDesk } from '../state/context.ts'
import { TraceButton } from '../trace/TraceButton.tsx'
import { useReviewWords } from '../words/index.ts'
import { machineCell, revisionsOf, revisionText } from './entries.ts'
import { monthDay } from './times.ts'

/** 本格沿革 on one line, oldest first, for windows without the third column. */
export function CellTrail({ cell }: { readonly cell: CellKey }) {
  const record = useDesk(desk => desk.shown)
  const actions = useActions()
  const words = useReviewWords().history
  const language = useLanguage()
  const machine = machineCell(record.extraction, cell)
  const revisions = revisionsOf(record, cell).slice(0, 4).toReversed()
  const first = machine
    ? `${monthDay(record.extraction.at)} ${words.machineWord} ${readingText(machine, language)}`
    : null
  return (
    <div className="ln">
      <b>{words.title}</b>
      <span className="trail">
        {first ? <span>{first}</span> : <span className="dim">{words.nothing}</span>}
        {revisions.map(revision => (
          <span key={revision.number}>
            <span className="dim">› </span>
            {monthDay(revision.at)} {revision.who} {revisionText(record, revision, cell, language)}
            {revision.why ? `“${revision.why}”` : ''}
          </span>
        ))}
      </span>
      <button type="button" className="bare" title={words.title} onClick={() => actions.showHistory('cell')}>
        <Kbd>{keysOf('review.cellHistory')}</Kbd>
      </button>
      <TraceButton />
    </div>
  )
}
