import type { ImportItem } from '../../shared/data/importing.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Status } from '../ui/controls/Status.tsx'
import { bytes } from '../ui/format.ts'
import { Ledger, type LedgerColumn } from '../ui/lists/Ledger.tsx'
import { useLanguage, useWords, type Words } from '../words/index.ts'
import type { ItemActs } from './acts.ts'
import { type Filter, stateLooks, stepIndex, unended } from './filters.ts'
import { noteOf } from './notes.ts'
import { Reason } from './Reason.tsx'

type QueueProps = {
  readonly items: readonly ImportItem[]
  readonly filter: Filter
  /** The item under the cursor, by its number; the list moves under it. */
  readonly current: number | null
  readonly onCurrent: (id: number) => void
  readonly act: ItemActs
}

/** Five boxes: done, where it stands, still to come. */
function Steps({ item, words }: { readonly item: ImportItem; readonly words: Words['import'] }) {
  const at = stepIndex(item)
  const done = item.state === 'archived' || item.state === 'warned'
  const label = done ? words.progressDone : words.progress(words.steps[item.step], at + 1)
  return (
    <span className={`stg ${item.state}`} role="img" aria-label={label}>
      {[0, 1, 2, 3, 4].map(step => (
        <i key={step} className={done || step < at ? 'd' : step === at ? 'c' : ''} />
      ))}
    </span>
  )
}

/** The one act that fits the state. Reached by Enter, F5 and Del, so it takes no Tab stop of its own in each row. */
function Act({
  item,
  act,
  words,
}: {
  readonly item: ImportItem
  readonly act: ItemActs
  readonly words: Words['import']
}) {
  const button = (label: string, run: () => void) => (
    <Button kind="quiet" size="small" tabIndex={-1} onPress={run}>
      {label}
    </Button>
  )
  switch (item.state) {
    case 'waiting':
    case 'working':
      return button(words.acts.cancel, () => act.cancel(item))
    case 'archived':
    case 'warned':
      return item.record === null ? null : button(words.acts.open, () => act.open(item))
    case 'duplicate':
      return item.record === null ? null : button(words.acts.existing, () => act.open(item))
    case 'failed':
    case 'cancelled':
      return button(words.acts.retry, () => act.retry(item))
  }
}

export function Queue({ items, filter, current, onCurrent, act }: QueueProps) {
  const words = useWords()
  const language = useLanguage()
  const found = items.findIndex(item => item.id === current)
  const at = found === -1 ? (items.length > 0 ? 0 : -1) : found
  const here = items[at]
  const { columns: heads, states, steps } = words.import
  const columns: readonly LedgerColumn[] = [
    { key: 'file', label: heads.file },
    { key: 'size', label: heads.size, numeric: true },
    { key: 'format', label: heads.format },
    { key: 'progress', label: heads.progress },
    { key: 'result', label: heads.result },
    { key: 'note', label: heads.note },
    { key: 'act', label: heads.act, numeric: true, silent: true },
  ]
  if (items.length === 0) {
    return (
      <div className="empty" data-zone="list">
        <h2>{words.import.noneTitle(filter === 'all' ? words.import.all : states[filter])}</h2>
        <p>{words.import.noneWhy}</p>
      </div>
    )
  }
  return (
    <div className="queue" data-zone="list">
      <Ledger
        label={words.import.list}
        columns={columns}
        count={items.length}
        current={at}
        onCurrent={index => {
          const item = items[index]
          if (item) onCurrent(item.id)
        }}
        onOpen={index => {
          const item = items[index]
          if (item) act.open(item)
        }}
        keys={Object.fromEntries([['Delete', () => here && unended(here) && act.cancel(here)]])}
        cells={index => {
          const item = items[index]
          if (!item) return null
          const look = stateLooks[item.state]
          return [
            <span key="file" title={item.path}>
              {item.name}
            </span>,
            <span key="size" className="dim">
              {item.bytes === null ? '' : bytes(item.bytes)}
            </span>,
            item.format === null ? '' : words.format[item.format],
            <Steps key="steps" item={item} words={words.import} />,
            <Status key="result" shape={look.shape} tone={look.tone}>
              {item.state === 'working' ? steps[item.step] : states[item.state]}
            </Status>,
            <span key="note" className={item.state === 'working' ? 'dim' : ''}>
              {noteOf(item, words, language)}
            </span>,
            <Act key="act" item={item} act={act} words={words.import} />,
          ]
        }}
        detail={here && here.messages.length > 0 ? <Reason item={here} act={act} /> : null}
      />
    </div>
  )
}
