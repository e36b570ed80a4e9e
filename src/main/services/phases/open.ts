import type { Message } from '../../../shared/messages/index.ts'
import { type Outcome, success } from '../../../shared/outcome.ts'
import { openArchive } from '../../archive/index.ts'
import type { Archive } from '../../archive/model.ts'
import { type FileLayer, realFiles } from '../../disk/files.ts'
import { type Log, noLog } from '../../log/index.ts'
import type { ServicesOptions } from '../model.ts'
import { type Changed, createChanged } from '../state/changed.ts'
import { createEmitter, type Emitter } from '../state/events.ts'
import { type Busy, createBusy } from '../work/busy.ts'

/** The first phase: the archive stands, and there is where to tell of it. */
export type OpenArchive = {
  readonly options: ServicesOptions
  readonly files: FileLayer
  readonly log: Log
  /** As it is on the disk; everybody else gets the one that index and window follow. */
  readonly store: Archive
  readonly emitter: Emitter
  readonly changed: Changed
  readonly busy: Busy
  /** What opening found, and what is worth a line above every place since. */
  readonly notes: readonly Message[]
  readonly note: (said: Message) => void
  readonly close: () => Promise<void>
}

/** Opens the archive; one held by another process is opened for reading. Fails only when it cannot be opened at all. */
export async function open(options: ServicesOptions): Promise<Outcome<OpenArchive>> {
  const { files = realFiles, log = noLog, folder, version } = options
  const readOnly = options.readOnly === undefined ? {} : { readOnly: options.readOnly }
  const opened = await openArchive(folder, { version, files, ...readOnly })
  if (!opened.ok) return opened
  const store = opened.value
  const changed = createChanged()
  const notes: Message[] = [...store.notes]
  const note = (said: Message): void => {
    notes.push(said)
    changed.ask()
  }
  const telling = { emitter: createEmitter(), changed, busy: createBusy(), notes, note }
  return success({ ...{ options, files, log, store }, ...telling, close: store.close })
}
