import type { MenuCommand } from '../../shared/api.ts'
import { useEvent } from '../ui/data.ts'
import { type Keymap, useKeys } from '../ui/keys.ts'
import type { Actions } from './actions/index.ts'

/** Keys of the desk and the menu entry that does the same. No bare letters: input methods swallow them. */
const keys: Readonly<Record<string, MenuCommand>> = {
  F2: 'review.correct',
  F4: 'review.sourceError',
  F9: 'review.explain',
  F7: 'review.confirmAgreeing',
  F8: 'review.next',
  'Shift+F8': 'review.previous',
  F12: 'review.finish',
  'Ctrl+H': 'review.cellHistory',
  'Ctrl+Shift+H': 'review.trace',
  'Ctrl+Z': 'edit.undo',
  'Ctrl+Y': 'edit.redo',
  'Ctrl+Shift+Z': 'edit.redo',
}

/** Text fields undo what is typed in them; elsewhere Ctrl+Z takes back the last change of the record. */
function inTextField(): boolean {
  const at = document.activeElement
  return (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) && at.dataset.cellField === undefined
}

type Acts = Readonly<Partial<Record<MenuCommand, () => unknown>>>

/** The acts of the desk by command. An act that answers `false` leaves its key to whatever else wants it. */
function actsOf(actions: Actions): Acts {
  return {
    'edit.undo': () => (inTextField() ? false : void actions.undo()),
    'edit.redo': () => (inTextField() ? false : void actions.redo()),
    'review.correct': () => actions.begin(null),
    'review.confirm': actions.confirm,
    'review.sourceError': () => actions.askNote('sourceError'),
    'review.explain': () => actions.askNote('explained'),
    'review.confirmAgreeing': actions.confirmAgreeing,
    'review.next': () => void actions.next(false),
    'review.previous': () => void actions.next(true),
    'review.finish': actions.finish,
    'review.cellHistory': () => actions.showHistory('cell'),
    'review.trace': () => actions.showTrace(true),
  }
}

export function useDeskKeys(actions: Actions): void {
  const acts = actsOf(actions)
  const keymap: Keymap = Object.fromEntries(
    Object.entries(keys).map(([key, command]) => [key, () => acts[command]?.() ?? true]),
  )
  useKeys(keymap)
  useEvent('menu.command', ({ command }) => void acts[command]?.())
}
