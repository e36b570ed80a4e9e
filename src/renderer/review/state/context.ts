import { createContext, use } from 'react'
import type { Actions } from '../actions/index.ts'
import type { Desk } from './desk.ts'
import { type Store, useStore } from './store.ts'

type Value = { readonly store: Store<Desk>; readonly actions: Actions }

export const DeskContext = createContext<Value | null>(null)

function useDeskContext(): Value {
  const value = use(DeskContext)
  if (!value) throw new Error('The parts of the review desk are used inside ReviewDesk')
  return value
}

/** A part of the desk's state; see `useStore`. */
export function useDesk<Part>(select: (desk: Desk) => Part): Part {
  return useStore(useDeskContext().store, select)
}

export function useActions(): Actions {
  return useDeskContext().actions
}

/** The state as it is now, for handlers of events. */
export function useDeskStore(): Store<Desk> {
  return useDeskContext().store
}
