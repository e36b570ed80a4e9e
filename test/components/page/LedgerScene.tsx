import { useState } from 'react'
import { Ledger } from '../../../src/renderer/ui/lists/Ledger.tsx'
import '../../../src/renderer/import/import.css'
import type { Scenes } from './scenes.ts'

/** A ledger of ten rows' height over rows that are only numbered, looking like the list of what is imported. */
export function LedgerScene({ count, fetched = count, start = 0, detail, busy = false }: Scenes['ledger']) {
  const [current, setCurrent] = useState(start)
  const [opened, setOpened] = useState<number | null>(null)
  const [range, setRange] = useState('')
  const [descending, setDescending] = useState(false)
  const [onRange] = useState(() => (first: number, last: number) => setRange(`${first}–${last}`))
  return (
    <main className="importing" style={{ display: 'grid', gridTemplateRows: '370px' }}>
      <Ledger
        label="册"
        columns={[
          {
            key: 'name',
            label: '名称',
            sorted: descending ? 'descending' : 'ascending',
            onSort: () => setDescending(value => !value),
          },
          { key: 'number', label: '编号', numeric: true },
        ]}
        count={count}
        current={current}
        busy={busy}
        onCurrent={setCurrent}
        onOpen={setOpened}
        onRange={onRange}
        keys={{ Delete: () => setOpened(null) }}
        cells={index => (index < fetched ? [`第${index}行`, index] : null)}
        detail={detail === undefined ? null : <p style={{ height: detail, margin: 0 }}>细目</p>}
      />
      <output aria-label="当前">{current}</output>
      <output aria-label="打开的">{opened ?? '无'}</output>
      <output aria-label="所见">{range}</output>
    </main>
  )
}
