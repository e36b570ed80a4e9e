import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome } from '../../../shared/outcome.ts'

/** What may be done with an opened archive. Only the first of these lets anything change it, and nothing leads back to it. */
export type Openness =
  | { readonly kind: 'writable' }
  /** Another process holds it, its folder may not be written, or a newer version wrote it. */
  | { readonly kind: 'readOnly'; readonly why: Message }
  | { readonly kind: 'closed' }

export const openness = (readOnly: Message | null): Openness =>
  readOnly ? { kind: 'readOnly', why: readOnly } : { kind: 'writable' }

/** Why nothing may be changed; null where it may. */
export function barred(now: Openness): Message | null {
  switch (now.kind) {
    case 'writable':
      return null
    case 'readOnly':
      return now.why
    case 'closed':
      return message('archive.closed')
  }
}

/** Through it goes whatever changes the archive, so that closing can wait for it. */
export type Gate = {
  readonly mayWrite: () => boolean
  /** Runs what changes the archive, unless that is not allowed. */
  readonly changing: <T>(work: () => Promise<Outcome<T>>) => Promise<Outcome<T>>
  /** Aborted with `signal` or by closing: what may take minutes is not waited for, and goes on the next time. */
  readonly untilClosed: (signal: AbortSignal) => AbortSignal
  /** Lets nothing in any more and waits for what is inside. False where it was closed before. */
  readonly close: () => Promise<boolean>
}

export function createGate(readOnly: Message | null): Gate {
  let now = openness(readOnly)
  const underWay = new Set<Promise<unknown>>()
  const closing = new AbortController()
  return {
    mayWrite: () => barred(now) === null,
    changing: async work => {
      const why = barred(now)
      if (why) return failure(why)
      const mine = work()
      underWay.add(mine)
      try {
        return await mine
      } finally {
        underWay.delete(mine)
      }
    },
    untilClosed: signal => AbortSignal.any([signal, closing.signal]),
    close: async () => {
      if (now.kind === 'closed') return false
      now = { kind: 'closed' }
      closing.abort()
      await Promise.allSettled(underWay)
      return true
    },
  }
}
