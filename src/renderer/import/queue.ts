import { useEffect, useState } from 'react'
import type { ImportView } from '../../shared/data/importing.ts'
import type { Message } from '../../shared/messages/index.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { ask, useEvent } from '../ui/data.ts'

/** The import queue, live. `take` puts in the answer of a call that changed it. */
export function useImports(): {
  readonly view: ImportView | null
  readonly problem: Message | null
  readonly reload: () => void
  readonly take: (answer: Outcome<ImportView>) => void
} {
  const [view, setView] = useState<ImportView | null>(null)
  const [problem, setProblem] = useState<Message | null>(null)
  const [round, setRound] = useState(0)
  const take = (answer: Outcome<ImportView>) => {
    if (answer.ok) setView(answer.value)
    setProblem(answer.ok ? null : answer.problem)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, and again when told to
  useEffect(() => {
    void ask('import.view', null).then(take)
  }, [round])
  useEvent('import.changed', setView)
  return { view, problem, reload: () => setRound(value => value + 1), take }
}
