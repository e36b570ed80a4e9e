import { useState } from 'react'
import type { CallName, Input, Output } from '../../shared/api.ts'
import type { LongWork } from '../../shared/longWork.ts'
import type { Message } from '../../shared/messages/index.ts'
import { ask, useEvent } from '../ui/data.ts'

export type Stage<Done> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'busy'; readonly done: number; readonly of: number; readonly stopping: boolean }
  | { readonly kind: 'failed'; readonly problem: Message }
  | { readonly kind: 'done'; readonly value: Done }

export type Work<Name extends CallName> = {
  readonly stage: Stage<Output<Name>>
  readonly run: (input: Input<Name>) => Promise<Output<Name> | null>
  readonly stop: () => void
  readonly reset: () => void
}

/** A call that takes minutes: how far it is, how to stop it, how it ended. Stopped by the person, it is ready again. */
export function useWork<Name extends CallName>(work: LongWork, name: Name): Work<Name> {
  const [stage, setStage] = useState<Stage<Output<Name>>>({ kind: 'ready' })
  useEvent('work.progress', told => {
    if (told.work !== work) return
    setStage(old => (old.kind === 'busy' ? { ...old, done: told.done, of: told.of } : old))
  })
  return {
    stage,
    run: async input => {
      setStage({ kind: 'busy', done: 0, of: 0, stopping: false })
      const answer = await ask(name, input)
      if (answer.ok) setStage({ kind: 'done', value: answer.value })
      else
        setStage(answer.problem.severity === 'info' ? { kind: 'ready' } : { kind: 'failed', problem: answer.problem })
      return answer.ok ? answer.value : null
    },
    stop: () => {
      setStage(old => (old.kind === 'busy' ? { ...old, stopping: true } : old))
      void ask('work.stop', { work })
    },
    reset: () => setStage({ kind: 'ready' }),
  }
}
