import type { RecordId } from '../../../shared/data/record.ts'
import { type Message, messageText } from '../../../shared/messages/index.ts'
import type { ReviewPlace } from '../../places.ts'
import { useApp } from '../../ui/context.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { useLanguage, useWords } from '../../words/index.ts'
import { batchStates, type Line, type Taken } from '../journal/lines.ts'
import { Facts } from './Facts.tsx'
import { RevisedDetail } from './RevisedDetail.tsx'

type DetailProps = {
  readonly line: Line | null
  readonly canOpen: boolean
  readonly onGo: () => void
  readonly onOpen: (id: RecordId, at: ReviewPlace | null) => void
  readonly onVerify: () => void
}

/** The pane at the right: everything about the line under the cursor. */
export function Detail({ line, canOpen, onGo, onOpen, onVerify }: DetailProps) {
  const words = useWords().history
  const restoreAct = useWords().settings.restore
  const { showCare } = useApp()
  return (
    <aside className="dt" aria-label={words.detail} data-zone="detail">
      {line?.kind === 'revise' ? <RevisedDetail key={line.key} entry={line.entry} onGo={onGo} /> : null}
      {line?.kind === 'verify' ? (
        <>
          <h2>{line.entry.event.damaged === 0 ? words.whole : words.damaged(line.entry.event.damaged)}</h2>
          {line.entry.event.round ? (
            <p>{words.round(new Date(line.entry.event.round.begunAt), new Date(line.entry.at))}</p>
          ) : null}
          <p className="sub">
            {[
              words.verifyText(line.entry.event.sources, line.entry.event.records),
              words.took(line.entry.event.milliseconds),
            ].join(words.and)}
          </p>
          <Facts line={line} why={null} />
          <Found problems={line.entry.event.round?.problems ?? []} damaged={line.entry.event.damaged} />
          {line.entry.event.damaged > 0 ? (
            <>
              <p className="sub">{words.whichDamaged}</p>
              <div className="acts">
                <Button onPress={onVerify}>{words.verifyAgain}</Button>
                <Button onPress={() => showCare('restore')}>{restoreAct}</Button>
              </div>
            </>
          ) : null}
        </>
      ) : null}
      {line?.kind === 'inspect' ? (
        <>
          <h2>
            {words.inspected(
              line.entry.event.records + line.entry.event.unopened,
              line.entry.event.failed + line.entry.event.unopened,
            )}
          </h2>
          <p className="sub">{words.inspectedBecause[line.entry.event.cause]}</p>
          {line.entry.event.unopened > 0 ? <p>{words.unopened(line.entry.event.unopened)}</p> : null}
          <Facts line={line} why={null} />
          <div className="go">
            <Button kind="main" keys="Enter" onPress={onGo}>
              {words.goInspection}
            </Button>
          </div>
        </>
      ) : null}
      {line?.kind === 'export' ? (
        <>
          <h2>{words.exported(line.entry.event.records, line.entry.event.name)}</h2>
          <p className="sub">
            {words.exportedAs[line.entry.event.format]}
            {words.and}
            {words.exportedSize(line.entry.event.files, line.entry.event.bytes)}
          </p>
          <Facts line={line} why={null} />
        </>
      ) : null}
      {line?.kind === 'migrate' ? (
        <>
          <h2>{words.migrated(line.records)}</h2>
          <p className="sub">{words.migratedWhy}</p>
          <Facts line={line} why={null} />
        </>
      ) : null}
      {line?.kind === 'care' ? (
        <>
          <h2>{words.report(line.entry.event.name, null)}</h2>
          <p className="sub">
            {line.entry.event.kind === 'reread' ? words.rereadLong : words.repairedLong(line.entry.event)}
          </p>
          {line.entry.event.kind === 'reread' && line.entry.event.disagreements > 0 ? (
            <p>{words.reread(line.entry.event.disagreements)}</p>
          ) : null}
          <Facts line={line} why={null} />
          <div className="go">
            <Button kind="main" keys="Enter" onPress={onGo}>
              {words.goReport}
            </Button>
          </div>
        </>
      ) : null}
      {line?.kind === 'batch' ? (
        <>
          <h2>{words.ingested}</h2>
          <p className="sub">{words.batch(line.files.length, batchStates(line.files))}</p>
          <Facts line={line} why={null} />
          <Files files={line.files} onOpen={onOpen} />
          {canOpen ? (
            <div className="go">
              <Button kind="main" keys="Enter" onPress={onGo}>
                {words.goReport}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
    </aside>
  )
}

/** What a round of the quiet verification found; a whole one is asked for again, and names everything. */
function Found({ problems, damaged }: { readonly problems: readonly Message[]; readonly damaged: number }) {
  const words = useWords().history
  const language = useLanguage()
  if (problems.length === 0) return null
  return (
    <>
      <ul className="files">
        {problems.map(problem => (
          <li key={JSON.stringify(problem)}>{messageText(problem, language)}</li>
        ))}
      </ul>
      {damaged > problems.length ? <p className="sub">{words.moreProblems(damaged - problems.length)}</p> : null}
    </>
  )
}

/** More files of one batch than anyone reads in a side pane are counted. */
const mostFiles = 300

function Files({ files, onOpen }: { readonly files: readonly Taken[]; readonly onOpen: DetailProps['onOpen'] }) {
  const words = useWords().history
  const language = useLanguage()
  return (
    <ul className="files">
      {files.slice(0, mostFiles).map(({ number, event }) => (
        <li key={number}>
          {event.kind === 'ingest' ? (
            <button type="button" className="bare link" onClick={() => onOpen(event.record, null)}>
              {event.fileName}
            </button>
          ) : (
            <span title={messageText(event.problem, language)}>{event.fileName}</span>
          )}
          <span className="sub">{words.fileStates[event.kind === 'ingest' ? event.state : 'refused']}</span>
          {event.kind === 'ingest' && event.restored ? (
            <p className="sub">{words.fromBag(event.restored.bag, event.restored.revisions)}</p>
          ) : null}
          {event.kind === 'refuse' ? <p className="sub">{messageText(event.problem, language)}</p> : null}
        </li>
      ))}
      {files.length > mostFiles ? <li className="sub">{words.moreFiles(files.length - mostFiles)}</li> : null}
    </ul>
  )
}
