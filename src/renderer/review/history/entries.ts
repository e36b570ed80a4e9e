import type { ArchiveRecord, Change, Extraction, Revision } from '../../../shared/data/record.ts'
import { type Cell, findCell, type Reading } from '../../../shared/data/report.ts'
import type { CellKey } from '../../../shared/form/index.ts'
import type { Language } from '../../../shared/messages/index.ts'
import { figure, percent, readingText } from '../../../shared/words/cells.ts'
import { actWords, changeText, deedText } from '../../../shared/words/changes.ts'
import { reviewWords } from '../words/index.ts'

function touches(change: Change, cell: CellKey): boolean {
  switch (change.kind) {
    case 'cell':
      return change.cell === cell
    case 'confirm':
    case 'verdict':
      return change.cells.includes(cell)
    case 'field':
    case 'status':
      return false
  }
}

/** The revisions that concern one cell, newest first. */
export function revisionsOf(record: ArchiveRecord, cell: CellKey): readonly Revision[] {
  return record.revisions.filter(revision => touches(revision.change, cell)).toReversed()
}

/** The cell as the machine read it, before anybody changed it. */
export function machineCell(extraction: Extraction, key: CellKey): Cell | null {
  return extraction.report ? findCell(extraction.report, key) : null
}

/** What stood in a cell when a revision was made: the last correction before it, else what the machine had read. */
function readingAt(record: ArchiveRecord, cell: CellKey, number: number): Reading | null {
  const before = record.revisions.findLast(
    ({ change, number: other }) => other < number && change.kind === 'cell' && change.cell === cell,
  )
  return before?.change.kind === 'cell' ? before.change.after : machineCell(record.extraction, cell)
}

/** What a change did, in words; `cell` leaves the place out where the list is about that cell. */
function changeIn(change: Change, cell: CellKey | null, language: Language): string {
  return cell && touches(change, cell) ? deedText(change, language) : changeText(change, language)
}

/** A revision in words, with what kind of act it was. */
export function revisionText(
  record: ArchiveRecord,
  revision: Revision,
  cell: CellKey | null,
  language: Language,
): string {
  const words = reviewWords(language).history
  const { change } = revision
  const confirmed = cell && change.kind === 'confirm' && change.after ? readingAt(record, cell, revision.number) : null
  const deed = changeIn(change, cell, language)
  const text = confirmed ? `${deed} ${readingText(confirmed, language)}` : deed
  return revision.act === 'edit' ? text : words.acted(actWords[revision.act][language], text)
}

/** What the machine read, and where: “53，把握 46%” and “第 6 页，第 8 行，另读作 58（44%）”. */
export function machineText(cell: Cell, language: Language): { readonly what: string; readonly where: string } {
  const words = reviewWords(language).history
  const reading = readingText(cell, language)
  const { anchor } = cell
  const place = anchor ? words.place(anchor.page ?? null, anchor.row === undefined ? null : anchor.row + 1) : ''
  const others = cell.alternatives
    .filter(item => item.value !== cell.value)
    .map(item => words.also(figure(item.value), percent(item.confidence)))
  return {
    what: cell.confidence < 1 ? words.machine(reading, percent(cell.confidence)) : reading,
    where: [place, ...others].filter(Boolean).join(language === 'zh' ? '，' : ', '),
  }
}
