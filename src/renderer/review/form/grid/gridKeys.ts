import type { KeyboardEvent } from 'react'
import type { Actions } from '../../actions/index.ts'
import type { Direction } from './neighbours.ts'

const moves: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Enter: 'down',
  Home: 'home',
  End: 'end',
  Tab: 'next',
  'Shift+Tab': 'previous',
  'Shift+Enter': 'up',
  'Ctrl+Home': 'first',
  'Ctrl+End': 'last',
}

/** What may begin a number or a dash when typed onto a cell. Letters never do: input methods want them. */
const opening = /^[0-9０-９.．+＋\-−－—/／]$/

/** Which way a key goes in the form, null for other keys. */
export function moveOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): Direction | null {
  if (event.altKey) return null
  const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`
  return moves[name] ?? null
}

/** Keys on a cell of the form. Function keys are the window's and pass through. */
export function gridKey(event: KeyboardEvent, actions: Actions): void {
  const direction = moveOf(event)
  if (direction) {
    const moved = actions.move(direction)
    // Tab leaves the form at its last cell, Shift+Tab at its first: the form is no trap.
    if (moved || event.key !== 'Tab') event.preventDefault()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === ' ') {
    event.preventDefault()
    actions.confirm()
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault()
    actions.begin('')
  } else if (opening.test(event.key)) {
    event.preventDefault()
    actions.begin(event.key)
  } else if (event.key === 'Process' || event.keyCode === 229) {
    // An input method is at work: give it a field to write in.
    actions.begin('')
  }
}
