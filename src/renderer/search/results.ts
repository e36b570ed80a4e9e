import { useCallback, useEffect, useRef, useState } from 'react'
import type { SearchGroup, SearchQuery, SearchResult } from '../../shared/data/catalogue.ts'
import type { Message } from '../../shared/messages/index.ts'
import { ask } from '../ui/data.ts'

export type Asked = Omit<SearchQuery, 'offset' | 'limit'>
export const nothingAsked: Asked = { text: '', years: [], statuses: [] }

/** Reports fetched at a time. */
export const groupsAtOnce = 30

type State = {
  /** The newest answer; its groups grow as more are fetched. */
  readonly result: SearchResult | null
  readonly problem: Message | null
  readonly busy: boolean
}

const call = (asked: Asked, offset: number) =>
  ask('search.run', {
    text: asked.text,
    years: [...asked.years],
    statuses: [...asked.statuses],
    offset,
    limit: groupsAtOnce,
  })

/** The answer to what is asked; an older answer stays until a newer one is there. Nothing is asked for an empty line. */
export function useSearch(asked: Asked): State & { readonly more: () => void; readonly reload: () => void } {
  const [state, setState] = useState<State>({ result: null, problem: null, busy: false })
  const [round, setRound] = useState(0)
  const latest = useRef('')
  const question = JSON.stringify([asked, round])
  const said = useRef(asked)
  said.current = asked
  useEffect(() => {
    latest.current = question
    if (said.current.text.trim() === '') return setState({ result: null, problem: null, busy: false })
    setState(old => ({ ...old, busy: true }))
    void call(said.current, 0).then(answer => {
      if (latest.current !== question) return
      setState(
        answer.ok
          ? { result: answer.value, problem: null, busy: false }
          : { result: null, problem: answer.problem, busy: false },
      )
    })
  }, [question])
  const have = state.result?.groups.length ?? 0
  const more = useCallback(() => {
    const question = latest.current
    setState(old => ({ ...old, busy: true }))
    void call(said.current, have).then(answer => {
      if (latest.current !== question) return
      setState(old => {
        if (!answer.ok) return { ...old, problem: answer.problem, busy: false }
        const known: readonly SearchGroup[] = old.result?.groups ?? []
        return { result: { ...answer.value, groups: [...known, ...answer.value.groups] }, problem: null, busy: false }
      })
    })
  }, [have])
  const reload = useCallback(() => setRound(value => value + 1), [])
  return { ...state, more, reload }
}
