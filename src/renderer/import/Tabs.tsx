import type { ImportTotals } from '../../shared/data/importing.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Shape } from '../ui/controls/Status.tsx'
import { count } from '../ui/format.ts'
import { useWords } from '../words/index.ts'
import { type Filter, filters, stateLooks } from './filters.ts'
import { Inspection } from './Inspection.tsx'

type TabsProps = {
  readonly totals: ImportTotals
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** Inspects what the list brought into the archive. */
  readonly onInspect: () => void
}

/** Filters by state. Left and right arrows go from one to the next, as tabs do. */
export function Tabs({ totals, filter, onFilter, onInspect }: TabsProps) {
  const { import: words, exchange } = useWords()
  const shown = filters.filter(name => name !== 'cancelled' || totals.cancelled > 0 || filter === 'cancelled')
  const step = (by: number) => {
    const next = shown[(shown.indexOf(filter) + by + shown.length) % shown.length]
    if (!next) return
    onFilter(next)
    document.getElementById(`import-tab-${next}`)?.focus()
  }
  return (
    <div className="tabs">
      <div role="tablist" aria-label={words.filters}>
        {shown.map(name => (
          <button
            key={name}
            id={`import-tab-${name}`}
            type="button"
            role="tab"
            className="bare"
            aria-selected={name === filter}
            tabIndex={name === filter ? 0 : -1}
            aria-keyshortcuts={`Alt+${filters.indexOf(name) + 1}`}
            onClick={() => onFilter(name)}
            onKeyDown={event => {
              if (event.key === 'ArrowRight') step(1)
              if (event.key === 'ArrowLeft') step(-1)
            }}
          >
            {name === 'all' ? null : <Shape name={stateLooks[name].shape} />}
            {name === 'all' ? words.all : words.states[name]} <b>{count(totals[name])}</b>
          </button>
        ))}
      </div>
      <span className="grow" />
      <Inspection />
      <Button size="small" disabled={totals.archived + totals.warned + totals.failed === 0} onPress={onInspect}>
        {exchange.inspectTitle}
      </Button>
    </div>
  )
}
