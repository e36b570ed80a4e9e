import type { ExportFormat } from './exchange.ts'
import type { Message } from './messages/model.ts'
import type { Change, RecordId, RevisionAct } from './record.ts'

export const journalKinds = ['ingest', 'refuse', 'revise', 'verify', 'reread', 'repair', 'export'] as const
export type JournalKind = (typeof journalKinds)[number]

/** Where a record came from that was taken in with its history, not read anew. */
export type Restored = {
  /** Name of the bag's folder, and the SHA-256 of its payload manifest: which bag it was. */
  readonly bag: string
  readonly digest: string
  /** Id of the archive that made the bag, null where the bag does not say. */
  readonly archive: string | null
  /** Revisions it came with, and the hash of the last: the journal proves them from here on. */
  readonly revisions: number
  readonly lastHash: string | null
  /** What the journal it came from told of it, revisions apart (those are in the record). */
  readonly entries: readonly JournalEntry[]
}

/** What happened, with enough in it to be shown without opening the record. */
export type JournalEvent =
  | {
      readonly kind: 'ingest'
      readonly record: RecordId
      readonly name: string
      readonly fileName: string
      readonly sha256: string
      readonly state: 'archived' | 'warned' | 'failed'
      /** Hash of the record without its revisions, so that the journal proves what was read from the source, too. */
      readonly recordHash?: string
      /** Seal of the record's file as this entry left it: SHA-256 over all its bytes before the seal. */
      readonly seal?: string
      readonly restored?: Restored
    }
  | { readonly kind: 'refuse'; readonly fileName: string; readonly problem: Message }
  | {
      readonly kind: 'revise'
      readonly record: RecordId
      readonly name: string
      readonly year: number | null
      readonly revision: number
      readonly act: RevisionAct
      readonly change: Change
      readonly why: string
      /** Hash of the revision, so that the journal proves the record's own chain. */
      readonly revisionHash: string
      /** The revision this one takes back; with it the journal alone can rebuild the revision. */
      readonly reverses?: number | null
      readonly seal?: string
      /** Seal of the file that was read before this change: what was altered between two entries shows. Null for a file without one. */
      readonly sealBefore?: string | null
    }
  /** A newer reader read the source again; what a person had changed was kept. */
  | {
      readonly kind: 'reread'
      readonly record: RecordId
      readonly name: string
      /** Versions of readers and recognition. */
      readonly before: string
      readonly after: string
      /** Cells and facts where the new reading differs from what a person had corrected. */
      readonly disagreements: number
      readonly recordHash: string
      readonly seal: string
      readonly sealBefore: string | null
    }
  /** A damaged record was put back as it was last written. */
  | {
      readonly kind: 'repair'
      readonly record: RecordId
      readonly name: string
      readonly seal: string
      /** Day of the generation that still had it. */
      readonly generation: string
    }
  /** Reports were handed over. */
  | {
      readonly kind: 'export'
      readonly format: ExportFormat
      /** Name of the bag's folder or of the file. */
      readonly name: string
      readonly records: number
      readonly files: number
      readonly bytes: number
    }
  | {
      readonly kind: 'verify'
      readonly sources: number
      readonly records: number
      readonly damaged: number
      readonly milliseconds: number
    }

/** One line of `log/*.jsonl`: append-only and hash-chained. */
export type JournalEntry = {
  readonly number: number
  readonly at: string
  readonly who: string
  readonly event: JournalEvent
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previous: string
  readonly hash: string
}

export type JournalQuery = {
  /** Only entries numbered below this; null for the newest. */
  readonly before: number | null
  readonly limit: number
  readonly kinds: readonly JournalKind[]
  readonly who: readonly string[]
  /** ISO times; null for no bound. */
  readonly since: string | null
  readonly record: RecordId | null
  /** Part of a name, a note or a file name; empty for all. */
  readonly text: string
}

export type JournalPage = {
  /** Newest first. */
  readonly entries: readonly JournalEntry[]
  readonly matching: number
  readonly total: number
  readonly byKind: Readonly<Record<JournalKind, number>>
  readonly byWho: readonly { readonly who: string; readonly count: number }[]
}

/** What a verification found. An object is named by what a person can look up: record name, file, journal line. */
export type VerifyReport = {
  readonly startedAt: string
  readonly milliseconds: number
  readonly sources: number
  readonly records: number
  readonly journalEntries: number
  readonly problems: readonly Message[]
}
