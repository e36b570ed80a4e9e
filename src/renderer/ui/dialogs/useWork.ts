import { useState } from 'react'
import type { CallName, Input, Output } from '../../../shared/api.ts'
import type { LongWork } from '../../../shared/data/longWork.ts'
import type { Message } from '../../../shared/messages/index.ts'
import { ask, useEvent } from '../data.ts'

/** How far work is. Work in several steps says which. */
type Told<Step> = { readonly done: number; readonly of: number; readonly step?: Step }

export type Busy<Step = never> = Told<Step> & { readonly kind: 'busy'; readonly stopping: boolean }

export type Stage<Done, Step = never> =
  | { readonly kind: 'ready' }
  | Busy<Step>
  | { readonly kind: 'failed'; readonly problem: Message }
  | { readonly kind: 'done'; readonly value: Done }

export type Work<Name extends CallName, Step = never> = {
  readonly stage: Stage<Output<Name>, Step>
  readonly run: (input: Input<Name>) => Promise<Output<Name> | null>
  readonly stop: () => void
  readonly reset: () => void
  /** Takes in how far it is, while it is under way. */
  readonly tell: (told: Told<Step>) => void
}

/**
 * A call that takes long: how far it is, how to stop it, how it ended. Stopped by the person, it is ready again.
 * @param halt asks main to stop it
 */
export function useLongCall<Name extends CallName, Step = never>(name: Name, halt: () => void): Work<Name, Step> {
  const [stage, setStage] = useState<Stage<Output<Name>, Step>>({ kind: 'ready' })
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
      halt()
    },
    reset: () => setStage({ kind: 'ready' }),
    tell: told => setStage(old => (old.kind === 'busy' ? { ...old, ...told } : old)),
  }
}

/** Such a call that is one of the long works of the archive. */
export function useWork<Name extends CallName>(work: LongWork, name: Name): Work<Name> {
  const call = useLongCall(name, () => void ask('work.stop', { work }))
  useEvent('work.progress', ({ work: told, done, of }) => {
    if (told === work) call.tell({ done, of })
  })
  return call
}
