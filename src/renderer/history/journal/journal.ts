import { useCallback, useEffect, useRef, useState } from 'react'
import type { JournalEntry, JournalPage } from '../../../shared/data/journal.ts'
import type { RecordId } from '../../../shared/data/record.ts'
import type { Message } from '../../../shared/messages/index.ts'
import { ask, useCalm, useEvent } from '../../ui/data.ts'
import { since, type Wanted } from './wanted.ts'

const pageSize = 200

type State = {
  readonly page: JournalPage | null
  readonly entries: readonly JournalEntry[]
  readonly problem: Message | null
  readonly busy: boolean
}

/** The journal under some conditions, newest first; `more` fetches earlier entries. */
export function useJournal(wanted: Wanted, record: RecordId | null) {
  const [state, setState] = useState<State>({ page: null, entries: [], problem: null, busy: true })
  const [round, setRound] = useState(0)
  const latest = useRef('')
  const question = JSON.stringify([wanted, record, round])
  const said = useRef({ wanted, record })
  said.current = { wanted, record }
  const fetchFrom = useCallback(async (before: number | null) => {
    const question = latest.current
    const { wanted, record } = said.current
    setState(old => ({ ...old, busy: true }))
    const answer = await ask('journal.list', {
      before,
      limit: pageSize,
      kinds: [...wanted.kinds],
      who: [...wanted.who],
      since: since(wanted.span, new Date()),
      record,
      text: wanted.text,
    })
    if (latest.current !== question) return
    setState(old => {
      if (!answer.ok) return { ...old, problem: answer.problem, busy: false }
      const entries = before === null ? answer.value.entries : [...old.entries, ...answer.value.entries]
      return { page: answer.value, entries, problem: null, busy: false }
    })
  }, [])
  useEffect(() => {
    latest.current = question
    void fetchFrom(null)
  }, [question, fetchFrom])
  const last = state.entries.at(-1)?.number ?? null
  const hasMore = state.page !== null && state.entries.length < state.page.matching && last !== null
  const more = useCallback(() => {
    if (hasMore) void fetchFrom(last)
  }, [hasMore, last, fetchFrom])
  const reload = useCallback(() => setRound(value => value + 1), [])
  const soon = useCalm(reload)
  useEvent('record.changed', soon)
  useEvent('archive.changed', soon)
  return { ...state, more, hasMore, reload }
}
