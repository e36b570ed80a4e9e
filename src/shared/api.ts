import type { CommandId } from './commands.ts'
import type { RecordVersion } from './current/version.ts'
import type { CataloguePage, CatalogueQuery, SearchQuery, SearchResult } from './data/catalogue.ts'
import type { DiagnosisView } from './data/diagnosis.ts'
import type { Exported, ExportFormat, ExportProgress } from './data/exchange.ts'
import type { ImportAdded, ImportChange, ImportChosen, ImportView } from './data/importing.ts'
import type { InspectionReport, InspectionRun, InspectionState } from './data/inspection.ts'
import type { IndexCompared, JournalPage, JournalQuery, Verified, VerifyReport } from './data/journal.ts'
import type { CopyReport, LastBackup, LongWork } from './data/longWork.ts'
import type { ArchiveRecord, FieldValue, RecordId, RecordStatus, Verdict } from './data/record.ts'
import type { Reading, Report, ReportField } from './data/report.ts'
import type { Rereading, RereadPreview, RereadRow, RereadScope, RereadTaken } from './data/rereading.ts'
import type { Settings } from './data/settings.ts'
import type { CellKey } from './form/index.ts'
import type { Message } from './messages/index.ts'
import type { Outcome } from './outcome.ts'
import type { Retraced } from './trace/steps.ts'

/**
 * The one contract between window and main, types only: both sides infer from it. What a call is given is validated by main
 * (`src/main/calls/schemas.ts`, which does not compile unless it says the same); every answer is an `Outcome`.
 */

export type AppState = {
  readonly version: string
  readonly settings: Settings
  /** The name in force. */
  readonly who: string
  readonly archive: {
    readonly id: string
    readonly folder: string
    /** False when another process holds the archive or the folder cannot be written; `why` says so. */
    readonly writable: boolean
    readonly why: Message | null
    /** What opening found and put right, and damaged records that were put back since. */
    readonly notes: readonly Message[]
    readonly records: number
    /** When everything was last read again, in one go or by a round of the quiet verification; null while it never was. */
    readonly verified: Verified | null
    readonly backup: LastBackup | null
    /** When catalogue and full text were last compared with the records, and how that came out; null while they never were. */
    readonly index: IndexCompared | null
    /** The round of the quiet verification that is under way, null when none is due. */
    readonly quiet: {
      readonly begunAt: string
      readonly done: number
      readonly of: number
      readonly damaged: number
    } | null
  }
  /** Counts on the rail: records 待核 + 核对中, and files under way. */
  readonly open: number
  readonly importing: number
  /** 四性检测 of what has come in. */
  readonly inspection: InspectionState
  /** Set while catalogue and full text are being rebuilt: lists and searches are incomplete until then. */
  readonly indexing?: { readonly done: number; readonly of: number }
}

/** Says that bytes can be had at `app://kaijuan/source/<id>`. */
export type RecordView = {
  readonly record: ArchiveRecord
  /** Where its file lay when it was imported on this computer; null where that is not known. */
  readonly path: string | null
  /** Fixity checked while opening: the source's bytes still have their SHA-256. */
  readonly sourceIntact: boolean
  /** The report of the same organization for the year before, as it stands; null where the archive has none. */
  readonly previous: Report | null
}

/** What the window may ask to change. Main fills in `before` from the record as it stands. */
export type WantedChange =
  | { readonly kind: 'cell'; readonly cell: CellKey; readonly after: Reading }
  | { readonly kind: 'confirm'; readonly cells: readonly CellKey[]; readonly after: boolean }
  | {
      readonly kind: 'verdict'
      readonly finding: string
      readonly cells: readonly CellKey[]
      readonly after: Verdict | null
    }
  | { readonly kind: 'field'; readonly field: ReportField; readonly after: FieldValue }
  | { readonly kind: 'status'; readonly after: RecordStatus }

/** Which records an act is about: some, what the files of the import list became, or all that fit the catalogue's conditions (none: the whole archive). */
export type Selection =
  | { readonly kind: 'records'; readonly ids: readonly RecordId[] }
  | { readonly kind: 'arrived' }
  | ({ readonly kind: 'filter' } & Pick<CatalogueQuery, 'text' | 'years' | 'statuses'>)

type Page = { readonly offset: number; readonly limit: number }
type Step = { readonly id: RecordId; readonly base: number }

/** What goes in, and what comes out. */
type Call<Given, Answer> = { readonly input: Given; readonly output: Answer }

export type Calls = {
  readonly 'app.state': Call<null, AppState>
  readonly 'app.saveSettings': Call<{ readonly [Name in keyof Settings]?: Settings[Name] | undefined }, AppState>
  /** An error in the window that nothing caught: noted as its class and the places in the program, never its words. */
  readonly 'app.uncaught': Call<{ readonly name: string; readonly stack: string }, null>
  /** What a diagnosis would hold. */
  readonly 'diagnosis.look': Call<null, DiagnosisView>
  /** Asks for a folder and writes the diagnosis as one file; answers with its path, null when none was chosen. */
  readonly 'diagnosis.save': Call<null, string | null>
  /** Files and folders, sub-folders included. The list itself comes as `import.changed`. */
  readonly 'import.paths': Call<{ readonly paths: readonly string[] }, ImportAdded>
  /** Opens the system's dialog and takes in what was chosen. */
  readonly 'import.choose': Call<{ readonly what: 'files' | 'folder' }, ImportChosen>
  /** Imports the sample report that comes with the application. */
  readonly 'import.sample': Call<null, ImportAdded>
  /** The whole list, for a window that opens or missed a change. */
  readonly 'import.view': Call<null, ImportView>
  /** How many records the files of the list became; duplicates came in before. */
  readonly 'import.arrived': Call<null, number>
  /** Cancels these items, or all that have not ended when `items` is null. */
  readonly 'import.cancel': Call<{ readonly items: readonly number[] | null }, null>
  readonly 'import.retry': Call<{ readonly items: readonly number[] }, null>
  /** Takes everything that has ended off the list; what it became stays in the archive. */
  readonly 'import.clear': Call<null, null>
  readonly 'catalogue.list': Call<CatalogueQuery, CataloguePage>
  /** The record to review after this one: the next, in catalogue order, with open findings or errors. Null when none is left. */
  readonly 'catalogue.nextOpen': Call<{ readonly after: RecordId | null }, RecordId | null>
  readonly 'record.open': Call<{ readonly id: RecordId }, RecordView>
  /**
   * Adds one revision. `base` is the number of the last revision the window knows: if the record has moved on, nothing is written
   * and the answer is a problem. The answer is the record as it stands after the change is on disk.
   */
  readonly 'record.revise': Call<
    Step & { readonly act: 'edit' | 'restore'; readonly why: string; readonly change: WantedChange },
    ArchiveRecord
  >
  readonly 'record.undo': Call<Step, ArchiveRecord>
  readonly 'record.redo': Call<Step, ArchiveRecord>
  /** Reads a source that needs a password with it, and puts the reading in place. The password is neither kept nor written anywhere. */
  readonly 'record.unlock': Call<{ readonly id: RecordId; readonly password: string }, ArchiveRecord>
  /** Reads the kept source again. Tells what would be read differently; with `take` the new reading takes the place of the old. */
  readonly 'record.reread': Call<{ readonly id: RecordId; readonly take: boolean }, Rereading>
  /** Reads the kept source again and tells how, step by step; without an id ends the one under way and answers null. */
  readonly 'record.trace': Call<{ readonly id: RecordId | null }, Retraced | null>
  /** Shows the original in the system's file manager or opens it with the system's program. */
  readonly 'record.showSource': Call<{ readonly id: RecordId; readonly how: 'reveal' | 'open' }, null>
  readonly 'search.run': Call<SearchQuery, SearchResult>
  readonly 'journal.list': Call<JournalQuery, JournalPage>
  /** Asks for a folder and answers with a free name in it; null when none was chosen. */
  readonly 'export.choose': Call<{ readonly format: ExportFormat }, string | null>
  /** Writes and verifies; answers when it is on disk, was cancelled or failed. One at a time. */
  readonly 'export.run': Call<
    { readonly selection: Selection; readonly format: ExportFormat; readonly to: string },
    Exported
  >
  readonly 'export.cancel': Call<null, null>
  /** Shows what was exported last in the system's file manager. */
  readonly 'export.show': Call<null, null>
  /** 四性检测 of some records, as many as there are: kept as one report or, of very many, as several. One at a time. */
  readonly 'inspect.run': Call<{ readonly selection: Selection }, InspectionRun>
  /** What has been inspected until then is kept. */
  readonly 'inspect.cancel': Call<null, null>
  /** A report that was kept. */
  readonly 'inspect.open': Call<{ readonly report: string }, InspectionReport>
  /** Asks for a folder and writes reports as printable pages and as JSON; answers with the first page, null when none was chosen. */
  readonly 'inspect.save': Call<{ readonly reports: readonly string[] }, string | null>
  /** Verifies the archive, then compares the index with its records. */
  readonly 'archive.verify': Call<null, VerifyReport>
  /** Ends the verification under way; nothing is noted of it. */
  readonly 'archive.stopVerify': Call<null, null>
  /** The system's dialog for one folder; null when none was chosen. */
  readonly 'archive.chooseFolder': Call<null, string | null>
  /** Brings a backup in a folder up to date, or begins one in a new or empty folder. */
  readonly 'archive.backup': Call<{ readonly folder: string }, CopyReport>
  /** Brings an archive back from a backup into a new or empty folder. */
  readonly 'archive.restore': Call<{ readonly from: string; readonly to: string }, CopyReport>
  /** From the next start on the application opens the archive in this folder. */
  readonly 'archive.use': Call<{ readonly folder: string }, null>
  /** Reads sources again and tells what would change; changes nothing. */
  readonly 'reread.preview': Call<{ readonly scope: RereadScope }, RereadPreview>
  /** The records that would change, those with most changes first. */
  readonly 'reread.list': Call<Page, readonly RereadRow[]>
  /** Takes the new readings of these records, or of all that the preview found. */
  readonly 'reread.take': Call<{ readonly records: readonly RecordId[] | null }, RereadTaken>
  readonly 'work.stop': Call<{ readonly work: LongWork }, null>
}
export type CallName = keyof Calls
export type Input<Name extends CallName> = Calls[Name]['input']
export type Output<Name extends CallName> = Calls[Name]['output']

/** What main tells the window unasked. */
export type Events = {
  /** What changed in the queue since the last of these (at most ten times a second); who missed one asks for `import.view`. */
  readonly 'import.changed': ImportChange
  /** How the record stands now; null where that is not told: its year before changed, or another process wrote it. */
  readonly 'record.changed': { readonly id: RecordId; readonly version: RecordVersion | null }
  readonly 'archive.changed': AppState
  /** 0 … 1. */
  readonly 'verify.progress': { readonly done: number; readonly of: number }
  readonly 'export.progress': ExportProgress
  readonly 'work.progress': { readonly work: LongWork; readonly done: number; readonly of: number }
  readonly 'inspect.progress': { readonly done: number; readonly of: number }
  /** A menu entry or an opened file asks the window to do something. */
  readonly 'menu.command': { readonly command: CommandId }
}
export type EventName = keyof Events
/** What services tell whoever shows them: everything but the menu's commands. */
export type ServiceEvent = Exclude<EventName, 'menu.command'>

/** Every call as a function; what services implement and the window uses. */
export type Api = { readonly [Name in CallName]: (input: Input<Name>) => Promise<Outcome<Output<Name>>> }

/** What preload puts on `window.kaijuan`. `pathsOf` turns dropped files (the DOM's `File`) into paths, folders included. */
export type Bridge<DroppedFile> = {
  readonly calls: Api
  readonly on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => () => void
  readonly pathsOf: (files: readonly DroppedFile[]) => Promise<readonly string[]>
}
