import type { FieldValue, Revision } from '../../../shared/data/record.ts'
import type { ReportField } from '../../../shared/data/report.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import type { Tools } from './tools.ts'

type Moving = { readonly leave: () => boolean; readonly giveUp: () => void; readonly focus: (cell: CellKey) => boolean }

/** Acts on the whole record: its status, its metadata, its history. */
export function createRecordActs(tools: Tools, { leave, giveUp, focus }: Moving) {
  const { get } = tools

  function finish(): void {
    if (!tools.allowed() || !leave()) return
    const { current, lines } = get()
    const after = current.status === 'reviewed' ? 'reviewing' : 'reviewed'
    const open = lines.filter(item => item.settled === null).length
    tools.change({ kind: 'status', after })
    const { notice } = tools.words()
    tools.say(after === 'reviewed' ? notice.reviewed(open) : notice.reopened)
  }

  /** Takes back the last change, or that taking back; while something is typed, only the typing. */
  async function step(call: 'record.undo' | 'record.redo'): Promise<void> {
    if (get().draft) {
      giveUp()
      return
    }
    if (!tools.allowed()) return
    const line = get().lines.find(item => item.id === get().line)
    const how = await tools.saver.step(call)
    tools.keepLine(line)
    if (how === 'failed') return
    const { notice } = tools.words()
    const undo = call === 'record.undo'
    if (how === 'idle') {
      tools.say(undo ? notice.nothingToUndo : notice.nothingToRedo)
      return
    }
    const last = get().record.revisions.at(-1)
    if (last?.change.kind === 'cell' && last.change.cell !== get().focus) focus(last.change.cell)
    tools.say(undo ? notice.undone : notice.redone)
  }

  function restore(revision: Revision): void {
    if (!tools.allowed()) return
    const { change: old } = revision
    const why = tools.words().notice.restoredFrom(revision.number)
    switch (old.kind) {
      case 'confirm':
        tools.change({ kind: 'confirm', cells: [...old.cells], after: old.after }, why, 'restore')
        break
      case 'verdict':
        tools.change({ ...old, cells: [...old.cells] }, why, 'restore')
        break
      case 'cell':
        tools.change({ kind: 'cell', cell: old.cell, after: old.after }, why, 'restore')
        break
      case 'field':
        tools.change({ kind: 'field', field: old.field, after: old.after }, why, 'restore')
        break
      case 'status':
        tools.change({ kind: 'status', after: old.after }, why, 'restore')
        break
    }
  }

  function restoreMachine(cell: CellKey): void {
    const machine = get().current.corrected.get(cell)
    if (machine && tools.allowed()) tools.change({ kind: 'cell', cell, after: machine }, '', 'restore')
  }

  function setField(field: ReportField, after: FieldValue): void {
    if (get().current.report[field] !== after && tools.allowed()) tools.change({ kind: 'field', field, after })
  }

  return {
    finish,
    undo: () => step('record.undo'),
    redo: () => step('record.redo'),
    restore,
    restoreMachine,
    setField,
  }
}
