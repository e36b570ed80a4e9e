import type { ArchiveRecord, VerdictKind } from '../../../shared/data/record.ts'
import type { Report } from '../../../shared/data/report.ts'
import type { CellKey, TableKey } from '../../../shared/form/index.ts'
import type { FormLayout } from '../../../shared/form/layout.ts'
import type { Message } from '../../../shared/messages/index.ts'
import type { Waiting } from './changes.ts'
import type { Derived } from './derive.ts'
import type { Tab } from './lines.ts'
import type { TypingError } from './parse.ts'

/** What is being typed for a cell; nothing of it counts before it is committed. */
type Draft = { readonly cell: CellKey; readonly text: string; readonly error: TypingError | null }

/** The optional note to a verdict, asked in the place of the typing field. */
type NoteDraft = {
  readonly kind: VerdictKind
  readonly findings: readonly string[]
  readonly cells: readonly CellKey[]
  readonly text: string
}

/** A block of the source to be shown, with words to mark in it. */
export type SourceTarget = {
  readonly block: number
  readonly row: number | null
  readonly column: number | null
  readonly words: readonly string[]
}

/** Something to say in the foot line. `key` makes the same words spoken again. */
type Notice = { readonly key: number; readonly text: string }

/** The state of the review desk for one record. */
export type Desk = Derived & {
  readonly record: ArchiveRecord
  readonly sourceIntact: boolean
  /** The same organization's report of the year before, for the checks between years. */
  readonly previous: Report | null
  /** On the screen, not yet on disk, oldest first. */
  readonly waiting: readonly Waiting[]
  readonly saving: boolean
  readonly savedAt: Date | null
  /** Why the first of `waiting` could not be saved; null while all is well. */
  readonly problem: Message | null
  readonly problemShown: boolean
  readonly tab: Tab
  readonly focus: CellKey | null
  /** Heads and labels that name the focused cell. */
  readonly named: ReadonlySet<string>
  readonly line: string | null
  readonly draft: Draft | null
  readonly note: NoteDraft | null
  /** Tables that were not found and are being typed by hand. */
  readonly byHand: ReadonlySet<TableKey>
  readonly target: SourceTarget | null
  readonly history: 'cell' | 'record' | null
  /** Whether the source is being read again, in a dialog. */
  readonly rereading: boolean
  /** Whether the steps of the reading are shown, in a dialog. */
  readonly tracing: boolean
  readonly notice: Notice | null
  /** Counts up when the focus in the form must move to the focused cell, though it was elsewhere. */
  readonly grab: number
}

/** Ids of the texts that name a cell in its layout. */
export function namesOf(layout: FormLayout | null, cell: CellKey | null): ReadonlySet<string> {
  const found = layout?.cells.find(item => item.id === cell)
  return new Set(found?.kind === 'number' ? found.namedBy : [])
}
