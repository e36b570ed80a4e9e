import type { VerifyReport } from '../../shared/journal.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { Archive } from '../archive/model.ts'
import type { Emitter } from './events.ts'

/** One verification at a time; whoever asks meanwhile gets the answer of the one under way. */
export function verifier(archive: Archive, emitter: Emitter, after: () => void) {
  let control = new AbortController()
  let running: Promise<Outcome<VerifyReport>> | null = null
  let told = 0
  const progress = (done: number, of: number): void => {
    if (done < of && performance.now() - told < 100) return
    told = performance.now()
    emitter.emit('verify.progress', { done, of })
  }
  return {
    verify: (): Promise<Outcome<VerifyReport>> => {
      if (running) return running
      control = new AbortController()
      running = archive.verify(progress, control.signal).finally(() => {
        running = null
        after()
      })
      return running
    },
    running: () => running !== null,
    stop: () => control.abort(),
  }
}
