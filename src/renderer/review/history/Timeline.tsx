import type { CellKey } from '../../../shared/form/index.ts'
import type { Revision } from '../../../shared/record.ts'
import { Button } from '../../ui/Button.tsx'
import { useApp } from '../../ui/context.ts'
import { useLanguage } from '../../words/index.ts'
import { useActions, useDesk } from '../state/context.ts'
import { useReviewWords } from '../words/index.ts'
import { readingText } from '../words/names.ts'
import { machineCell, machineText, revisionText } from './entries.ts'
import { stamp } from './times.ts'

/** 恢复为 53: puts back what this revision had set, where it is not what stands there now. */
function Restore({ revision }: { readonly revision: Revision }) {
  const looks = useDesk(desk => desk.looks)
  const actions = useActions()
  const words = useReviewWords().history
  const language = useLanguage()
  const { writable } = useApp().state.archive
  const { change } = revision
  if (change.kind !== 'cell' || revision.hash === '') return null
  const now = looks.get(change.cell)
  if (now && readingText(now, language) === readingText(change.after, language)) return null
  return (
    <Button size="small" disabled={!writable} onPress={() => actions.restore(revision)}>
      {words.restoreTo(readingText(change.after, language))}
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
