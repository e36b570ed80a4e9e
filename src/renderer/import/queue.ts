import { useEffect, useReducer, useState } from 'react'
import type { ImportView } from '../../shared/data/importing.ts'
import type { Message } from '../../shared/messages/index.ts'
import { ask, useEvent } from '../ui/data.ts'
import { followed, opening } from './following.ts'

/** The import queue, live. */
export function useImports(): {
  readonly view: ImportView | null
  readonly problem: Message | null
  readonly reload: () => void
} {
  const [{ view, round }, tell] = useReducer(followed, opening)
  const [problem, setProblem] = useState<Message | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, and again in each round
  useEffect(() => {
    void ask('import.view', null).then(answer => {
      setProblem(answer.ok ? null : answer.problem)
      if (answer.ok) tell({ kind: 'whole', view: answer.value })
    })
  }, [round])
  useEvent('import.changed', change => tell({ kind: 'changed', change }))
  return { view, problem, reload: () => tell({ kind: 'again' }) }
}
