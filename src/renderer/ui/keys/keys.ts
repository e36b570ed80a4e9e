import { useEffect, useRef } from 'react'
import { dialogOpen } from '../dialogs/topLayer.ts'

/** The parts of a keyboard event that decide which combination it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'keyCode'> & {
  readonly isComposing?: boolean
}

/**
 * Names a key press: `F8`, `Shift+F8`, `Ctrl+Shift+Z`, `Alt+1`, `Enter`, `ArrowDown`. Null while an input method is composing: keys
 * then belong to it (229 is what Chromium sends before isComposing is set). On a Mac the command key counts as Ctrl.
 */
export function comboOf(press: KeyPress): string | null {
  if (press.isComposing || press.keyCode === 229) return null
  if (['Control', 'Meta', 'Alt', 'Shift', 'Process', 'Dead', 'Unidentified'].includes(press.key)) return null
  const ctrl = press.ctrlKey || press.metaKey
  const key = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toUpperCase() : press.key
  const shift = press.shiftKey && (press.key.length > 1 || ctrl || press.altKey)
  return [ctrl ? 'Ctrl' : '', press.altKey ? 'Alt' : '', shift ? 'Shift' : '', key].filter(Boolean).join('+')
}

/** Bare letters, digits and marks are text, and input methods swallow them: they can never be bound for the whole window. */
export function isWindowKey(combo: string): boolean {
  return /^(Ctrl|Alt)\+/.test(combo) || /^(Shift\+)?F\d{1,2}$/.test(combo) || combo === 'Escape'
}

/** Combination → what it does. A handler that answers `false` leaves the key to whatever else wants it. */
export type Keymap = Readonly<Record<string, () => unknown>>

/** Runs the handler of this press, if there is one, and keeps the key from everybody else. */
export function runKey(map: Keymap, event: KeyPress & { preventDefault(): void; stopPropagation(): void }): boolean {
  const combo = comboOf(event)
  const handler = combo === null ? undefined : map[combo]
  if (!handler || handler() === false) return false
  event.preventDefault()
  event.stopPropagation()
  return true
}

/** Keys that work anywhere in the window as long as the component is shown. */
export function useKeys(map: Keymap): void {
  const latest = useRef(map)
  useEffect(() => {
    latest.current = map
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const combo = comboOf(event)
      // While a dialog is open, the keys of the places behind it rest.
      if (event.defaultPrevented || combo === null || !isWindowKey(combo) || dialogOpen()) return
      runKey(latest.current, event)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
