import { z } from 'zod'
import { type CataloguePage, catalogueSorts, type SearchResult } from './data/catalogue.ts'
import type { DiagnosisView } from './data/diagnosis.ts'
import { type Exported, type ExportProgress, exportFormats } from './data/exchange.ts'
import type { ImportView } from './data/importing.ts'
import type { InspectionReport, InspectionRun, InspectionState } from './data/inspection.ts'
import { type IndexCompared, type JournalPage, journalKinds, type Verified, type VerifyReport } from './data/journal.ts'
import { type CopyReport, type LastBackup, type LongWork, longWorks } from './data/longWork.ts'
import { type ArchiveRecord, type RecordId, recordStatuses, verdictKinds } from './data/record.ts'
import { cellStates, type Report, reportFields } from './data/report.ts'
import { type Rereading, type RereadPreview, type RereadRow, type RereadTaken, rereadScopes } from './data/rereading.ts'
import { type CellKey, splitCellKey } from './form/index.ts'
import type { Message } from './messages/index.ts'
import type { Outcome } from './outcome.ts'
import type { Retraced } from './trace/steps.ts'

/**
 * The one contract between window and main: both sides infer from it. A call has a schema for what goes in (main validates it)
 * and a type for what comes out. Every answer is an `Outcome`.
 */

export const languages = ['zh', 'en'] as const
export const themes = ['system', 'light', 'dark'] as const

export type Settings = {
  readonly language: (typeof languages)[number]
  readonly theme: (typeof themes)[number]
  /** Name written into revisions and journal; empty: the operating system's user name. */
  readonly who: string
}

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
  /** Fixity checked while opening: the source's bytes still have their SHA-256. */
  readonly sourceIntact: boolean
  /** The report of the same organization for the year before, as it stands; null where the archive has none. */
  readonly previous: Report | null
}

const recordId = z.string().regex(/^[0-9a-f]{16}$/)
const key = z.custom<CellKey>(value => typeof value === 'string' && value.length < 120 && splitCellKey(value) !== null)
const reading = z.object({
  state: z.enum(cellStates),
  value: z.number().finite().nullable(),
  raw: z.string().max(2000).nullable(),
})
const verdict = z.object({ kind: z.enum(verdictKinds), note: z.string().max(2000) }).nullable()
const fieldValue = z.union([z.string().max(500), z.number().int(), z.null()])
const status = z.enum(recordStatuses)

/** What the window may ask to change. Main fills in `before` from the record as it stands. */
const wantedChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), cell: key, after: reading }),
  z.object({ kind: z.literal('confirm'), cells: z.array(key).min(1).max(300), after: z.boolean() }),
  z.object({ kind: z.literal('verdict'), finding: z.string().max(200), cells: z.array(key).max(300), after: verdict }),
  z.object({ kind: z.literal('field'), field: z.enum(reportFields), after: fieldValue }),
  z.object({ kind: z.literal('status'), after: status }),
])
export type WantedChange = z.infer<typeof wantedChange>

const years = z.array(z.number().int().nullable()).max(200)
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) }

/** Which records an act is about: some, what the files of the import list became, or all that fit the catalogue's conditions (none: the whole archive). */
const selection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('records'), ids: z.array(recordId).min(1).max(100_000) }),
  z.object({ kind: z.literal('arrived') }),
  z.object({ kind: z.literal('filter'), text: z.string().max(200), years, statuses: z.array(status).max(4) }),
])
export type Selection = z.infer<typeof selection>

type Call<Input extends z.ZodType, Output> = { readonly input: Input; readonly output: Output }
const call =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output> =>
    // The output is a type only: nothing stands behind it at run time.
    ({ input }) as Call<Input, Output>

const nothing = z.null()
const report = z.string().regex(/^\d{8}-\d{6}-[0-9a-f]{8}$/)
const folder = z.string().min(1).max(4096)

export const calls = {
  'app.state': call<AppState>()(nothing),
  'app.saveSettings': call<AppState>()(
    z.object({ language: z.enum(languages), theme: z.enum(themes), who: z.string().max(60) }).partial(),
  ),
  /** An error in the window that nothing caught: noted as its class and the places in the program, never its words. */
  'app.uncaught': call<null>()(z.object({ name: z.string().max(200), stack: z.string().max(20_000) })),
  /** What a diagnosis would hold. */
  'diagnosis.look': call<DiagnosisView>()(nothing),
  /** Asks for a folder and writes the diagnosis as one file; answers with its path, null when none was chosen. */
  'diagnosis.save': call<string | null>()(nothing),
  /** Files and folders, sub-folders included. Answers with the queue after they were added. */
  'import.paths': call<ImportView>()(z.object({ paths: z.array(z.string().max(4096)).min(1).max(10_000) })),
  /** Opens the system's dialog; an empty choice changes nothing. */
  'import.choose': call<ImportView>()(z.object({ what: z.enum(['files', 'folder']) })),
  /** Imports the sample report that comes with the application. */
  'import.sample': call<ImportView>()(nothing),
  'import.view': call<ImportView>()(nothing),
  /** How many records the files of the list became; duplicates came in before. */
  'import.arrived': call<number>()(nothing),
  /** Cancels these items, or all that have not ended when `items` is null. */
  'import.cancel': call<ImportView>()(z.object({ items: z.array(z.number().int()).max(100_000).nullable() })),
  'import.retry': call<ImportView>()(z.object({ items: z.array(z.number().int()).max(100_000) })),
  /** Takes everything that has ended off the list; what it became stays in the archive. */
  'import.clear': call<ImportView>()(nothing),
  'catalogue.list': call<CataloguePage>()(
    z.object({
      text: z.string().max(200),
      years,
      statuses: z.array(status).max(4),
      sort: z.enum(catalogueSorts),
      descending: z.boolean(),
      ...page,
    }),
  ),
  /** The record to review after this one: the next, in catalogue order, with open findings or errors. Null when none is left. */
  'catalogue.nextOpen': call<RecordId | null>()(z.object({ after: recordId.nullable() })),
  'record.open': call<RecordView>()(z.object({ id: recordId })),
  /**
   * Adds one revision. `base` is the number of the last revision the window knows: if the record has moved on, nothing is written
   * and the answer is a problem. The answer is the record as it stands after the change is on disk.
   */
  'record.revise': call<ArchiveRecord>()(
    z.object({
      id: recordId,
      base: z.number().int().min(0),
      act: z.enum(['edit', 'restore']),
      why: z.string().max(2000),
      change: wantedChange,
    }),
  ),
  'record.undo': call<ArchiveRecord>()(z.object({ id: recordId, base: z.number().int().min(0) })),
  'record.redo': call<ArchiveRecord>()(z.object({ id: recordId, base: z.number().int().min(0) })),
  /** Reads a source that needs a password with it, and puts the reading in place. The password is neither kept nor written anywhere. */
  'record.unlock': call<ArchiveRecord>()(z.object({ id: recordId, password: z.string().min(1).max(500) })),
  /** Reads the kept source again. Tells what would be read differently; with `take` the new reading takes the place of the old. */
  'record.reread': call<Rereading>()(z.object({ id: recordId, take: z.boolean() })),
  /** Reads the kept source again and tells how, step by step; without an id ends the one under way and answers null. */
  'record.trace': call<Retraced | null>()(z.object({ id: recordId.nullable() })),
  /** Shows the original in the system's file manager or opens it with the system's program. */
  'record.showSource': call<null>()(z.object({ id: recordId, how: z.enum(['reveal', 'open']) })),
  'search.run': call<SearchResult>()(
    z.object({ text: z.string().max(500), years, statuses: z.array(status).max(4), ...page }),
  ),
  'journal.list': call<JournalPage>()(
    z.object({
      before: z.number().int().nullable(),
      limit: page.limit,
      kinds: z.array(z.enum(journalKinds)),
      who: z.array(z.string().max(200)).max(100),
      since: z.string().max(40).nullable(),
      record: recordId.nullable(),
      text: z.string().max(200),
    }),
  ),
  /** Asks for a folder and answers with a free name in it; null when none was chosen. */
  'export.choose': call<string | null>()(z.object({ format: z.enum(exportFormats) })),
  /** Writes and verifies; answers when it is on disk, was cancelled or failed. One at a time. */
  'export.run': call<Exported>()(
    z.object({ selection, format: z.enum(exportFormats), to: z.string().min(1).max(4096) }),
  ),
  'export.cancel': call<null>()(nothing),
  /** Shows what was exported last in the system's file manager. */
  'export.show': call<null>()(nothing),
  /** 四性检测 of some records, as many as there are: kept as one report or, of very many, as several. One at a time. */
  'inspect.run': call<InspectionRun>()(z.object({ selection })),
  /** What has been inspected until then is kept. */
  'inspect.cancel': call<null>()(nothing),
  /** A report that was kept. */
  'inspect.open': call<InspectionReport>()(z.object({ report })),
  /** Asks for a folder and writes reports as printable pages and as JSON; answers with the first page, null when none was chosen. */
  'inspect.save': call<string | null>()(z.object({ reports: z.array(report).min(1).max(10_000) })),
  /** Verifies the archive, then compares the index with its records. */
  'archive.verify': call<VerifyReport>()(nothing),
  /** Ends the verification under way; nothing is noted of it. */
  'archive.stopVerify': call<null>()(nothing),
  /** The system's dialog for one folder; null when none was chosen. */
  'archive.chooseFolder': call<string | null>()(nothing),
  /** Brings a backup in a folder up to date, or begins one in a new or empty folder. */
  'archive.backup': call<CopyReport>()(z.object({ folder })),
  /** Brings an archive back from a backup into a new or empty folder. */
  'archive.restore': call<CopyReport>()(z.object({ from: folder, to: folder })),
  /** From the next start on the application opens the archive in this folder. */
  'archive.use': call<null>()(z.object({ folder })),
  /** Reads sources again and tells what would change; changes nothing. */
  'reread.preview': call<RereadPreview>()(z.object({ scope: z.enum(rereadScopes) })),
  /** The records that would change, those with most changes first. */
  'reread.list': call<readonly RereadRow[]>()(z.object(page)),
  /** Takes the new readings of these records, or of all that the preview found. */
  'reread.take': call<RereadTaken>()(z.object({ records: z.array(recordId).max(100_000).nullable() })),
  'work.stop': call<null>()(z.object({ work: z.enum(longWorks) })),
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type Input<Name extends CallName> = z.infer<Calls[Name]['input']>
export type Output<Name extends CallName> = Calls[Name]['output']

/** What main tells the window unasked. */
export type Events = {
  /** The queue moved (at most ten times a second). */
  readonly 'import.changed': ImportView
  readonly 'record.changed': { readonly id: RecordId }
  readonly 'archive.changed': AppState
  /** 0 … 1. */
  readonly 'verify.progress': { readonly done: number; readonly of: number }
  readonly 'export.progress': ExportProgress
  readonly 'work.progress': { readonly work: LongWork; readonly done: number; readonly of: number }
  readonly 'inspect.progress': { readonly done: number; readonly of: number }
  /** A menu entry or an opened file asks the window to do something. */
  readonly 'menu.command': { readonly command: MenuCommand }
}
export type EventName = keyof Events
export const eventNames = [
  'import.changed',
  'record.changed',
  'archive.changed',
  'verify.progress',
  'export.progress',
  'work.progress',
  'inspect.progress',
  'menu.command',
] as const satisfies readonly EventName[]

export const menuCommands = [
  'import.files',
  'import.folder',
  'archive.export',
  'archive.inspect',
  'archive.backup',
  'archive.restore',
  'archive.reread',
  'place.import',
  'place.catalogue',
  'place.review',
  'place.search',
  'place.history',
  'place.settings',
  'edit.undo',
  'edit.redo',
  'review.correct',
  'review.confirm',
  'review.sourceError',
  'review.explain',
  'review.confirmAgreeing',
  'review.next',
  'review.previous',
  'review.finish',
  'review.cellHistory',
  'review.trace',
  'view.nextPane',
  'help.keys',
] as const
export type MenuCommand = (typeof menuCommands)[number]

/** Every call as a function; what services implement and the window uses. */
export type Api = { readonly [Name in CallName]: (input: Input<Name>) => Promise<Outcome<Output<Name>>> }

/** What preload puts on `window.kaijuan`. `pathsOf` turns dropped files (the DOM's `File`) into paths, folders included. */
export type Bridge<DroppedFile> = {
  readonly calls: Api
  readonly on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => () => void
  readonly pathsOf: (files: readonly DroppedFile[]) => Promise<readonly string[]>
}
