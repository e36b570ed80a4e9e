import { useSyncExternalStore } from 'react'

/** The dialogs that are open, the last on top. What lies outside the top one is dimmed and cannot be pressed. */
let open: readonly HTMLDialogElement[] = []
const listeners = new Set<() => void>()

function set(next: readonly HTMLDialogElement[]): void {
  open = next
  for (const listener of listeners) listener()
}

/** Puts a dialog on top; answers with how to take it away. */
export function takeTop(dialog: HTMLDialogElement): () => void {
  set([...open, dialog])
  return () => set(open.filter(item => item !== dialog))
}

export const isTop = (dialog: HTMLDialogElement): boolean => open.at(-1) === dialog

/** The dialog on top, null where none is open: news must be shown inside it to be seen and pressed. */
export function useTop(): HTMLDialogElement | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open.at(-1) ?? null,
  )
}
