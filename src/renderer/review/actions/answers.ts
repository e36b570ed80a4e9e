import { standsConfirmed } from '../../../shared/current/current.ts'
import type { VerdictKind } from '../../../shared/data/record.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import type { Line } from '../state/lines.ts'
import type { Tools } from './tools.ts'

/** What a person answers to a line: 确认无误, 原文如此, 说明. A misreading is corrected by typing. */
export function createAnswers(tools: Tools, leave: () => boolean) {
  const { get, patch } = tools

  /** The line an answer about the focused cell belongs to: the opened one if the cell is in it, else the first open one. */
  function lineAtFocus(): Line | null {
    const { lines, line, focus: cell } = get()
    const opened = lines.find(item => item.id === line)
    const fits = cell ? lines.filter(item => item.cells.includes(cell)) : []
    const fit = fits.find(item => item === opened) ?? fits.find(item => item.settled === null) ?? fits[0]
    // A missing table or section and a sentence have no cells: their answer belongs to the opened line itself.
    return fit ?? (opened?.cells.length === 0 ? opened : null)
  }

  /** Blanks, odd numbers and doubts of one row are one question: an answer settles all its cells. */
  function cellsOfAnswer(line: Line | null, cell: CellKey): readonly CellKey[] {
    const whole =
      line?.kind === 'doubt' ||
      (line?.kind === 'finding' && line.findings.every(item => item.rule === 'F2' || item.rule === 'F3'))
    return line && whole && line.cells.includes(cell) ? line.cells : [cell]
  }

  function confirm(): void {
    const { focus: cell, current } = get()
    if (!cell || !tools.allowed()) return
    const cells = cellsOfAnswer(lineAtFocus(), cell)
    const after = !cells.every(item => standsConfirmed(current, item))
    tools.change({ kind: 'confirm', cells: cells.filter(item => standsConfirmed(current, item) !== after), after })
    const { notice } = tools.words()
    tools.say(after ? notice.confirmed(cells.length) : notice.unconfirmed(cells.length))
  }

  function confirmAgreeing(): void {
    if (!tools.allowed()) return
    const { agreeing, current } = get()
    const cells = [...agreeing].filter(cell => !current.confirmed.has(cell) && !current.corrected.has(cell))
    const { notice } = tools.words()
    if (cells.length > 0) tools.change({ kind: 'confirm', cells, after: true })
    tools.say(cells.length > 0 ? notice.confirmed(cells.length) : notice.nothingAgrees)
  }

  /** Where two cells are suspected together, an answer about one of them says nothing of the sums that only the other stands in. */
  function findingsOfAnswer(line: Extract<Line, { kind: 'finding' }>, cell: CellKey | null): readonly string[] {
    const about = line.findings.filter(item => cell !== null && item.cells.includes(cell))
    return (line.suspects.length > 1 && about.length > 0 ? about : line.findings).map(item => item.id)
  }

  function askNote(kind: VerdictKind): void {
    if (!tools.allowed() || !leave()) return
    const { focus: cell, current } = get()
    const line = lineAtFocus()
    if (line?.kind !== 'finding') {
      tools.say(tools.words().notice.nothingToAnswer)
      return
    }
    const findings = findingsOfAnswer(line, cell)
    const text = current.verdicts.get(findings[0] ?? '')?.verdict.note ?? ''
    const cells = cell && line.cells.length > 0 ? cellsOfAnswer(line, cell) : []
    patch({ line: line.id, note: { kind, findings, cells, text } })
  }

  function writeNote(text: string): void {
    const { note } = get()
    if (note) patch({ note: { ...note, text } })
  }

  function commitNote(): void {
    const { note } = get()
    if (!note) return
    patch({ note: null })
    const after = { kind: note.kind, note: note.text.trim() }
    for (const finding of note.findings) {
      tools.change({ kind: 'verdict', finding, cells: [...note.cells], after }, after.note)
    }
    tools.grab()
    tools.say(tools.words().notice.verdict(note.kind))
  }

  function withdraw(line: Line): void {
    if (line.kind !== 'finding' || !tools.allowed()) return
    for (const { id } of line.findings) {
      const given = get().current.verdicts.get(id)
      if (given) tools.change({ kind: 'verdict', finding: id, cells: [...given.cells], after: null })
    }
  }

  return { confirm, confirmAgreeing, askNote, writeNote, commitNote, withdraw }
}
