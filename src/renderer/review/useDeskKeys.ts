import { type Answers, useCommands } from '../ui/keys/commands.ts'
import type { Actions } from './actions/index.ts'

/** Text fields undo what is typed in them; elsewhere Ctrl+Z takes back the last change of the record. */
function inTextField(): boolean {
  const at = document.activeElement
  return (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) && at.dataset.cellField === undefined
}

type DeskAnswers = Answers<'review'> & Pick<Answers<'anywhere'>, 'review.next'>

/** The acts of the desk by command. The next finding is its own, too: only out of the desk is it the window's. */
export function useDeskKeys(actions: Actions): void {
  const answers: DeskAnswers = {
    'edit.undo': () => (inTextField() ? false : void actions.undo()),
    'edit.redo': () => (inTextField() ? false : void actions.redo()),
    'review.correct': () => void actions.begin(null),
    'review.confirm': () => void actions.confirm(),
    'review.sourceError': () => void actions.askNote('sourceError'),
    'review.explain': () => void actions.askNote('explained'),
    'review.confirmAgreeing': () => void actions.confirmAgreeing(),
    'review.next': () => void actions.next(false),
    'review.previous': () => void actions.next(true),
    'review.finish': () => void actions.finish(),
    'review.cellHistory': () => void actions.showHistory('cell'),
    'review.trace': () => void actions.showTrace(true),
  }
  useCommands(answers, { 'Ctrl+Shift+Z': 'edit.redo' })
}
