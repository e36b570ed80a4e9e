import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Selection } from '../../shared/api.ts'
import { keysOf } from '../../shared/commands.ts'
import type { CatalogueSort } from '../../shared/data/catalogue.ts'
import type { RecordId } from '../../shared/data/record.ts'
import { handsOver, useApp } from '../ui/context.ts'
import { Button } from '../ui/controls/Button.tsx'
import { FilterField } from '../ui/controls/FilterField.tsx'
import { Problem } from '../ui/dialogs/Problem.tsx'
import { Frame } from '../ui/frame/Frame.tsx'
import { useFirstFocus } from '../ui/keys/firstFocus.ts'
import { useKeys } from '../ui/keys/keys.ts'
import { useRemembered } from '../ui/remember.ts'
import { useWords } from '../words/index.ts'
import { Facets } from './Facets.tsx'
import { FirstRun } from './FirstRun.tsx'
import { List } from './List.tsx'
import { Preview } from './Preview.tsx'
import { type Conditions, noConditions, useCatalogue } from './rows.ts'
import './catalogue.css'

type Filter = Omit<Extract<Selection, { kind: 'filter' }>, 'kind'>

type CatalogueProps = {
  readonly onOpen: (id: RecordId) => void
  /** Told which report is under the cursor. */
  readonly cursor: RefObject<RecordId | null>
  /** Told which reports are listed. */
  readonly filter: RefObject<Filter>
}

/** 目录: every report of the archive, filtered and sorted, with a preview of the one under the cursor. */
export function Catalogue({ onOpen, cursor, filter }: CatalogueProps) {
  const words = useWords().catalogue
  const common = useWords().common
  const exchangeWords = useWords().exchange
  const { state, chooseFiles, exchange } = useApp()
  const [conditions, setConditions] = useRemembered<Conditions>('catalogue.conditions', noConditions)
  const [current, setCurrent] = useRemembered<RecordId | null>('catalogue.current', null)
  const field = useRef<HTMLInputElement | null>(null)
  const [index, setIndex] = useRemembered<number>('catalogue.index', 0)
  const rows = useCatalogue(conditions, index)
  const { page } = rows
  const empty = page?.total === 0 && !state.indexing
  useEffect(() => {
    cursor.current = current
  }, [cursor, current])
  useEffect(() => {
    const { text, years, statuses } = conditions
    filter.current = { text, years: [...years], statuses: [...statuses] }
  }, [filter, conditions])

  useKeys({ 'Ctrl+F': () => field.current?.focus() })
  const sort = useCallback(
    (key: CatalogueSort) =>
      setConditions(old => ({ ...old, sort: key, descending: old.sort === key ? !old.descending : false })),
    [setConditions],
  )
  const open = (id: RecordId | null) => id !== null && onOpen(id)
  useFirstFocus(page !== null)

  return (
    <Frame
      title={words.title}
      sub={page && !empty ? words.sub(page.total, page.matching) : null}
      tools={
        empty ? null : (
          <>
            <FilterField
              ref={field}
              label={words.filter}
              keys="Ctrl F"
              value={conditions.text}
              onChange={text => setConditions(old => ({ ...old, text }))}
            />
            <span className="grow" />
            <Button keys={keysOf('archive.export')} onPress={() => exchange('export', current)}>
              {exchangeWords.openExport}
            </Button>
            <Button
              kind="main"
              keys={keysOf('import.files')}
              disabled={!state.archive.writable && !handsOver(state)}
              onPress={chooseFiles}
            >
              {words.import}
            </Button>
          </>
        )
      }
      hints={
        empty
          ? []
          : [
              [common.up, words.hints.move],
              ['Enter', words.hints.open],
              [keysOf('review.next'), words.hints.next],
              [keysOf('view.nextPane'), words.hints.pane],
            ]
      }
    >
      {empty ? (
        <FirstRun onChoose={chooseFiles} />
      ) : (
        <div className="work catalogue">
          <Facets page={page} conditions={conditions} onChange={setConditions} />
          {rows.problem && !page ? (
            <section className="list">
              <Problem problem={rows.problem} onRetry={rows.reload} />
            </section>
          ) : (
            <List
              rows={rows}
              conditions={conditions}
              current={current}
              index={index}
              onCurrent={(id, at) => {
                setCurrent(id)
                setIndex(at)
              }}
              onOpen={open}
              onSort={sort}
              onConditions={setConditions}
            />
          )}
          <Preview id={page?.matching === 0 ? null : current} onOpen={open} />
        </div>
      )}
    </Frame>
  )
}
