import type { WantedChange } from '../../../shared/api.ts'
import { currentOf } from '../../../shared/current/current.ts'
import type { ArchiveRecord, Change } from '../../../shared/data/record.ts'
import { findCell, sameReading } from '../../../shared/data/report.ts'
import { splitCellKey } from '../../../shared/form/index.ts'
import { changeWords } from '../../../shared/words/changes.ts'
import { useApp } from '../../ui/context.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Icon } from '../../ui/controls/icons.tsx'
import { useCall, useEvent } from '../../ui/data.ts'
import { SaveFailure } from '../../ui/dialogs/SaveFailure.tsx'
import { useLanguage, useWords } from '../../words/index.ts'
import type { Revised } from '../journal/lines.ts'
import { CellHistory } from './CellHistory.tsx'
import { Facts } from './Facts.tsx'
import { useRestore } from './restore.ts'
import { SourceCrop } from './SourceCrop.tsx'

/** The change that puts the older value back, where that can be done from here: for cells and for metadata. */
function restoring(change: Change): WantedChange | null {
  if (change.kind === 'cell') return { kind: 'cell', cell: change.cell, after: change.before }
  if (change.kind === 'field') return { kind: 'field', field: change.field, after: change.before }
  return null
}

function isAlready(change: Change, record: ArchiveRecord): boolean {
  const { report } = currentOf(record)
  if (change.kind === 'cell') {
    const cell = findCell(report, change.cell)
    return cell !== null && sameReading(cell, change.before)
  }
  return change.kind === 'field' && report[change.field] === change.before
}

/** One revision: before and after, where it stands in the original, why, and the way back. */
export function RevisedDetail({ entry, onGo }: { readonly entry: Revised; readonly onGo: () => void }) {
  const all = useWords()
  const words = all.history
  const language = useLanguage()
  const { state } = useApp()
  const { change, name, year, record: id, why } = entry.event
  const opened = useCall('record.open', { id })
  useEvent('record.changed', event => event.id === id && opened.reload())
  const record = opened.value?.record ?? null
  const text = changeWords(change, language)
  const report = words.report(name, year)
  const cell = change.kind === 'cell' ? change.cell : null
  const extracted = cell && record?.extraction.report ? findCell(record.extraction.report, cell) : null
  const table = cell ? splitCellKey(cell)?.table : undefined
  const wanted = restoring(change)
  const restore = useRestore(id, `${report}${text.where ? `${words.and}${text.where}` : ''}`, text.before)
  // The machine's own reading is named as such, with how sure it was.
  const asRead = change.kind === 'cell' && extracted !== null && sameReading(extracted, change.before)
  return (
    <>
      <h2>{text.where || report}</h2>
      <p className="sub">{words.place(report, table ? all.table[table] : '', extracted?.anchor?.page ?? null)}</p>
      <div className="chg">
        <div>
          <span className="dim">{words.before}</span>
          <b className={text.before.length > 6 ? 'o long' : 'o'}>{text.before}</b>
          <span className="sub">
            {asRead ? (extracted.confidence < 1 ? words.sure(extracted.confidence) : words.machine) : ''}
          </span>
        </div>
        <span className="arw">
          <Icon name="right" />
        </span>
        <div>
          <span className="dim">{words.after}</span>
          <b className={text.after.length > 6 ? 'long' : ''}>{text.after}</b>
          <span className="sub">{entry.who}</span>
        </div>
      </div>
      {record && cell && extracted?.anchor ? <SourceCrop record={record} cell={cell} /> : null}
      <Facts line={{ entry }} why={why || words.noWhy} />
      {record && cell ? <CellHistory record={record} cell={cell} revision={entry.event.revision} /> : null}
      <div className="go">
        {wanted && record ? (
          <Button
            icon="retry"
            disabled={!state.archive.writable || isAlready(change, record) || restore.busy}
            onPress={() => void restore.run(record, wanted)}
          >
            {isAlready(change, record) ? words.already(text.before) : words.restore(text.before)}
          </Button>
        ) : null}
        <Button kind="main" keys="Enter" onPress={onGo}>
          {cell ? words.goCell : words.goReport}
        </Button>
      </div>
      {wanted ? <p className="sub note">{words.restoreNote}</p> : null}
      {restore.problem && record && wanted ? (
        <SaveFailure
          problem={restore.problem}
          pending={`${text.after} → ${text.before}`}
          onRetry={() => void restore.run(record, wanted)}
          onLater={restore.close}
        />
      ) : null}
    </>
  )
}
