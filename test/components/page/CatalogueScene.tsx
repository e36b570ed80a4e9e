import { useState } from 'react'
import { List } from '../../../src/renderer/catalogue/List.tsx'
import { useCatalogue } from '../../../src/renderer/catalogue/rows.ts'
import type { RecordId } from '../../../src/shared/data/record.ts'
import '../../../src/renderer/catalogue/catalogue.css'
import type { Scenes } from './scenes.ts'

/** The rows of a catalogue, without a list: what is known of some of them, and buttons that look further down. */
export function CatalogueScene({ conditions, startAt = 0 }: Scenes['catalogue']) {
  const { page, problem, busy, rowAt, show, reload } = useCatalogue(conditions, startAt)
  const looks: readonly (readonly [number, number])[] = [
    [0, 20],
    [90, 110],
    [250, 270],
  ]
  return (
    <main>
      <output aria-label="件数">{page?.matching ?? '无'}</output>
      <output aria-label="难处">{problem?.code ?? '无'}</output>
      <output aria-label="忙">{busy ? '是' : '否'}</output>
      <output aria-label="各行">{[0, 99, 100, 199, 250].map(at => rowAt(at)?.name ?? '无').join(' ')}</output>
      {looks.map(([first, last]) => (
        <button key={first} type="button" onClick={() => show(first, last)}>
          看{first}
        </button>
      ))}
      <button type="button" onClick={reload}>
        再读
      </button>
    </main>
  )
}

/** The list of the catalogue as a person sees it. */
export function ListScene({ conditions }: Scenes['list']) {
  const [current, setCurrent] = useState<{ readonly id: RecordId | null; readonly index: number }>({
    id: null,
    index: 0,
  })
  const [opened, setOpened] = useState<RecordId | null>(null)
  const [onCurrent] = useState(() => (id: RecordId | null, index: number) => setCurrent({ id, index }))
  const rows = useCatalogue(conditions, current.index)
  return (
    <main className="work catalogue" style={{ gridTemplateColumns: '1fr', gridTemplateRows: '500px' }}>
      <List
        rows={rows}
        conditions={conditions}
        current={current.id}
        index={current.index}
        onCurrent={onCurrent}
        onOpen={setOpened}
        onSort={() => undefined}
        onConditions={() => undefined}
      />
      <output aria-label="当前">{current.id ?? '无'}</output>
      <output aria-label="打开的">{opened ?? '无'}</output>
    </main>
  )
}
