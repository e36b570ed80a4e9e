import { useCallback, useEffect, useRef, useState } from 'react'
import type { CataloguePage, CatalogueQuery, CatalogueRow } from '../../shared/data/catalogue.ts'
import type { Message } from '../../shared/messages/index.ts'
import { ask, useCalm, useEvent } from '../ui/data.ts'

export type Conditions = Omit<CatalogueQuery, 'offset' | 'limit'>
export const noConditions: Conditions = { text: '', years: [], statuses: [], sort: 'name', descending: false }

/** Rows are fetched by the hundred as they come into view. */
const pageSize = 100

export type CatalogueRows = {
  /** Counts and facets of the newest answer. */
  readonly page: CataloguePage | null
  readonly problem: Message | null
  readonly busy: boolean
  readonly rowAt: (index: number) => CatalogueRow | null
  readonly show: (first: number, last: number) => void
  readonly reload: () => void
}

type Answer = {
  readonly page: CataloguePage | null
  readonly problem: Message | null
  readonly busy: boolean
  readonly rows: ReadonlyMap<number, CatalogueRow>
}

/** The list under some conditions. Old rows stay until the new ones are there; a late answer to older conditions is dropped. */
export function useCatalogue(conditions: Conditions, startAt: number): CatalogueRows {
  const [answer, setAnswer] = useState<Answer>({ page: null, problem: null, busy: true, rows: new Map() })
  const [round, setRound] = useState(0)
  const asked = useRef({ question: '', pages: new Set<number>(), answered: false })
  const seen = useRef({ first: startAt, last: startAt })
  const question = JSON.stringify([conditions, round])

  const fetchPage = useCallback(
    async (number: number) => {
      const now = asked.current
      if (now.question !== question || now.pages.has(number)) return
      now.pages.add(number)
      const { years, statuses, ...rest } = unpack(question)
      const result = await ask('catalogue.list', {
        ...rest,
        years: [...years],
        statuses: [...statuses],
        offset: number * pageSize,
        limit: pageSize,
      })
      if (asked.current !== now) return
      if (!result.ok) {
        now.pages.delete(number)
        return setAnswer(old => ({ ...old, problem: result.problem, busy: false }))
      }
      const first = !now.answered
      now.answered = true
      setAnswer(old => {
        // The first answer under new conditions takes the place of all older rows.
        const rows = new Map(first ? [] : old.rows)
        for (const [at, row] of result.value.rows.entries()) rows.set(number * pageSize + at, row)
        return { page: result.value, problem: null, busy: false, rows }
      })
    },
    [question],
  )
  const show = useCallback(
    (first: number, last: number) => {
      seen.current = { first, last }
      for (let page = Math.floor(first / pageSize); page <= Math.floor(Math.max(first, last) / pageSize); page += 1) {
        void fetchPage(page)
      }
    },
    [fetchPage],
  )
  useEffect(() => {
    asked.current = { question, pages: new Set(), answered: false }
    setAnswer(old => ({ ...old, busy: true }))
    show(seen.current.first, seen.current.last)
  }, [question, show])
  const reload = useCallback(() => setRound(value => value + 1), [])
  const soon = useCalm(reload)
  useEvent('record.changed', soon)
  useEvent('archive.changed', soon)
  const rowAt = useCallback((index: number) => answer.rows.get(index) ?? null, [answer.rows])
  return { page: answer.page, problem: answer.problem, busy: answer.busy, rowAt, show, reload }
}

function unpack(question: string): Conditions {
  // Written by useCatalogue itself a moment ago.
  const [conditions] = JSON.parse(question) as [Conditions, number]
  return conditions
}
