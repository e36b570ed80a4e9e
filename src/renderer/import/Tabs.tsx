/** The list of what is imported, by state. */
import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
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
  /** What the filter leaves. */
  readonly children: ReactNode
}

/** Filters by state. Left and right arrows go from one to the next, Alt and a digit leads there from anywhere. */
export function Tabs({ totals, filter, onFilter, onInspect, children }: TabsProps) {
  const { import: words, exchange } = useWords()
  const shown = filters.filter(name => name !== 'cancelled' || totals.cancelled > 0 || filter === 'cancelled')
  return (
    <AriaTabs
      className="tabbed"
      selectedKey={filter}
      onSelectionChange={key => {
        const next = shown.find(name => name === key)
        if (next) onFilter(next)
      }}
    >
      <div className="tabs">
        <TabList aria-label={words.filters}>
          {shown.map(name => (
            <Tab
              key={name}
              id={name}
              render={props =>
                'href' in props ? (
                  <a {...props} />
                ) : (
                  <div {...props} aria-keyshortcuts={`Alt+${filters.indexOf(name) + 1}`} />
                )
              }
            >
              {name === 'all' ? null : <Shape name={stateLooks[name].shape} />}
              {name === 'all' ? words.all : words.states[name]} <b>{count(totals[name])}</b>
            </Tab>
          ))}
        </TabList>
        <span className="grow" />
        <Inspection />
        <Button size="small" disabled={totals.archived + totals.warned + totals.failed === 0} onPress={onInspect}>
          {exchange.inspectTitle}
        </Button>
      </div>
      <TabPanel id={filter} className="tabpanel">
        {children}
      </TabPanel>
    </AriaTabs>
  )
}
