import type { Message } from './messages/model.ts'

/** Expected failures are values: either the value, or the message that says what happened, what was kept and what to do. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Message }

export function success<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function failure(problem: Message): { readonly ok: false; readonly problem: Message } {
  return { ok: false, problem }
}
