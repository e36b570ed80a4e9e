import { Fragment, useEffect, useRef } from 'react'
import { Button } from '../ui/controls/Button.tsx'
import { time } from '../ui/format.ts'
import { runKey } from '../ui/keys/keys.ts'
import { revealIn } from '../ui/lists/scroll.ts'
import { useWords } from '../words/index.ts'
import { Event } from './Event.tsx'
import type { Day, Line } from './journal/lines.ts'

type TimelineProps = {
  readonly days: readonly Day[]
  readonly current: number | null
  readonly onCurrent: (key: number) => void
  readonly onOpen: () => void
  readonly hasMore: boolean
  readonly busy: boolean
  readonly onMore: () => void
}

/** Height of the heading of a day, which sticks while its entries pass. */
const dayHead = 32

/** The journal by days. Focus stays on the list; the entry under the cursor is its active descendant. */
export function Timeline(props: TimelineProps) {
  const words = useWords().history
  const list = useRef<HTMLDivElement | null>(null)
  const lines = props.days.flatMap(day => day.lines)
  const at = lines.findIndex(line => line.key === props.current)
  const go = (to: number) => {
    const line = lines[Math.min(lines.length - 1, Math.max(0, to))]
    if (line) props.onCurrent(line.key)
    if (to >= lines.length - 2) props.onMore()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the cursor moves
  useEffect(() => {
    revealIn(list.current, '.cur', 'nearest', dayHead)
  }, [at])
  const keys = Object.fromEntries<() => unknown>([
    ['ArrowUp', () => go(at - 1)],
    ['ArrowDown', () => go(at + 1)],
    ['PageUp', () => go(at - 10)],
    ['PageDown', () => go(at + 10)],
    ['Home', () => go(0)],
    ['End', () => go(lines.length - 1)],
    ['Enter', props.onOpen],
  ])
  const thisYear = new Date().getFullYear()
  return (
    <div
      className="timeline"
      ref={list}
      role="listbox"
      aria-label={words.list}
      aria-busy={props.busy}
      {...(props.current === null ? {} : { 'aria-activedescendant': `entry-${props.current}` })}
      tabIndex={0}
      data-zone-focus
      onKeyDown={event => event.target === event.currentTarget && runKey(keys, event.nativeEvent)}
      onScroll={event => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget
        if (scrollTop + clientHeight > scrollHeight - 200 && !props.busy) props.onMore()
      }}
    >
      {props.days.map(day => {
        const title = words.day(day.at, day.at.getFullYear() === thisYear)
        return (
          <Fragment key={day.day}>
            <h2 className="day">
              <b>{title}</b>
              <DayTally lines={day.lines} />
            </h2>
            {/* biome-ignore lint/a11y/useSemanticElements: a group of options, not a form's fieldset */}
            <div role="group" aria-label={title} className="evs">
              {day.lines.map(line => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus
                <div
                  key={line.key}
                  id={`entry-${line.key}`}
                  role="option"
                  aria-selected={line.key === props.current}
                  className={classOf(line, line.key === props.current)}
                  onClick={() => props.onCurrent(line.key)}
                  onDoubleClick={props.onOpen}
                >
                  <time>{time(new Date(line.entry.at))}</time>
                  <Event line={line} />
                </div>
              ))}
            </div>
          </Fragment>
        )
      })}
      {props.hasMore ? (
        <div className="older">
          <Button disabled={props.busy} onPress={props.onMore}>
            {words.older}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function classOf(line: Line, current: boolean): string {
  const verified = line.kind === 'verify' ? (line.entry.event.damaged === 0 ? 'vf' : 'vf bad') : ''
  return ['ev', verified, current ? 'cur' : ''].filter(Boolean).join(' ')
}

/** 变更 5，收件 118: what a day held. */
function DayTally({ lines }: { readonly lines: readonly Line[] }) {
  const words = useWords().history
  const counts = { revise: 0, ingest: 0, verify: 0, reread: 0, repair: 0, export: 0, inspect: 0, migrate: 0 }
  for (const line of lines) {
    if (line.kind === 'batch') counts.ingest += line.files.length
    else if (line.kind === 'migrate') counts.migrate += line.records
    else counts[line.kind === 'care' ? line.entry.event.kind : line.kind] += 1
  }
  const told = (['revise', 'ingest', 'verify', 'reread', 'inspect', 'repair', 'export', 'migrate'] as const).filter(
    kind => counts[kind] > 0,
  )
  return <span>{told.map(kind => `${words.kinds[kind]} ${counts[kind]}`).join(words.and)}</span>
}
