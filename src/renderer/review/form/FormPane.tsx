import { useDesk } from '../state/context.ts'
import { tableFound } from '../state/tables.ts'
import { useReviewWords } from '../words/index.ts'
import { CellBar } from './CellBar.tsx'
import { FieldsTab } from './FieldsTab.tsx'
import { FormGrid } from './grid/FormGrid.tsx'
import { MissingTable } from './MissingTable.tsx'
import { Tabs } from './Tabs.tsx'
import { TextTab } from './TextTab.tsx'
import './pane.css'

function Sheet() {
  const tab = useDesk(desk => desk.tab)
  const drawn = useDesk(
    desk => tab !== 'text' && tab !== 'fields' && (tableFound(desk.current, tab) !== null || desk.byHand.has(tab)),
  )
  if (tab === 'text') return <TextTab />
  if (tab === 'fields') return <FieldsTab />
  if (!drawn) return <MissingTable key={tab} table={tab} />
  return (
    <>
      <CellBar />
      <FormGrid key={tab} table={tab} />
    </>
  )
}

/** The middle pane: tabs, and under them the form, the prose or the metadata. */
export function FormPane() {
  const words = useReviewWords()
  return (
    <section className="formpane" aria-label={words.panes.form} data-zone="form">
      <Tabs>
        <Sheet />
      </Tabs>
    </section>
  )
}
