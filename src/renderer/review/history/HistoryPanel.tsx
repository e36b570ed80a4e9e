import { Seg } from '../../ui/controls/Choice.tsx'
import { Dialog } from '../../ui/dialogs/Dialog.tsx'
import { useLanguage } from '../../words/index.ts'
import { RereadButton } from '../reread/Reread.tsx'
import { useActions, useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import { cellName } from '../words/names.ts'
import { revisionsOf } from './entries.ts'
import { Timeline } from './Timeline.tsx'
import './history.css'

/** Ctrl+H: the history of the focused cell, or of the whole report, with what can be restored. */
export function HistoryPanel() {
  const which = useDesk(desk => desk.history)
  const cell = useDesk(desk => desk.focus)
  const record = useDesk(desk => desk.shown)
  const actions = useActions()
  const words = useReviewWords().history
  const language = useLanguage()
  if (which === null) return null
  const ofCell = which === 'cell' && cell !== null
  const title = ofCell ? `${words.title} ${cellName(cell, language)}` : words.recordTitle
  return (
    <Dialog title={title} width={560} onClose={() => actions.showHistory(null)}>
      <div className="desk-history">
        <div className="of">
          <Seg
            label={title}
            value={ofCell ? 'cell' : 'record'}
            onChange={wanted => actions.showHistory(wanted)}
            options={[
              { value: 'cell', label: words.ofCell, disabled: cell === null },
              { value: 'record', label: words.ofRecord },
            ]}
          />
          <span className="grow" />
          {ofCell ? null : <RereadButton />}
        </div>
        <Timeline
          revisions={ofCell ? revisionsOf(record, cell) : record.revisions.toReversed()}
          cell={ofCell ? cell : null}
        />
      </div>
    </Dialog>
  )
}
