import type { CellKey } from '../form/index.ts'
import type { Message } from '../messages/model.ts'
import type { SourceDocument, SourceFormat } from './document.ts'
import type { Reading, Report, ReportField } from './report.ts'

/** First 16 hex digits of the source's SHA-256: the same bytes are always the same record. */
export type RecordId = string

export const recordStatuses = ['pending', 'reviewing', 'reviewed', 'unread'] as const
/** 待核, 核对中, 已核, 未读出. */
export type RecordStatus = (typeof recordStatuses)[number]

export const verdictKinds = ['sourceError', 'explained'] as const
/** sourceError 原文如此: the report itself is wrong; explained 说明: the difference has a reason. (A misreading is corrected in the cell.) */
export type VerdictKind = (typeof verdictKinds)[number]
export type Verdict = { readonly kind: VerdictKind; readonly note: string }

/** The original file: immutable facts. */
export type SourceFacts = { readonly sha256: string; readonly bytes: number; readonly format: SourceFormat }

/** Where the original came from. Times are ISO 8601 UTC. */
export type Provenance = {
  readonly name: string
  /** Only in a record of form 1; since then it is kept beside the record, where there is one. */
  readonly path?: string
  readonly modifiedAt: string | null
  readonly importedAt: string
  readonly importedBy: string
}

/** What the machine read, never changed afterwards. `report` is null when no reader could read the source. */
export type Extraction = {
  /** Version of readers and recognition, so that a later, better reading can be told apart. */
  readonly reader: string
  readonly at: string
  readonly document: SourceDocument | null
  readonly report: Report | null
  readonly messages: readonly Message[]
}

export type FieldValue = string | number | null

/** One thing a person did. `before` and `after` are whole, so that any change can be shown and reversed by itself. */
export type Change =
  | { readonly kind: 'cell'; readonly cell: CellKey; readonly before: Reading; readonly after: Reading }
  | { readonly kind: 'confirm'; readonly cells: readonly CellKey[]; readonly before: boolean; readonly after: boolean }
  | {
      readonly kind: 'verdict'
      readonly finding: string
      readonly cells: readonly CellKey[]
      readonly before: Verdict | null
      readonly after: Verdict | null
    }
  | { readonly kind: 'field'; readonly field: ReportField; readonly before: FieldValue; readonly after: FieldValue }
  | { readonly kind: 'status'; readonly before: RecordStatus; readonly after: RecordStatus }

/** edit: done by a person. undo, redo: reverses the revision numbered `reverses`. restore: history put an older value back. */
export type RevisionAct = 'edit' | 'undo' | 'redo' | 'restore'

export type Revision = {
  /** 1, 2, 3 … without gaps. */
  readonly number: number
  readonly at: string
  readonly who: string
  readonly why: string
  readonly act: RevisionAct
  readonly reverses: number | null
  readonly change: Change
  /** Hash of the revision before; of the extraction's source (its SHA-256) for the first. */
  readonly previous: string
  /** SHA-256, hex, over the canonical JSON of all other members. */
  readonly hash: string
}

/** A reading that a newer one replaced, after so many revisions. */
export type EarlierReading = { readonly extraction: Extraction; readonly revisions: number }

/** One report in the archive: one file `records/<xx>/<id>.json`. */
export type ArchiveRecord = {
  /** Its form: 2 holds nothing that only one computer needs to know. */
  readonly schema: 1 | 2
  readonly id: RecordId
  readonly source: SourceFacts
  readonly provenance: Provenance
  readonly extraction: Extraction
  /** What earlier readers had read, oldest first, where a person had built on it: it belongs to the proof of the revisions. */
  readonly earlier?: readonly EarlierReading[]
  readonly revisions: readonly Revision[]
}

/** What of a record tells how it stands. */
export type Revised = Pick<ArchiveRecord, 'extraction' | 'earlier' | 'revisions'>
