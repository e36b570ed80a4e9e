import type { ImportEnd } from '../facts/importEnd.ts'
import type { Message } from '../messages/model.ts'
import type { ExportFormat } from './exchange.ts'
import type { InspectionCause } from './inspection.ts'
import type { Change, RecordId, RevisionAct } from './record.ts'

export const journalKinds = [
  ...(['ingest', 'refuse', 'revise', 'verify', 'reread', 'repair', 'export', 'inspect'] as const),
  'migrate',
] as const
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
      readonly state: ImportEnd
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
  /** A newer version keeps the record in another form. Hashes and seals of both tie the new one to the old. */
  | {
      readonly kind: 'migrate'
      readonly record: RecordId
      readonly name: string
      /** The form it has since. */
      readonly form: number
      readonly recordHash: string
      readonly recordHashBefore: string
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
  /** An original that was missing or altered was put right by importing the same file again. */
  | {
      readonly kind: 'repair'
      readonly record: RecordId
      readonly name: string
      readonly sha256: string
      readonly was: 'missing' | 'altered'
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
  /** 四性检测 of some records; the report is `inspections/<report>.json`. */
  | {
      readonly kind: 'inspect'
      readonly report: string
      readonly cause: InspectionCause
      readonly records: number
      /** Records with an item that does not pass, and records that could not be opened. */
      readonly failed: number
      readonly unopened: number
      /** Number of the last entry whose import this covers, null for an inspection that was asked for. */
      readonly upTo: number | null
      /** Seal of the report's file. */
      readonly seal: string
    }
  | {
      readonly kind: 'verify'
      readonly sources: number
      readonly records: number
      readonly damaged: number
      readonly milliseconds: number
      /** A round of the quiet verification: when its first object was looked at, and the first problems that it found. */
      readonly round?: { readonly begunAt: string; readonly problems: readonly Message[] }
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

/** When everything in the archive was last read again: between `since` and `at`, and found `whole` or not. */
export type Verified = { readonly since: string; readonly at: string; readonly whole: boolean }

/** A round of the quiet verification that is under way: `looked` of so many objects since `begunAt`. */
export type QuietRound = {
  readonly begunAt: string
  readonly looked: number
  readonly of: number
  readonly problems: readonly Message[]
}

/**
 * Whether the index, which is derived, holds what the records tell: each line of the catalogue and each text compared. `repaired`: what
 * differs was put anew from the records. `problems` names the first of them.
 */
export type IndexAgreement = {
  readonly compared: number
  readonly differing: number
  readonly problems: readonly Message[]
  readonly repaired: boolean
}

/** The last time the index was compared as a whole, by a verification or after a round of the quiet one. */
export type IndexCompared = { readonly at: string; readonly agreement: IndexAgreement }

/** What a verification found. An object is named by what a person can look up: record name, file, journal line. */
export type VerifyReport = {
  readonly startedAt: string
  readonly milliseconds: number
  readonly sources: number
  readonly records: number
  readonly journalEntries: number
  /** Reports of 四性检测 that are kept. */
  readonly inspections: number
  readonly problems: readonly Message[]
  /** Not given by what knows the archive alone. */
  readonly index?: IndexAgreement | null
  /** When everything was last found whole or not before this verification. */
  readonly before?: Verified | null
}
