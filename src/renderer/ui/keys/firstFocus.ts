import { useEffect } from 'react'

/**
 * Gives the keys to the main pane of a place as soon as there is something in it, unless the person is already somewhere: nobody
 * should have to press F6 before ↓ does anything.
 */
export function useFirstFocus(ready: boolean): void {
  useEffect(() => {
    if (!ready || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('.work [data-zone-focus]')?.focus()
  }, [ready])
}
