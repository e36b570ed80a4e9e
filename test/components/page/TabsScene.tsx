import { useState } from 'react'
import type { Filter } from '../../../src/renderer/import/filters.ts'
import { Tabs } from '../../../src/renderer/import/Tabs.tsx'
import { AppContextValue } from '../../../src/renderer/ui/context.ts'
import '../../../src/renderer/import/import.css'
import type { AppState } from '../../../src/shared/api.ts'
import type { Scenes } from './scenes.ts'

/** An archive with nine files just read. */
const state: AppState = {
  version: '0.1.0',
  settings: { who: '', language: 'zh', theme: 'light' },
  who: '',
  archive: {
    id: 'a',
    folder: '/a',
    writable: true,
    why: null,
    notes: [],
    records: 9,
    verified: null,
    backup: null,
    index: null,
    quiet: null,
  },
  open: 0,
  importing: 0,
  inspection: { due: 0, done: 0, failed: 0, unopened: 0, reports: [], problem: null },
}

/** The tabs of what is imported, with something to press in the one that is chosen. */
export function TabsScene({ cancelled }: Scenes['tabs']) {
  const [filter, setFilter] = useState<Filter>('all')
  const totals = { all: 9, waiting: 0, working: 0, archived: 5, warned: 1, duplicate: 1, failed: 2, cancelled }
  return (
    <AppContextValue
      value={{
        state,
        setState: () => undefined,
        go: () => undefined,
        hold: () => () => undefined,
        toast: () => undefined,
        showKeys: () => undefined,
        exchange: () => undefined,
        showInspections: () => undefined,
        showCare: () => undefined,
        chooseFiles: () => undefined,
      }}
    >
      <Tabs totals={totals} filter={filter} onFilter={setFilter} onInspect={() => undefined}>
        <button type="button">里面</button>
      </Tabs>
      <output aria-label="筛选">{filter}</output>
    </AppContextValue>
  )
}
