import { useEffect, useState } from 'react'
import { keysOf } from '../../shared/commands.ts'
import type { ImportView } from '../../shared/data/importing.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Icon } from '../ui/controls/icons.tsx'
import { count } from '../ui/format.ts'
import { useWords } from '../words/index.ts'
import { barStates, ended, timeLeft } from './filters.ts'

type HeadProps = {
  readonly view: ImportView | null
  readonly writable: boolean
  /** Another process writes the archive and takes files over. */
  readonly handsOver: boolean
  readonly onChoose: (what: 'files' | 'folder') => void
  readonly onCancelRest: () => void
  readonly onRetryFailed: () => void
  /** Takes what has ended off the list. */
  readonly onClear: () => void
}

/** The drop zone, and how far the queue is. */
export function Head({ view, writable, handsOver, onChoose, ...acts }: HeadProps) {
  const words = useWords().import
  const takes = writable || handsOver
  const some = view !== null && view.totals.all > 0
  return (
    <section className={some ? 'drop' : 'drop alone'} data-zone="drop">
      <div className="zone">
        <Icon name="inbox" />
        <div>
          <b>{writable ? words.drop : handsOver ? words.dropHandsOver : words.cannotTake}</b>
          <span className="sub">{words.formats}</span>
        </div>
        <div className="btns">
          <Button kind="main" keys={keysOf('import.files')} disabled={!takes} onPress={() => onChoose('files')}>
            {words.files}
          </Button>
          <Button disabled={!takes} onPress={() => onChoose('folder')}>
            {words.folder}
          </Button>
        </div>
      </div>
      {some ? <Sum view={view} {...acts} /> : null}
    </section>
  )
}

/** The time now, once a second, while files are under way. */
function useClock(running: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running])
  return now
}

type SumProps = Pick<HeadProps, 'onCancelRest' | 'onRetryFailed' | 'onClear'> & { readonly view: ImportView }

function Sum({ view, onCancelRest, onRetryFailed, onClear }: SumProps) {
  const words = useWords().import
  const { totals, startedAt, endedAt } = view
  const now = useClock(endedAt === null)
  const done = ended(totals)
  const rest = totals.all - done
  const elapsed = startedAt === null ? 0 : (endedAt === null ? now : Date.parse(endedAt)) - Date.parse(startedAt)
  const left = endedAt === null ? timeLeft(totals, elapsed) : null
  const spoken = [...barStates, 'waiting' as const].filter(name => totals[name] > 0)
  return (
    <div className="sum">
      <div className="big">
        <b>{count(done)}</b>
        <span>{words.done(totals.all)}</span>
        <span className="sub">
          {endedAt === null ? words.elapsed(elapsed) : words.took(elapsed)}
          {left === null ? '' : `，${words.left(left)}`}
        </span>
      </div>
      <div
        className="stack"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={totals.all}
        aria-valuenow={done}
        aria-valuetext={spoken.map(name => `${words.states[name]} ${count(totals[name])}`).join('，')}
      >
        {barStates.map(name =>
          totals[name] > 0 ? (
            <i
              key={name}
              className={name}
              style={{ width: `${(totals[name] / totals.all) * 100}%` }}
              title={`${words.states[name]} ${count(totals[name])}`}
            />
          ) : null,
        )}
      </div>
      {/* Said once when it is over, not at every file. */}
      <span className="hidden-words" role="status">
        {endedAt === null ? '' : words.live(done, totals.all)}
      </span>
      <div className="ct">
        <Button size="small" keys="Esc" disabled={rest === 0} onPress={onCancelRest}>
          {words.cancelRest(rest)}
        </Button>
        <Button size="small" disabled={done === 0} onPress={onClear}>
          {words.clearEnded}
        </Button>
        <span className="grow" />
        <Button size="small" icon="retry" disabled={totals.failed === 0} onPress={onRetryFailed}>
          {words.retryFailed(totals.failed)}
        </Button>
      </div>
    </div>
  )
}
