import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallName, EventName, Events, Input, Output } from '../../shared/api.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome } from '../../shared/outcome.ts'
import { api, on } from '../bridge.ts'

/** Calls main. Main answers every expected failure as a value; a call that is rejected is a bug, told as a problem too. */
export async function ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Outcome<Output<Name>>> {
  try {
    return await api[name](input)
  } catch (error) {
    return failure(message('window.noAnswer', {}, null, error instanceof Error ? error.message : String(error)))
  }
}

export type Loaded<T> = {
  /** The last good answer; kept while a newer one is under way, so that nothing jumps. */
  readonly value: T | null
  readonly problem: Message | null
  readonly busy: boolean
  readonly reload: () => void
}

/** The answer to a call, asked again whenever the input changes. A late answer to an older question is dropped. */
export function useCall<Name extends CallName>(name: Name, input: Input<Name> | undefined): Loaded<Output<Name>> {
  const [state, setState] = useState<Omit<Loaded<Output<Name>>, 'reload'>>({ value: null, problem: null, busy: true })
  const [round, setRound] = useState(0)
  const question = input === undefined ? undefined : JSON.stringify(input)
  const latest = useRef(input)
  latest.current = input
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question stands for the input, the round asks again
  useEffect(() => {
    const now = latest.current
    if (now === undefined) return
    let wanted = true
    setState(old => ({ ...old, busy: true }))
    void ask(name, now).then(answer => {
      if (!wanted) return
      if (answer.ok) setState({ value: answer.value, problem: null, busy: false })
      else setState(old => ({ ...old, problem: answer.problem, busy: false }))
    })
    return () => {
      wanted = false
    }
  }, [name, question, round])
  const reload = useCallback(() => setRound(value => value + 1), [])
  return { ...state, reload }
}

/** Listens to what main tells unasked, as long as the component is shown. */
export function useEvent<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => on(name, event => latest.current(event)), [name])
}

/** Calls at most once in `pause` milliseconds, the last call always: for news that come by the hundred during an import. */
export function useCalm(run: () => void, pause = 400): () => void {
  const latest = useRef(run)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    latest.current = run
  })
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  return useCallback(() => {
    if (timer.current !== null) return
    timer.current = setTimeout(() => {
      timer.current = null
      latest.current()
    }, pause)
  }, [pause])
}
