import type { Revision } from '../../../shared/data/record.ts'
import { findCell, sameReading } from '../../../shared/data/report.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import type { Language } from '../../../shared/messages/index.ts'
import { readingText } from '../../../shared/words/cells.ts'
import { useApp } from '../../ui/context.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useLanguage } from '../../words/index.ts'
import { useActions, useDesk } from '../state/context.ts'
import type { Desk } from '../state/desk.ts'
import { type ReviewWords, useReviewWords } from '../words/index.ts'
import { machineCell, machineText, revisionText } from './entries.ts'
import { stamp } from './times.ts'

/** Whether what a revision set is not what stands there now; null where nothing is to be put back. */
function restoreWord(revision: Revision, desk: Desk, words: ReviewWords['history'], language: Language): string | null {
  const { change } = revision
  const { current } = desk
  if (revision.hash === '') return null
  switch (change.kind) {
    case 'cell': {
      const now = findCell(current.report, change.cell)
      return now && sameReading(now, change.after) ? null : words.restoreTo(readingText(change.after, language))
    }
    case 'field':
      return current.report[change.field] === change.after
        ? null
        : words.restoreTo(String(change.after ?? words.cleared))
    case 'verdict':
      return change.after && !current.verdicts.has(change.finding) ? words.restoreThis : null
    // A confirmation is a look at the source: it is given again by looking again, not from a list.
    case 'confirm':
    case 'status':
      return null
  }
}

/** 恢复为 53: puts back what this revision had set. */
function Restore({ revision }: { readonly revision: Revision }) {
  const words = useReviewWords().history
  const language = useLanguage()
  const word = useDesk(desk => restoreWord(revision, desk, words, language))
  const actions = useActions()
  const { writable } = useApp().state.archive
  if (word === null) return null
  return (
    <Button size="small" disabled={!writable} onPress={() => actions.restore(revision)}>
      {word}
    </Button>
  )
}

function Machine({ cell }: { readonly cell: CellKey }) {
  const record = useDesk(desk => desk.record)
  const corrected = useDesk(desk => desk.current.corrected.get(cell))
  const actions = useActions()
  const words = useReviewWords().history
  const language = useLanguage()
  const { writable } = useApp().state.archive
  const machine = machineCell(record.extraction, cell)
  if (!machine) return null
  const { what, where } = machineText(machine, language)
  return (
    <li>
      <time dateTime={record.extraction.at}>{stamp(record.extraction.at)}</time>
      <b>{words.machineWord}</b> {what}
      {where ? <p className="dim">{where}</p> : null}
      {corrected ? (
        <Button size="small" disabled={!writable} onPress={() => actions.restoreMachine(cell)}>
          {words.restoreTo(readingText(machine, language))}
        </Button>
      ) : null}
    </li>
  )
}

/** Who did what when and why, newest first; for one cell down to what the machine had read. */
export function Timeline(props: { readonly revisions: readonly Revision[]; readonly cell: CellKey | null }) {
  const record = useDesk(desk => desk.shown)
  const words = useReviewWords().history
  const language = useLanguage()
  return (
    <ol className="tl">
      {props.revisions.map(revision => (
        <li key={revision.number}>
          <time dateTime={revision.at}>{revision.hash === '' ? words.unsaved : stamp(revision.at)}</time>
          <b>{revision.who}</b> {revisionText(record, revision, props.cell, language)}
          <p className={revision.why ? '' : 'dim'}>{revision.why || words.noNote}</p>
          <Restore revision={revision} />
        </li>
      ))}
      {props.cell ? <Machine cell={props.cell} /> : null}
      {props.cell === null && props.revisions.length === 0 ? <li className="dim">{words.nothing}</li> : null}
    </ol>
  )
}
