import { useSyncExternalStore } from 'react'

/** State outside React, so that a step in the form re-renders the two cells it touches and nothing else. */
export type Store<T> = {
  readonly get: () => T
  readonly set: (change: (old: T) => T) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: change => {
      const next = change(value)
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A part of the state; the component renders again only when that part is another value. `select` must not make new objects. */
export function useStore<T, Part>(store: Store<T>, select: (state: T) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
