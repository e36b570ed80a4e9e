import type { CellKey } from '../../../shared/form/index.ts'
import { type Direction, neighbour } from '../form/grid/neighbours.ts'
import { namesOf } from '../state/desk.ts'
import { type Line, nextLine, type Tab, tableOf } from '../state/lines.ts'
import { placeOfLine } from '../state/passage.ts'
import { layoutOf, tableFound } from '../state/tables.ts'
import type { Tools } from './tools.ts'

/** Where one is: cell, tab, line. `leave` takes what is being typed first and answers false where it cannot be taken. */
export function createMoving(tools: Tools, leave: () => boolean, nextRecord: () => Promise<boolean>) {
  const { get, patch } = tools

  /** Whether a table is drawn: it was found, or it is being typed by hand. */
  const drawn = (cell: CellKey): boolean =>
    tableFound(get().current, tableOf(cell)) !== null || get().byHand.has(tableOf(cell))

  function focus(cell: CellKey, grab = true): boolean {
    const { draft, record, current } = get()
    if (draft && draft.cell !== cell && !leave()) return false
    const table = tableOf(cell)
    const named = namesOf(layoutOf(record, current, table), cell)
    patch({ focus: cell, named, tab: table, target: null, note: null })
    if (grab) tools.grab()
    return true
  }

  function move(direction: Direction): boolean {
    const { record, current, focus: from } = get()
    if (!from) return false
    const to = neighbour(layoutOf(record, current, tableOf(from)), from, direction)
    return to !== null && focus(to)
  }

  function showTab(tab: Tab): void {
    if (!leave()) return
    if (tab === 'text' || tab === 'fields') {
      patch({ tab, focus: null, named: new Set(), note: null })
      return
    }
    const { focus: at, record, current } = get()
    if (at && tableOf(at) === tab) {
      patch({ tab })
      return
    }
    const layout = layoutOf(record, current, tab)
    const first = layout.cells.find(cell => cell.kind === 'number')?.id ?? null
    const cell = first && drawn(first) ? first : null
    patch({ tab, focus: cell, named: namesOf(layout, cell), note: null, target: null })
  }

  function openLine(line: Line): void {
    if (!leave()) return
    const [cell] = line.cells
    if (cell && drawn(cell)) focus(cell)
    else showTab(line.tab)
    const place = placeOfLine(line, get().current.report)
    patch(place ? { line: line.id, target: place } : { line: line.id })
  }

  /** The next open line, round and round; once this report has no other, the next report. */
  async function next(backwards: boolean): Promise<void> {
    if (!leave()) return
    const { lines, line } = get()
    const to = nextLine(lines, line, backwards)
    if (to && (to.id !== line || backwards)) {
      openLine(to)
      return
    }
    // What could not be saved lives only here: it is answered before another report takes the place.
    if (get().problem) {
      patch({ problemShown: true })
      return
    }
    if (await nextRecord()) return
    if (to) openLine(to)
    else tools.say(tools.words().notice.noneLeft)
  }

  return { focus, move, showTab, openLine, next }
}
