import { useCallback, useState } from 'react'
import type { VerifyReport } from '../../shared/journal.ts'
import type { Message } from '../../shared/messages/index.ts'
import { ask, useEvent } from '../ui/data.ts'

export type Verify = {
  readonly running: boolean
  readonly done: number
  readonly of: number
  readonly report: VerifyReport | null
  readonly problem: Message | null
  readonly run: () => Promise<void>
  readonly close: () => void
}

const idle = { running: false, done: 0, of: 0, report: null, problem: null }

/** A verification: started here, or found under way when the place is opened again (its progress is heard). */
export function useVerify(): Verify {
  const [state, setState] = useState<Omit<Verify, 'run' | 'close'>>(idle)
  useEvent('verify.progress', ({ done, of }) =>
    setState(old => (old.report || old.problem ? old : { ...old, running: done < of || old.running, done, of })),
  )
  useEvent('archive.changed', () =>
    setState(old => (old.done >= old.of && old.of > 0 ? { ...old, running: false } : old)),
  )
  const run = useCallback(async () => {
    setState({ ...idle, running: true })
    const answer = await ask('archive.verify', null)
    setState(old => ({
      ...old,
      running: false,
      report: answer.ok ? answer.value : null,
      problem: answer.ok ? null : answer.problem,
    }))
  }, [])
  const close = useCallback(() => setState(idle), [])
  return { ...state, run, close }
}
