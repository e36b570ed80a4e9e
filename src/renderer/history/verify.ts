import { useCallback, useState } from 'react'
import type { VerifyReport } from '../../shared/data/journal.ts'
import type { Message } from '../../shared/messages/index.ts'
import { ask, useEvent } from '../ui/data.ts'

export type Verify = {
  readonly running: boolean
  readonly done: number
  readonly of: number
  readonly report: VerifyReport | null
  readonly problem: Message | null
  readonly run: () => Promise<void>
  /** Ends it before it is done; nothing is noted. */
  readonly stop: () => void
  readonly close: () => void
}

type State = Omit<Verify, 'run' | 'stop' | 'close'>
const idle: State = { running: false, done: 0, of: 0, report: null, problem: null }

/** What the last verification found, until it is closed: whoever looks at a damaged report comes back to the list. */
let found: State = idle

/** A verification: started here, or found under way when the place is opened again (its progress is heard). */
export function useVerify(): Verify {
  const [state, setState] = useState<State>(found)
  useEvent('verify.progress', ({ done, of }) =>
    setState(old => (old.report || old.problem ? old : { ...old, running: done < of || old.running, done, of })),
  )
  useEvent('archive.changed', () =>
    setState(old => (old.done >= old.of && old.of > 0 ? { ...old, running: false } : old)),
  )
  const run = useCallback(async () => {
    found = idle
    setState({ ...idle, running: true })
    const answer = await ask('archive.verify', null)
    if (answer.ok) found = { ...idle, report: answer.value }
    else if (answer.problem.severity !== 'info') found = { ...idle, problem: answer.problem }
    setState(found)
  }, [])
  const stop = useCallback(() => void ask('archive.stopVerify', null), [])
  const close = useCallback(() => {
    found = idle
    setState(idle)
  }, [])
  return { ...state, run, stop, close }
}
