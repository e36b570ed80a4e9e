/** Which dialogs are open, for what must lie on top of them or rest under them. */
import { useSyncExternalStore } from 'react'

/** The last on top. What lies outside the top one is dimmed and cannot be pressed. */
let open: readonly HTMLElement[] = []
const listeners = new Set<() => void>()

function set(next: readonly HTMLElement[]): void {
  open = next
  for (const listener of listeners) listener()
}

/** Puts a dialog on top; answers with how to take it away. */
export function takeTop(dialog: HTMLElement): () => void {
  set([...open, dialog])
  return () => set(open.filter(item => item !== dialog))
}

export const isTop = (dialog: HTMLElement): boolean => open.at(-1) === dialog

/** Whether any is open: the keys of the places behind it rest, and a second question waits. */
export const dialogOpen = (): boolean => open.length > 0

/** The dialog on top, null where none is open: news must be shown inside it to be seen and pressed. */
export function useTop(): HTMLElement | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open.at(-1) ?? null,
  )
}
