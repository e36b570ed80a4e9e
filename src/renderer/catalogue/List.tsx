import { useEffect } from 'react'
import type { CatalogueRow, CatalogueSort } from '../../shared/data/catalogue.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { Button } from '../ui/controls/Button.tsx'
import { Shape, Status } from '../ui/controls/Status.tsx'
import { statusTones } from '../ui/controls/tones.ts'
import { count, day } from '../ui/format.ts'
import { Ledger, type LedgerColumn } from '../ui/lists/Ledger.tsx'
import { useWords, type Words } from '../words/index.ts'
import { Chips, unfiltered } from './Chips.tsx'
import type { CatalogueRows, Conditions } from './rows.ts'

type ListProps = {
  readonly rows: CatalogueRows
  readonly conditions: Conditions
  readonly current: RecordId | null
  /** Where it last stood: the place to look first, and the one to load first when the place is opened again. */
  readonly index: number
  readonly onCurrent: (id: RecordId | null, index: number) => void
  readonly onOpen: (id: RecordId | null) => void
  readonly onSort: (key: CatalogueSort) => void
  readonly onConditions: (conditions: Conditions) => void
}

function Findings({ row, words }: { readonly row: CatalogueRow; readonly words: Words }) {
  if (row.status === 'unread') return <span className="dim">{words.common.nothing}</span>
  if (row.errors + row.warnings + row.hints === 0) return <span className="dim">{words.catalogue.none}</span>
  return (
    <>
      <span className="q zhu">
        {row.errors > 0 ? (
          <>
            <Shape name="error" />
            <span className="hidden-words">{words.catalogue.errors(row.errors)}</span>
            <span aria-hidden="true">{count(row.errors)}</span>
          </>
        ) : null}
      </span>
      <span className="q amber">
        {row.warnings > 0 ? (
          <>
            <Shape name="doubt" />
            <span className="hidden-words">{words.catalogue.warnings(row.warnings)}</span>
            <span aria-hidden="true">{count(row.warnings)}</span>
          </>
        ) : null}
      </span>
      {row.hints > 0 ? (
        <span className="q dim">
          <Shape name="hint" />
          <span className="hidden-words">{words.catalogue.hinted(row.hints)}</span>
          <span aria-hidden="true">{count(row.hints)}</span>
        </span>
      ) : null}
    </>
  )
}

const figure = (value: number | null) => (value === null ? <span className="dim">—</span> : count(value))

function cellsOf(row: CatalogueRow, words: Words) {
  return [
    <span key="name" title={row.name}>
      {row.name}
    </span>,
    row.year ?? <span className="dim">{words.common.noYearShort}</span>,
    figure(row.newRequests),
    figure(row.concluded),
    <Status key="status" shape={row.status} tone={statusTones[row.status]}>
      {words.status[row.status]}
    </Status>,
    row.reviewer ?? '',
    <Findings key="findings" row={row} words={words} />,
    words.format[row.format],
    day(new Date(row.importedAt)),
  ]
}

/** Which row is current, -1 where the current report is not listed. A row gone to before it was fetched is current without its report. */
function placeOf({ rows, current, index }: ListProps, matching: number): number {
  if (current === null) return index < matching ? index : -1
  if (rows.rowAt(index)?.id === current) return index
  for (let other = 0; other < matching; other += 1) if (rows.rowAt(other)?.id === current) return other
  return -1
}

/** Chips of the conditions in force, the ledger, the tally line. */
export function List(props: ListProps) {
  const words = useWords()
  const { rows, conditions, onCurrent } = props
  const { page, rowAt } = rows
  const matching = page?.matching ?? 0
  const at = placeOf(props, matching)
  const first = rowAt(0)
  const here = props.current === null ? rowAt(at) : null
  useEffect(() => {
    if (here) onCurrent(here.id, at)
    else if (at === -1 && !rows.busy) onCurrent(first?.id ?? null, 0)
  }, [at, here, rows.busy, first, onCurrent])
  const sortable = (key: CatalogueSort, numeric = false): LedgerColumn => ({
    key,
    label: words.catalogue.columns[key],
    numeric,
    sorted: conditions.sort === key ? (conditions.descending ? 'descending' : 'ascending') : 'none',
    onSort: () => props.onSort(key),
  })
  const columns: readonly LedgerColumn[] = [
    sortable('name'),
    sortable('year', true),
    { key: 'newRequests', label: words.catalogue.newRequests, numeric: true, wide: true },
    { key: 'concluded', label: words.catalogue.concluded, numeric: true, wide: true },
    sortable('status'),
    { key: 'reviewer', label: words.catalogue.reviewer, wide: true },
    sortable('findings'),
    sortable('format'),
    sortable('importedAt', true),
  ]
  return (
    <section className="list" aria-label={words.catalogue.list} data-zone="list">
      <Chips conditions={conditions} onChange={props.onConditions} />
      {matching === 0 && page && !rows.busy ? (
        <div className="empty">
          <h2>{page.total === 0 ? words.common.indexingEmpty : words.catalogue.noMatchTitle}</h2>
          <p>{page.total === 0 ? words.common.indexing : words.catalogue.noMatchWhy}</p>
          {page.total === 0 ? null : (
            <div className="acts">
              <Button onPress={() => props.onConditions({ ...conditions, ...unfiltered })}>
                {words.common.clearAll}
              </Button>
            </div>
          )}
        </div>
      ) : (
        <Ledger
          label={words.catalogue.list}
          columns={columns}
          count={matching}
          current={at}
          busy={rows.busy}
          onCurrent={index => onCurrent(rowAt(index)?.id ?? null, index)}
          onOpen={index => props.onOpen(rowAt(index)?.id ?? null)}
          onRange={rows.show}
          cells={index => {
            const row = rowAt(index)
            return row ? cellsOf(row, words) : null
          }}
        />
      )}
      <p className="tally" aria-live="polite">
        {page ? words.catalogue.tally(page.matching, page.byStatus) : words.common.busy}
        <span>{page ? words.catalogue.openFindings(page.openFindings) : ''}</span>
      </p>
    </section>
  )
}
