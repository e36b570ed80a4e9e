import type { Api } from '../../shared/api.ts'
import type { RecordId } from '../../shared/data/record.ts'
import type { Message } from '../../shared/messages/index.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { FileLayer } from '../disk/files.ts'
import type { Limits, Pool } from '../ingest/pool.ts'
import type { Rebuilt } from '../keeping/keeper.ts'
import type { Log } from '../log/index.ts'
import type { Diagnosis } from './care/diagnosis.ts'
import type { IdlePace } from './care/idleWork.ts'
import type { Select } from './exporting/selecting.ts'
import type { HandedOver } from './importing/handOff.ts'
import type { Inspector } from './inspecting/calls.ts'
import type { ImportInspecting, ImportInspector } from './inspecting/onImport.ts'
import type { Emitter } from './state/events.ts'

/** What whoever starts the process says of it. */
export type ServicesOptions = {
  /** The archive's folder; made when it does not exist. */
  readonly folder: string
  /** Entry of the reading worker; bundling moves it, so whoever starts the process says where it is. */
  readonly workerUrl: URL
  readonly version: string
  /** Version of readers and recognition, written into every reading; that of the application if not given. */
  readonly readers?: string
  /** Folder of the sample reports. */
  readonly samples: string
  /** Opens the archive without taking its lock, for calls that only look. */
  readonly readOnly?: boolean
  readonly limits?: Partial<Limits>
  /** Workers that read for others too and outlive these services; if not given, some of their own. */
  readonly pool?: Pool
  /** The operating system’s files if not given. */
  readonly files?: FileLayer
  /** Where what happens is noted; not given: nowhere. */
  readonly log?: Log
  /** Looks after the archive while nobody works with it; not for calls of the command line. */
  readonly idle?: IdlePace
  /** 四性检测 of what comes in, by itself; not given: none. */
  readonly inspectImports?: ImportInspecting
  /** Takes in what command lines and second windows of this archive leave; for a process that stays. */
  readonly takesFiles?: boolean
  /** The system's dialog; an empty answer changes nothing. */
  readonly chooseFiles?: (what: 'files' | 'folder') => Promise<readonly string[]>
  /** The system's dialog for one folder; null when none was chosen. */
  readonly chooseTarget?: () => Promise<string | null>
  /** Shows a file or folder in the system's file manager. */
  readonly reveal?: (path: string) => void
  /** Remembers which archive the application opens from now on. */
  readonly useArchive?: (folder: string) => Promise<Outcome<null>>
  readonly showSource?: (path: string, name: string, how: 'reveal' | 'open') => Promise<Outcome<null>>
}

/** What the window and the command line call. */
export type Services = {
  readonly api: Api
  readonly on: Emitter['on']
  /** What opening the archive found and put right after a crash. */
  readonly notes: readonly Message[]
  /** Where the kept original of a record lies. */
  readonly sourceFile: (id: RecordId) => Promise<Outcome<{ readonly path: string; readonly name: string }>>
  /** Resolves when catalogue and full text hold the whole archive. */
  readonly ready: () => Promise<void>
  /** The records a selection means, in catalogue order. */
  readonly selected: Select
  readonly inspecting: Pick<Inspector, 'each' | 'report'>
  /** The inspection of what comes in; null where none was asked for. */
  readonly inspectingImports: Pick<ImportInspector, 'done' | 'of' | 'state'> | null
  /** Gives files to the process that holds the archive; answers with what became of them there. */
  readonly handOver: (paths: readonly string[]) => Promise<Outcome<HandedOver>>
  /** What whoever looks for a fault needs to know. */
  readonly diagnosis: () => Promise<Diagnosis>
  /** Makes the index anew from the records. */
  readonly rebuild: () => Promise<Rebuilt>
  /** Resolves when no file is waiting or being read. */
  readonly imported: () => Promise<void>
  /** Cancels what is waiting, finishes what is being written, gives the archive's lock back. */
  readonly close: () => Promise<void>
}
