import { findCell, type Reading, sameReading } from '../../../shared/data/report.ts'
import { findFormCell } from '../../../shared/form/index.ts'
import type { Direction } from '../form/grid/neighbours.ts'
import { tableOf } from '../state/lines.ts'
import { parseTyped, typedFrom } from '../state/parse.ts'
import { layoutOf } from '../state/tables.ts'
import type { Tools } from './tools.ts'

const nothing: Reading = { state: 'absent', value: null, raw: null }

/** Typing into a cell like into a spreadsheet. What is typed counts only once it is committed. */
export function createTyping(tools: Tools, move: (direction: Direction) => boolean) {
  const { get, patch } = tools

  function begin(text: string | null): void {
    const { focus: cell, current, draft } = get()
    if (!cell || draft?.cell === cell || !tools.allowed()) return
    const reading = findCell(current.report, cell)
    patch({ note: null, draft: { cell, text: text ?? (reading ? typedFrom(reading) : ''), error: null } })
  }

  function type(text: string): void {
    const { draft } = get()
    if (draft) patch({ draft: { ...draft, text, error: null } })
  }

  function giveUp(): void {
    patch({ draft: null, note: null })
    tools.grab()
  }

  /** Takes what was typed. False leaves the field open with the reason beside it. */
  function commit(then: Direction | null): boolean {
    const { draft, current, record } = get()
    if (!draft) return true
    const { edition } = layoutOf(record, current, tableOf(draft.cell))
    const typed = parseTyped(draft.text, findFormCell(draft.cell, edition)?.column.quantity ?? 'count')
    const before = findCell(current.report, draft.cell) ?? nothing
    // Prose that was only looked at stays what it is.
    const untouched = draft.text === typedFrom(before)
    if (!typed.ok && !untouched) {
      patch({ draft: { ...draft, error: typed.error } })
      return false
    }
    patch({ draft: null })
    if (typed.ok && !(untouched && before.state !== 'absent') && !sameReading(before, typed.reading)) {
      tools.change({ kind: 'cell', cell: draft.cell, after: typed.reading })
      const { notice } = tools.words()
      const corrected = before.state !== 'absent'
      tools.say(
        corrected ? notice.corrected(draft.cell, before, typed.reading) : notice.typed(draft.cell, typed.reading),
      )
    }
    if (then === null || !move(then)) tools.grab()
    return true
  }

  return { begin, type, giveUp, commit }
}
