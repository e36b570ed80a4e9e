import type { MenuCommand } from '../../shared/api.ts'
import { useEvent } from '../ui/data.ts'
import { useKeys } from '../ui/keys.ts'
import type { Actions } from './state/actions.ts'

/** Text fields undo what is typed in them; elsewhere Ctrl+Z takes back the last change of the record. */
function inOtherField(): boolean {
  const at = document.activeElement
  return at instanceof HTMLInputElement && !at.classList.contains('in')
}

/** The keys of the desk, and the same acts from the menu. No bare letters: input methods swallow them. */
export function useDeskKeys(actions: Actions): void {
  const undo = () => (inOtherField() ? false : void actions.undo())
  const redo = () => (inOtherField() ? false : void actions.redo())
  useKeys({
    F2: () => actions.begin(null),
    F4: () => actions.askNote('sourceError'),
    F9: () => actions.askNote('explained'),
    F7: actions.confirmAgreeing,
    F8: () => void actions.next(false),
    'Shift+F8': () => void actions.next(true),
    F12: actions.finish,
    'Ctrl+H': () => actions.showHistory('cell'),
    'Ctrl+Z': undo,
    'Ctrl+Y': redo,
    'Ctrl+Shift+Z': redo,
  })
  const commands: Partial<Record<MenuCommand, () => unknown>> = {
    'edit.undo': undo,
    'edit.redo': redo,
    'review.correct': () => actions.begin(null),
    'review.confirm': actions.confirm,
    'review.sourceError': () => actions.askNote('sourceError'),
    'review.explain': () => actions.askNote('explained'),
    'review.confirmAgreeing': actions.confirmAgreeing,
    'review.next': () => void actions.next(false),
    'review.previous': () => void actions.next(true),
    'review.finish': actions.finish,
    'review.cellHistory': () => actions.showHistory('cell'),
  }
  useEvent('menu.command', ({ command }) => void commands[command]?.())
}
