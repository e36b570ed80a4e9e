import { Fragment, useEffect, useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { time } from '../ui/format.ts'
import { runKey } from '../ui/keys.ts'
import { Shape } from '../ui/Status.tsx'
import { revealIn } from '../ui/scroll.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { changeLook, changeWords } from './change.ts'
import { FromTo } from './FromTo.tsx'
import { batchStates, type Day, type Line, type Revised } from './lines.ts'

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
  const counts = { revise: 0, ingest: 0, verify: 0 }
  for (const line of lines) {
    if (line.kind === 'batch') counts.ingest += line.files.length
    else counts[line.kind] += 1
  }
  const told = (['revise', 'ingest', 'verify'] as const).filter(kind => counts[kind] > 0)
  return <span>{told.map(kind => `${words.kinds[kind]} ${counts[kind]}`).join(words.and)}</span>
}

function Event({ line }: { readonly line: Line }) {
  const words = useWords().history
  switch (line.kind) {
    case 'revise':
      return <RevisedEvent entry={line.entry} />
    case 'verify': {
      const { event, who } = line.entry
      const whole = event.damaged === 0
      return (
        <>
          <span className={whole ? 'dot jade' : 'dot zhu'}>
            <Shape name={whole ? 'reviewed' : 'error'} />
          </span>
          <div>
            <p>
              <b>{whole ? words.whole : words.damaged(event.damaged)}</b>{' '}
              {words.verifyText(event.sources, event.records)}
            </p>
            <p className="det">{[words.took(event.milliseconds), words.verifier(who)].join(words.and)}</p>
          </div>
        </>
      )
    }
    case 'batch': {
      const [only] = line.files
      const single = line.files.length === 1 ? only : undefined
      return (
        <>
          <span className="dot">
            <Shape name="working" />
          </span>
          <div>
            <p>
              <b>{words.ingested}</b> {words.batch(line.files.length, batchStates(line.files))}
            </p>
            <p className="det">{single ? single.event.fileName : line.entry.who}</p>
          </div>
        </>
      )
    }
  }
}

function RevisedEvent({ entry }: { readonly entry: Revised }) {
  const all = useWords()
  const language = useLanguage()
  const words = all.history
  const { change, act, name, year, why } = entry.event
  const look = changeLook(change)
  const text = changeWords(change, all, language)
  const undone = act === 'undo'
  // “确认”, “裁定原文如此” and “标为已核” name what it became.
  const saysItself = act === 'edit' && change.kind !== 'cell' && change.kind !== 'field' && change.after !== 'pending'
  return (
    <>
      <span className={`dot ${undone ? 'plain' : look.tone}`}>
        <Shape name={undone ? 'pending' : look.shape} />
      </span>
      <div>
        <p>
          <b>{entry.who}</b> {words.verb(change, act)} {words.report(name, year)}
          {text.where ? `${words.and}${text.where}` : ''}
          {saysItself ? null : <FromTo before={text.before} after={text.after} />}
        </p>
        <p className="det">{why ? words.quote(why) : undone ? words.reverses : words.noWhy}</p>
      </div>
    </>
  )
}
