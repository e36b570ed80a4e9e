import type { Look } from '../../../shared/data/inspection.ts'
import type { ArchiveRecord } from '../../../shared/data/record.ts'
import type { Archive } from '../../archive/model.ts'
import type { Pool } from '../../ingest/pool.ts'

/** `yielded`: quiet work gave its worker to a file that is being imported; to be looked at again later. */
export type Looked = Look | 'yielded' | null

/** Opens a source in a worker as at its import, and has it looked into for active content. `quiet`: after all others. */
export function looker(archive: Archive, pool: Pool, quiet: boolean) {
  return async (record: ArchiveRecord, signal: AbortSignal): Promise<Looked> => {
    const path = archive.sourcePath(record.source.sha256)
    const job = { path, name: record.provenance.name, purpose: 'inspection' } as const
    const answer = await pool.read(job, () => undefined, signal, { quiet })
    if (answer.kind === 'cancelled' && !signal.aborted) return 'yielded'
    return answer.kind === 'done' ? (answer.reading.opened?.look ?? null) : null
  }
}
