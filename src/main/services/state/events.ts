import type { Events, ServiceEvent } from '../../../shared/api.ts'

/** Telling of events to whoever listens. */

export type Emitter = {
  readonly on: <Name extends ServiceEvent>(name: Name, listener: (event: Events[Name]) => void) => () => void
  readonly emit: <Name extends ServiceEvent>(name: Name, event: Events[Name]) => void
}

type Listeners = { readonly [Name in ServiceEvent]?: readonly ((event: Events[Name]) => void)[] }

/** The listeners of the table of events: whatever is in it can be listened to, and nothing else. */
export function createEmitter(): Emitter {
  let listeners: Listeners = {}
  return {
    on: (name, listener) => {
      listeners = { ...listeners, [name]: [...(listeners[name] ?? []), listener] }
      return () => {
        listeners = { ...listeners, [name]: listeners[name]?.filter(other => other !== listener) }
      }
    },
    emit: (name, event) => {
      for (const listener of listeners[name] ?? []) listener(event)
    },
  }
}
