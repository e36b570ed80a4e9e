import type { EventName, Events } from '../../shared/api.ts'

/** What services tell whoever shows them: everything but the menu's commands. */
type ServiceEvent = Exclude<EventName, 'menu.command'>

export type Emitter = {
  readonly on: <Name extends ServiceEvent>(name: Name, listener: (event: Events[Name]) => void) => () => void
  readonly emit: <Name extends ServiceEvent>(name: Name, event: Events[Name]) => void
}

type Listeners = { readonly [Name in ServiceEvent]: Set<(event: Events[Name]) => void> }

export function createEmitter(): Emitter {
  const listeners: Listeners = {
    'import.changed': new Set(),
    'record.changed': new Set(),
    'archive.changed': new Set(),
    'verify.progress': new Set(),
    'export.progress': new Set(),
    'work.progress': new Set(),
    'inspect.progress': new Set(),
  }
  return {
    on: (name, listener) => {
      listeners[name].add(listener)
      return () => {
        listeners[name].delete(listener)
      }
    },
    emit: (name, event) => {
      for (const listener of listeners[name]) listener(event)
    },
  }
}
