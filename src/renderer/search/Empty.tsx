import { type Message, messageLines } from '../../shared/messages/index.ts'
import { useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { useCall } from '../ui/data.ts'
import { ProblemLines } from '../ui/dialogs/SaveFailure.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { queryParts, withoutPart } from './parts.ts'
import type { Asked } from './results.ts'

/** Before anything was asked: what can be written, as examples to press. */
export function Start({ empty, onTry }: { readonly empty: boolean; readonly onTry: (text: string) => void }) {
  const words = useWords().search
  const { go } = useApp()
  if (empty) {
    return (
      <section className="res empty" data-zone="results">
        <h2>{words.emptyTitle}</h2>
        <p>{words.emptyWhy}</p>
        <div className="acts">
          <Button onPress={() => go({ name: 'import' })}>{words.toImport}</Button>
        </div>
      </section>
    )
  }
  return (
    <section className="res empty" data-zone="results">
      <h2>{words.startTitle}</h2>
      <p>{words.startWhy}</p>
      <ul className="try">
        {words.examples.map(([text, what]) => (
          <li key={text}>
            <button type="button" className="bare tk" onClick={() => onTry(text)}>
              {text}
            </button>
            <span className="n">{what}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Each way out is a search of its own: a pasted sentence must not start twenty. */
const mostWays = 6

/** No report fits: each part of the question can be dropped by itself. */
export function Nothing({ asked, onChange }: { readonly asked: Asked; readonly onChange: (asked: Asked) => void }) {
  const words = useWords().search
  const parts = queryParts(asked.text)
  const ways = [
    ...(parts.length > 1 || asked.years.length + asked.statuses.length > 0
      ? parts.map((part, at) => ({ part, next: { ...asked, text: withoutPart(asked.text, at) } }))
      : []),
    ...(asked.years.length > 0 ? [{ part: words.withoutYears, next: { ...asked, years: [] } }] : []),
    ...(asked.statuses.length > 0 ? [{ part: words.withoutStatuses, next: { ...asked, statuses: [] } }] : []),
  ]
    .filter(way => way.next.text.trim() !== '')
    .slice(0, mostWays)
  return (
    <section className="res empty" data-zone="results" role="status">
      <h2>{words.noneTitle(ways.length)}</h2>
      <p>{ways.length > 0 ? words.noneWhy : words.noneOne}</p>
      <ul className="try">
        {ways.map(way => (
          <li key={way.part}>
            <button type="button" className="bare tk" onClick={() => onChange(way.next)}>
              {way.part}
            </button>
            <Left asked={way.next} />
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button kind="quiet" onPress={() => onChange({ text: '', years: [], statuses: [] })}>
          {words.rewrite}
        </Button>
      </div>
    </section>
  )
}

/** How many reports would be left. */
function Left({ asked }: { readonly asked: Asked }) {
  const words = useWords().search
  const { years, statuses, text } = asked
  const found = useCall('search.run', { text, years: [...years], statuses: [...statuses], offset: 0, limit: 1 })
  return <span className="n">{found.value ? words.left(found.value.reports) : ''}</span>
}

type FailedProps = {
  readonly problem: Message
  readonly text: string
  readonly onRetry: () => void
  readonly onLine: () => void
}

/** The question could not be answered: what, what is safe, what to do; the line keeps what was written. */
export function Failed({ problem, text, onRetry, onLine }: FailedProps) {
  const words = useWords()
  const { what } = messageLines(problem, useLanguage())
  return (
    <section className="res empty dialog" data-zone="results" role="alert">
      <h2>{words.search.failed}</h2>
      <span className="hidden-words">{what}</span>
      <div className="qe">{text}</div>
      <ProblemLines problem={problem} />
      <div className="acts">
        <Button onPress={onRetry}>{words.common.tryAgain}</Button>
        <Button kind="quiet" keys="Ctrl F" onPress={onLine}>
          {words.search.hints.back}
        </Button>
      </div>
    </section>
  )
}
