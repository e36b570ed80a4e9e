import type { WantedChange } from '../../../shared/api.ts'
import { sameReading } from '../../../shared/current.ts'
import type { CellKey, TableKey } from '../../../shared/form/index.ts'
import { findFormCell } from '../../../shared/form/index.ts'
import type { FieldValue, Revision, VerdictKind } from '../../../shared/record.ts'
import { findCell, type ReportField } from '../../../shared/report.ts'
import { type Direction, neighbour } from '../form/neighbours.ts'
import type { ReviewWords } from '../words/index.ts'
import type { Waiting } from './changes.ts'
import { type Desk, namesOf, type SourceTarget } from './desk.ts'
import { tableOf } from './judge.ts'
import { type Line, nextLine, type Tab } from './lines.ts'
import { parseTyped, typedFrom } from './parse.ts'
import type { Saver } from './saving.ts'
import type { Store } from './store.ts'
import { layoutOf, tableFound } from './tables.ts'

type Surroundings = {
  readonly store: Store<Desk>
  readonly saver: Saver
  readonly who: () => string
  readonly words: () => ReviewWords
  readonly writable: () => boolean
  /** Opens the next report with open findings; false when none is left. */
  readonly nextRecord: () => Promise<boolean>
}

/** Everything a person can do at the review desk, by key, button or menu alike. */
export type Actions = ReturnType<typeof createActions>

export function createActions({ store, saver, who, words, writable, nextRecord }: Surroundings) {
  const get = store.get
  const patch = (part: Partial<Desk>) => store.set(desk => ({ ...desk, ...part }))
  const say = (text: string) => store.set(desk => ({ ...desk, notice: { key: (desk.notice?.key ?? 0) + 1, text } }))

  /** The opened line may have become another one through a change: follow it. */
  function keepLine(before: Line | undefined): void {
    const { lines, line, focus } = get()
    if (line === null || lines.some(item => item.id === line)) return
    const heirs = [`corrected:${focus}`, ...(before?.kind === 'finding' ? before.findings.map(item => item.id) : [])]
    patch({ line: lines.find(item => heirs.includes(item.id))?.id ?? null })
  }

  function change(wanted: WantedChange, why = '', act: Waiting['act'] = 'edit'): void {
    const before = get().lines.find(item => item.id === get().line)
    saver.add({ at: new Date().toISOString(), who: who(), why, act, change: wanted })
    keepLine(before)
  }

  function allowed(): boolean {
    if (!writable()) say(words().notice.readOnly)
    return writable()
  }

  function focus(cell: CellKey, grab = true): boolean {
    const draft = get().draft
    if (draft && draft.cell !== cell && !commit(null)) return false
    const { record, current } = get()
    const table = tableOf(cell)
    const named = namesOf(layoutOf(record, current, table), cell)
    store.set(desk => ({
      ...desk,
      focus: cell,
      named,
      tab: table,
      target: null,
      note: null,
      grab: grab ? desk.grab + 1 : desk.grab,
    }))
    return true
  }

  function move(direction: Direction): boolean {
    const { record, current, focus: from } = get()
    if (!from) return false
    const to = neighbour(layoutOf(record, current, tableOf(from)), from, direction)
    return to !== null && focus(to)
  }

  function begin(text: string | null): void {
    const { focus: cell, current, draft } = get()
    if (!cell || draft?.cell === cell || !allowed()) return
    const reading = findCell(current.report, cell)
    patch({ note: null, draft: { cell, text: text ?? (reading ? typedFrom(reading) : ''), error: null } })
  }

  function giveUp(): void {
    store.set(desk => ({ ...desk, draft: null, note: null, grab: desk.grab + 1 }))
  }

  /** Takes what was typed. False leaves the field open with the reason beside it. */
  function commit(then: Direction | null): boolean {
    const { draft, current, record } = get()
    if (!draft) return true
    const table = tableOf(draft.cell)
    const edition = layoutOf(record, current, table).edition
    const typed = parseTyped(draft.text, findFormCell(draft.cell, edition)?.column.quantity ?? 'count')
    if (!typed.ok) {
      patch({ draft: { ...draft, error: typed.error } })
      return false
    }
    patch({ draft: null })
    const before = findCell(current.report, draft.cell) ?? { state: 'absent', value: null, raw: null }
    const kept = before.state === 'dash' && typed.reading.state === 'dash'
    if (!kept && !sameReading(before, typed.reading)) {
      change({ kind: 'cell', cell: draft.cell, after: typed.reading })
      say(words().notice.corrected(draft.cell, before, typed.reading))
    }
    if (then === null || !move(then)) store.set(desk => ({ ...desk, grab: desk.grab + 1 }))
    return true
  }

  /** The line an answer about the focused cell belongs to: the opened one if the cell is in it, else the first open one. */
  function lineAtFocus(): Line | null {
    const { lines, line, focus: cell } = get()
    if (!cell) return null
    const fits = lines.filter(item => item.cells.includes(cell))
    return fits.find(item => item.id === line) ?? fits.find(item => item.settled === null) ?? fits[0] ?? null
  }

  /** Blanks and odd numbers of one row are one question: confirming answers it for all its cells. */
  function cellsOfAnswer(line: Line | null, cell: CellKey): readonly CellKey[] {
    const whole = line?.kind === 'finding' && line.findings.every(item => item.rule === 'F2' || item.rule === 'F3')
    return whole && line.cells.includes(cell) ? line.cells : [cell]
  }

  function confirm(): void {
    const { focus: cell, current } = get()
    if (!cell || !allowed()) return
    const cells = cellsOfAnswer(lineAtFocus(), cell)
    const after = !cells.every(item => current.confirmed.has(item))
    change({ kind: 'confirm', cells: cells.filter(item => current.confirmed.has(item) !== after), after })
    say(after ? words().notice.confirmed(cells.length) : words().notice.unconfirmed(cells.length))
  }

  function confirmAgreeing(): void {
    if (!allowed()) return
    const { agreeing, current } = get()
    const cells = [...agreeing].filter(cell => !current.confirmed.has(cell) && !current.corrected.has(cell))
    if (cells.length === 0) return say(words().notice.nothingAgrees)
    change({ kind: 'confirm', cells, after: true })
    say(words().notice.confirmed(cells.length))
  }

  function askNote(kind: VerdictKind): void {
    const { focus: cell, current } = get()
    if (!allowed()) return
    if (get().draft && !commit(null)) return
    const line = lineAtFocus()
    if (!cell || line?.kind !== 'finding') return say(words().notice.nothingToAnswer)
    const findings = line.findings.map(item => item.id)
    const text = current.verdicts.get(findings[0] ?? '')?.verdict.note ?? ''
    patch({ line: line.id, note: { kind, findings, cells: cellsOfAnswer(line, cell), text } })
  }

  function commitNote(): void {
    const { note } = get()
    if (!note) return
    store.set(desk => ({ ...desk, note: null, grab: desk.grab + 1 }))
    const after = { kind: note.kind, note: note.text.trim() }
    for (const finding of note.findings) change({ kind: 'verdict', finding, cells: [...note.cells], after }, after.note)
    say(words().notice.verdict(note.kind))
  }

  function withdraw(line: Line): void {
    if (line.kind !== 'finding' || !allowed()) return
    for (const { id } of line.findings) {
      const given = get().current.verdicts.get(id)
      if (given) change({ kind: 'verdict', finding: id, cells: [...given.cells], after: null })
    }
  }

  function showTab(tab: Tab): void {
    if (get().draft && !commit(null)) return
    if (tab === 'text' || tab === 'fields') return patch({ tab, focus: null, named: new Set(), note: null })
    const { focus: at, record, current, byHand } = get()
    if (at && tableOf(at) === tab) return patch({ tab })
    const layout = layoutOf(record, current, tab)
    const first = layout.cells.find(cell => cell.kind === 'number')?.id ?? null
    const cell = tableFound(current, tab) || byHand.has(tab) ? first : null
    patch({ tab, focus: cell, named: namesOf(layout, cell), note: null })
  }

  function openLine(line: Line, grab = true): void {
    if (get().draft && !commit(null)) return
    const cell = line.cells[0]
    const { current, record, byHand } = get()
    const drawn = cell && (tableFound(current, tableOf(cell)) || byHand.has(tableOf(cell)))
    if (drawn && !focus(cell, grab)) return
    if (!drawn) showTab(line.tab)
    void record
    patch({ line: line.id })
  }

  async function next(backwards: boolean): Promise<void> {
    if (get().draft && !commit(null)) return
    const { lines, line } = get()
    const to = nextLine(lines, line, backwards)
    const alone = to?.id === line && lines.filter(item => item.settled === null).length === 1
    if (to && !alone) return openLine(to)
    if (to && alone && !backwards) {
      if (!(await nextRecord())) openLine(to)
      return
    }
    if (!(await nextRecord())) say(words().notice.noneLeft)
  }

  function finish(): void {
    if (!allowed() || (get().draft && !commit(null))) return
    const { current, lines } = get()
    const after = current.status === 'reviewed' ? 'reviewing' : 'reviewed'
    change({ kind: 'status', after })
    say(
      after === 'reviewed'
        ? words().notice.reviewed(lines.filter(item => item.settled === null).length)
        : words().notice.reopened,
    )
  }

  async function step(call: 'record.undo' | 'record.redo'): Promise<void> {
    if (get().draft) return giveUp()
    if (!allowed()) return
    const before = get().record.revisions.length
    const done = await saver.step(call)
    const last = get().record.revisions.at(-1)
    keepLine(undefined)
    if (!done || !last || get().record.revisions.length === before) return
    const touched = last.change.kind === 'cell' ? last.change.cell : null
    if (touched && touched !== get().focus) focus(touched)
    say(call === 'record.undo' ? words().notice.undone : words().notice.redone)
  }

  function restore(revision: Revision): void {
    if (!allowed()) return
    const { change: old } = revision
    const why = words().notice.restoredFrom(revision.number)
    if (old.kind === 'confirm') change({ kind: 'confirm', cells: [...old.cells], after: old.after }, why, 'restore')
    else if (old.kind === 'verdict') change({ ...old, cells: [...old.cells] }, why, 'restore')
    else change(old, why, 'restore')
  }

  return {
    focus,
    move,
    begin,
    type: (text: string) =>
      store.set(desk => (desk.draft ? { ...desk, draft: { ...desk.draft, text, error: null } } : desk)),
    commit,
    giveUp,
    confirm,
    confirmAgreeing,
    askNote,
    writeNote: (text: string) => store.set(desk => (desk.note ? { ...desk, note: { ...desk.note, text } } : desk)),
    commitNote,
    withdraw,
    showTab,
    openLine,
    next,
    finish,
    undo: () => step('record.undo'),
    redo: () => step('record.redo'),
    restore,
    restoreMachine: (cell: CellKey) => {
      const machine = get().current.corrected.get(cell)
      if (machine && allowed()) change({ kind: 'cell', cell, after: machine }, '', 'restore')
    },
    setField: (field: ReportField, after: FieldValue) => {
      if (allowed() && get().current.report[field] !== after) change({ kind: 'field', field, after })
    },
    typeByHand: (table: TableKey) => {
      store.set(desk => ({ ...desk, byHand: new Set([...desk.byHand, table]) }))
      showTab(table)
      store.set(desk => ({ ...desk, grab: desk.grab + 1 }))
    },
    showSource: (target: SourceTarget) => patch({ target }),
    showHistory: (history: Desk['history']) => patch({ history }),
    later: () => patch({ problemShown: false }),
    retry: saver.retry,
    say,
  }
}
