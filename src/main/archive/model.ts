import type { Disagreement } from '../../shared/current/decisions.ts'
import type { InspectionReport } from '../../shared/data/inspection.ts'
import type {
  JournalEntry,
  JournalEvent,
  JournalPage,
  JournalQuery,
  QuietRound,
  Restored,
  Verified,
  VerifyReport,
} from '../../shared/data/journal.ts'
import type { CopyReport, LastBackup } from '../../shared/data/longWork.ts'
import type { ArchiveRecord, Change, Extraction, RecordId, RevisionAct } from '../../shared/data/record.ts'
import type { Settings } from '../../shared/data/settings.ts'
import type { ImportEnd } from '../../shared/facts/importEnd.ts'
import type { Message } from '../../shared/messages/index.ts'
import type { Outcome } from '../../shared/outcome.ts'

/**
 * What only this computer needs to know of a record, beside it in `local/<xx>/<id>.json`: where its file lay, on which machine, and what
 * programs said of it that people are not told. It names folders and users, so it is for the owner's eyes, in no bag and in no backup; whatever
 * else there is of the record is whole without it.
 */
export type LocalFacts = {
  /** Null where it was not known. */
  readonly path: string | null
  readonly host: string
  /** Details of messages, such as the place in the program where an error was thrown. */
  readonly details: readonly Detail[]
}
export type Detail = { readonly code: string; readonly detail: string }

/** What a folder is filled for as a copy of an archive; the messages differ. */
export type CopyPurpose = 'backup' | 'restore'

/** One day's generation, and of how many records it holds a second copy. */
export type KeptGeneration = { readonly day: string; readonly records: number }

/** A record after its original was read again, and where the new reading says otherwise than a person decided. */
export type Reread = { readonly record: ArchiveRecord; readonly disagreements: readonly Disagreement[] }

/** What a part of the quiet round has come to. */
export type VerifiedSome = {
  readonly looked: number
  readonly left: number
  /** Nothing is due: the last round began less than 60 days ago and is finished. */
  readonly idle: boolean
  /** What the round has found so far, in earlier sessions, too. */
  readonly problems: readonly Message[]
}

/** An original that is safely in `sources/`, whether it was put there now or long ago. */
export type KeptSource = {
  readonly id: RecordId
  readonly sha256: string
  readonly bytes: number
  /** Where it lies now; read-only. */
  readonly path: string
  /** The record these bytes already are, null when they are new (or their import was cut off before its record was written). */
  readonly record: ArchiveRecord | null
  /** What was wrong with the original of that record until these bytes took its place; null for nothing. */
  readonly mended: 'missing' | 'altered' | null
}

export type Revise = {
  readonly id: RecordId
  /** Number of the last revision the caller knows; the change is refused if the record has moved on. */
  readonly base: number
  readonly act: RevisionAct
  readonly reverses: number | null
  readonly why: string
  readonly change: Change
}

export type Progress = (done: number, of: number) => void

/** What is known of the bag a record came in; how far its revisions go the archive sees itself. */
export type RestoredFrom = Omit<Restored, 'revisions' | 'lastHash'>

/** The only writer of the archive folder. Every promise that writes resolves after the bytes are on disk (fsync). */
export type Archive = {
  readonly id: string
  readonly folder: string
  /** Null when this process may write; else why not (held by another process, folder read-only …). Reading works all the same. */
  readonly readOnly: Message | null
  /** What opening found and put right after a crash; nothing acknowledged was lost. */
  readonly notes: readonly Message[]
  readonly settings: () => Settings
  readonly saveSettings: (change: Partial<Settings>) => Promise<Outcome<Settings>>
  /** The name written into revisions and journal: the setting, else the operating system's user. */
  readonly who: () => string
  /**
   * Copies a file into `sources/` by SHA-256 while hashing it; read-only afterwards. Never changes or moves the file given. Of a record
   * whose original was missing or altered it is the original again, and the journal says so.
   */
  readonly keepSource: (path: string, signal: AbortSignal) => Promise<Outcome<KeptSource>>
  readonly sourcePath: (sha256: string) => string
  /** Reads a source whole and checks its hash. `intact` false: the bytes are no longer those that were kept. */
  readonly readSource: (sha256: string) => Promise<Outcome<{ readonly bytes: Uint8Array; readonly intact: boolean }>>
  /** Writes a new record (without revisions) and its journal entry. */
  readonly addRecord: (
    record: ArchiveRecord,
    state: ImportEnd,
    /** Where its file lay; kept on this computer only, beside the record. */
    path?: string | null,
  ) => Promise<Outcome<ArchiveRecord>>
  /** Writes a record that another archive handed over, with its revisions; its source is kept already. One that is there stays. */
  readonly restore: (record: ArchiveRecord, from: RestoredFrom) => Promise<Outcome<ArchiveRecord>>
  readonly record: (id: RecordId) => Promise<Outcome<ArchiveRecord>>
  /** What only this computer knows of a record, null where it knows nothing. */
  readonly local: (id: RecordId) => Promise<LocalFacts | null>
  readonly recordIds: () => Promise<readonly RecordId[]>
  /** Adds one hash-chained revision and its journal entry; revisions of one record are written one after the other. */
  readonly revise: (wanted: Revise) => Promise<Outcome<ArchiveRecord>>
  readonly addJournal: (event: JournalEvent) => Promise<Outcome<JournalEntry>>
  readonly journal: (query: JournalQuery) => Promise<JournalPage>
  /** Number of the last journal entry, 0 for none: what the index compares itself with. */
  readonly lastEntry: () => number
  /** Entries after a number, oldest first: what the index has not seen yet. */
  readonly entriesAfter: (number: number) => Promise<readonly JournalEntry[]>
  /** Resolves when no write is between its journal entry and its record: until then a record may be one entry ahead of `lastEntry`. */
  readonly settled: () => Promise<void>
  /** Re-reads every source, record and journal line; writes a verify entry. */
  readonly verify: (progress: Progress, signal: AbortSignal) => Promise<Outcome<VerifyReport>>
  /** When everything was last read again: by one verification, or over weeks by a round of the quiet one. */
  readonly lastVerified: () => Verified | null
  /**
   * Quiet verification for idle hours: looks at objects for so many milliseconds, going on where the last call ended, so that every
   * one is read at least every 90 days. A round that is over writes a verify entry.
   */
  readonly verifySome: (milliseconds: number, signal: AbortSignal) => Promise<Outcome<VerifiedSome>>
  /** The round of the quiet verification that is under way, null when none is. */
  readonly quietRound: () => QuietRound | null
  /** Keeps a report of 四性检测, with its journal entry; never changed afterwards. */
  readonly keepInspection: (
    report: InspectionReport,
    counted: { readonly failed: number; readonly upTo: number | null },
  ) => Promise<Outcome<JournalEntry>>
  readonly inspection: (id: string) => Promise<Outcome<InspectionReport>>
  /** Keeps today's generation of records, ten in all; null when there is one already. */
  readonly keepGeneration: (signal: AbortSignal) => Promise<Outcome<KeptGeneration | null>>
  /**
   * Puts a record that is damaged, altered or gone back as it was last written, from a generation and the journal. `record` does so
   * by itself when it meets a damaged file.
   */
  readonly repairRecord: (id: RecordId) => Promise<Outcome<ArchiveRecord>>
  /** Copies what a folder outside the archive does not hold yet, reading back what it writes; a run that was cut off goes on. */
  readonly copyTo: (
    folder: string,
    purpose: CopyPurpose,
    progress: Progress,
    signal: AbortSignal,
  ) => Promise<Outcome<CopyReport>>
  /** The same as a backup, remembered as the last one where this process may write. */
  readonly backup: (folder: string, progress: Progress, signal: AbortSignal) => Promise<Outcome<CopyReport>>
  readonly lastBackup: () => LastBackup | null
  /** For an archive opened to be read: takes over what its writer has stored since. True when there was something. */
  readonly refresh: () => Promise<Outcome<boolean>>
  /** A newer reading of the source takes the place of the old one; what a person changed stays. */
  readonly replaceExtraction: (id: RecordId, extraction: Extraction) => Promise<Outcome<Reread>>
  /** Waits for writes under way and gives the lock back. */
  readonly close: () => Promise<void>
}
