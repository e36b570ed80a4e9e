import { type Broken, createPool, type Pool, standardLimits } from '../../ingest/pool.ts'
import { createQueue, type Queue } from '../../ingest/queue.ts'
import { noteImport, noteWorker } from '../../log/watch.ts'
import { type ImportInspector, importInspector } from '../inspecting/onImport.ts'
import { openReports, type Reports } from '../inspecting/reports.ts'
import type { Kept } from './keep.ts'
import type { OpenArchive } from './open.ts'

/** The third phase: files can come in, and what comes in is inspected. */
export type Ingesting = {
  readonly pool: Pool
  /** Version of readers and recognition, written into every reading. */
  readonly readers: string
  readonly queue: Queue
  readonly reports: Reports
  readonly onImport: ImportInspector | null
  readonly close: () => Promise<void>
}

export function ingest(
  { options, files, log, emitter, changed, busy }: OpenArchive,
  { archive, addOfMany }: Kept,
): Ingesting {
  const { version, readers = version, workerUrl, limits, inspectImports = null } = options
  const onBroken = (broke: Broken) => noteWorker(log, broke)
  const pool = options.pool ?? createPool(workerUrl, { ...standardLimits, ...limits }, { onBroken })
  const reports = openReports(archive)
  const inspecting = { archive, files, pool, reports, version, idle: () => !busy.any(), changed: changed.ask }
  const onImport =
    inspectImports === null || archive.readOnly ? null : importInspector({ ...inspecting, how: inspectImports })
  const queue = createQueue(
    {
      ...{ archive, pool, version: readers, add: addOfMany },
      ended: (item, ms) => noteImport(log, item, ms),
      proved: (record, { bytes, sha256 }, at, { look, readOnly, at: opened }, missing) =>
        onImport?.proved(record, {
          ...{ source: { bytes, sha256, readOnly }, look },
          proved: { ...at, look: opened, missing },
        }),
    },
    change => {
      emitter.emit('import.changed', change)
      changed.ask()
      if (change.endedAt !== null) onImport?.look()
    },
  )
  busy.enter(() => queue.underWay() > 0)
  const close = async (): Promise<void> => {
    await onImport?.stop()
    await queue.close()
    if (!options.pool) await pool.close()
  }
  return { pool, readers, queue, reports, onImport, close }
}
