/** Plays main inside the page: every call waits until the test answers it, and what the test tells is told. */
import type { Api, Bridge, EventName } from '../../../src/shared/api.ts'
import { callNames } from '../../../src/shared/names.ts'
import type { PageMain } from './scenes.ts'

type Waiting = { readonly name: string; readonly input: unknown; readonly settle: PromiseWithResolvers<unknown> }

let waiting: Waiting[] = []
const listeners = new Map<EventName, Set<(event: never) => void>>()

function hear(name: string, input: unknown): Promise<unknown> {
  const settle = Promise.withResolvers<unknown>()
  waiting.push({ name, input, settle })
  return settle.promise
}

const bridge: Bridge<File> = {
  // The test answers with what the contract says; here nobody looks at it.
  calls: Object.fromEntries(callNames.map(name => [name, (input: unknown) => hear(name, input)])) as unknown as Api,
  on: (name, listener) => {
    const known = listeners.get(name) ?? new Set()
    listeners.set(name, known.add(listener))
    return () => known.delete(listener)
  },
  pathsOf: async () => [],
}

export const main: PageMain = {
  asked: () => waiting.map(({ name, input }) => ({ name, input })),
  answer: (at, outcome) => waiting[at]?.settle.resolve(outcome),
  reject: at => waiting[at]?.settle.reject(new Error('main broke')),
  tell: (name, event) => {
    for (const listener of listeners.get(name) ?? []) listener(event as never)
  },
  forget: () => {
    waiting = []
  },
}

Object.assign(globalThis, { kaijuan: bridge })
