import { blockText } from '../../../shared/document.ts'
import type { Look } from '../../../shared/inspection.ts'
import type { ArchiveRecord } from '../../../shared/record.ts'
import type { Archive } from '../../archive/model.ts'
import type { Pool } from '../../ingest/pool.ts'

const locked = new Set(['office.encrypted', 'doc.encrypted', 'pdf.encrypted', 'pdf.wrongPassword'])

/** `yielded`: quiet work gave its worker to a file that is being imported; to be looked at again later. */
export type Looked = Look | 'yielded' | null

/** Opens a source in a worker as at its import, and has it looked into for active content. `quiet`: after all others. */
export function looker(archive: Archive, pool: Pool, quiet: boolean) {
  return async (record: ArchiveRecord, signal: AbortSignal): Promise<Looked> => {
    const { name } = record.provenance
    const job = { path: archive.sourcePath(record.source.sha256), name, inspect: true }
    const answer = await pool.read(job, () => undefined, signal, { quiet })
    if (answer.kind === 'cancelled' && !signal.aborted) return 'yielded'
    if (answer.kind !== 'done') return null
    const { format, document, messages, active = null } = answer.reading
    const text = document?.blocks.map(blockText).join('\n') ?? ''
    return {
      format,
      readable: document !== null,
      encrypted: messages.some(item => locked.has(item.code)),
      misnamed: messages.some(item => item.code === 'read.otherFormat'),
      characters: [...text].length,
      lost: text.split('\ufffd').length - 1,
      active,
    }
  }
}
