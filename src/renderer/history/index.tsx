import { useRef } from 'react'
import type { RecordId } from '../../shared/data/record.ts'
import type { ReviewPlace } from '../places.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { FilterField } from '../ui/controls/FilterField.tsx'
import { Problem } from '../ui/dialogs/Problem.tsx'
import { Frame, VerifiedMark } from '../ui/frame/Frame.tsx'
import { useFirstFocus } from '../ui/keys/firstFocus.ts'
import { useKeys } from '../ui/keys/keys.ts'
import { useRemembered } from '../ui/remember.ts'
import { useWords } from '../words/index.ts'
import { Detail } from './detail/Detail.tsx'
import { Facets } from './Facets.tsx'
import { useJournal } from './journal/journal.ts'
import { daysOf, type Line } from './journal/lines.ts'
import { everything, type Wanted } from './journal/wanted.ts'
import { Timeline } from './Timeline.tsx'
import { VerifyStrip } from './VerifyStrip.tsx'
import { useVerify } from './verify.ts'
import './history.css'

type HistoryProps = {
  /** Only this report's entries. */
  readonly record: RecordId | null
  readonly onOpen: (id: RecordId, at: ReviewPlace | null) => void
}

/** Where Enter leads from a line: the report, and its cell where there is one. */
function target(line: Line | null): { readonly id: RecordId; readonly at: ReviewPlace | null } | null {
  if (line?.kind === 'batch') {
    const { event } = line.entry
    return event.kind === 'ingest' && line.files.length === 1 ? { id: event.record, at: null } : null
  }
  if (line?.kind === 'care') return { id: line.entry.event.record, at: null }
  if (line?.kind !== 'revise') return null
  const { change, record } = line.entry.event
  const cell = change.kind === 'cell' ? change.cell : 'cells' in change ? change.cells[0] : undefined
  return { id: record, at: cell ? { kind: 'cell', cell } : null }
}

/** 沿革: everything that was ever done in the archive, only added to, and the proof that nothing was altered. */
export function History({ record, onOpen }: HistoryProps) {
  const words = useWords()
  const { go, showInspections } = useApp()
  const [wanted, setWanted] = useRemembered<Wanted>('history.wanted', everything)
  const [current, setCurrent] = useRemembered<number | null>('history.current', null)
  const field = useRef<HTMLInputElement | null>(null)
  const journal = useJournal(wanted, record)
  const verify = useVerify()
  const days = daysOf(journal.entries)
  const lines = days.flatMap(day => day.lines)
  const line = lines.find(item => item.key === current) ?? lines[0] ?? null

  useKeys({ 'Ctrl+F': () => field.current?.focus() })
  useFirstFocus(lines.length > 0)
  const open = () => {
    if (line?.kind === 'inspect') return showInspections([line.entry.event.report])
    const to = target(line)
    if (to) onOpen(to.id, to.at)
  }
  const { page } = journal
  const none = page !== null && lines.length === 0 && !journal.busy

  return (
    <Frame
      title={words.history.title}
      sub={page ? words.history.sub(page.total) : null}
      tools={
        <>
          <FilterField
            ref={field}
            label={words.history.filter}
            keys="Ctrl F"
            width={230}
            value={wanted.text}
            onChange={text => setWanted(old => ({ ...old, text }))}
          />
          <span className="grow" />
          <Button kind="main" icon="lock" disabled={verify.running} onPress={() => void verify.run()}>
            {words.history.verify}
          </Button>
        </>
      }
      foot={<VerifiedMark />}
      hints={[
        [words.common.up, words.history.hints.move],
        ['Enter', words.history.hints.open],
      ]}
    >
      <div className="work histories">
        <Facets
          page={page}
          wanted={wanted}
          onChange={setWanted}
          onlyRecord={record !== null}
          onAllRecords={() => go({ name: 'history', record: null })}
        />
        <section className="tlw" data-zone="timeline">
          <VerifyStrip verify={verify} />
          {journal.problem && !page ? <Problem problem={journal.problem} onRetry={journal.reload} /> : null}
          {none ? (
            <div className="empty">
              <h2>{page.total === 0 ? words.history.emptyTitle : words.history.noneTitle}</h2>
              <p>{page.total === 0 ? words.history.emptyWhy : words.history.noneWhy}</p>
              {page.total === 0 ? null : (
                <div className="acts">
                  <Button onPress={() => setWanted(everything)}>{words.common.clearAll}</Button>
                </div>
              )}
            </div>
          ) : (
            <Timeline
              days={days}
              current={line?.key ?? null}
              onCurrent={setCurrent}
              onOpen={open}
              hasMore={journal.hasMore}
              busy={journal.busy}
              onMore={journal.more}
            />
          )}
        </section>
        <Detail
          line={line}
          onOpen={onOpen}
          canOpen={target(line) !== null}
          onGo={open}
          onVerify={() => void verify.run()}
        />
      </div>
    </Frame>
  )
}
