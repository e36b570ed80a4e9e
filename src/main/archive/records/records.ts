import { basename, dirname, join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import type { ArchiveRecord, RecordId } from '../../../shared/data/record.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { makeFolder } from '../../disk/durable.ts'
import { type FileLayer, listFolder } from '../../disk/files.ts'
import { recordProblem } from '../../disk/problems.ts'
import { DurableJson, NotWhole, type Publish, type SealRule } from '../adapter.ts'
import { recordFile, recordIdPattern, recordPath, recordsFolder, sha256Pattern, shardPattern } from '../layout.ts'
import { brokenRevision } from '../revisions.ts'

/** Reads and writes the files of records, each with the seal its bytes must bear. */

// Light: what the archive itself relies on. What readers wrote into `extraction` was typed when it was written.
const recordSchema = z.looseObject({
  schema: z.union([z.literal(1), z.literal(2)]),
  id: z.string().regex(recordIdPattern),
  source: z.looseObject({
    sha256: z.string().regex(sha256Pattern),
    bytes: z.number().int().min(0),
    format: z.string(),
  }),
  provenance: z.looseObject({
    name: z.string(),
    path: z.string().optional(),
    importedAt: z.string(),
    importedBy: z.string(),
  }),
  extraction: z.looseObject({
    reader: z.string(),
    document: z.looseObject({ blocks: z.array(z.unknown()) }).nullable(),
    report: z.looseObject({ tables: z.array(z.unknown()), sections: z.array(z.unknown()) }).nullable(),
    messages: z.array(z.unknown()),
  }),
  revisions: z.array(
    z.looseObject({
      number: z.number().int().positive(),
      at: z.string(),
      act: z.enum(['edit', 'undo', 'redo', 'restore']),
      change: z.looseObject({ kind: z.enum(['cell', 'confirm', 'verdict', 'field', 'status']) }),
      previous: z.string(),
      hash: z.string(),
    }),
  ),
})

/** A record as it was found, with the seal of its file; null for one that an older version wrote. */
export type Stored = { readonly record: ArchiveRecord; readonly seal: string | null }

/** One lowdb database for each record. */
export type RecordStore = {
  /** Null where there is none. A damaged file is a problem that names it. */
  readonly read: (id: RecordId) => Promise<Outcome<Stored | null>>
  /**
   * The same, but throws the operating system's error: a disk that fails or a file that another program holds is no damage. For whoever
   * would draw lasting conclusions from it.
   */
  readonly readSurely: (id: RecordId) => Promise<Outcome<Stored | null>>
  /** Throws the operating system's error; then the file is as it was. `publish` makes something else happen together with it. */
  readonly write: (record: ArchiveRecord, publish?: Publish) => Promise<void>
  readonly ids: () => Promise<readonly RecordId[]>
}

/** Seals are optional only while an older archive is read or migrated. */
export function openRecords(files: FileLayer, folder: string, rule: SealRule = 'required'): RecordStore {
  const adapter = (id: RecordId, publish?: Publish) =>
    new DurableJson<ArchiveRecord | null>(files, recordFile(folder, id), rule, publish)

  const damaged = (id: RecordId, detail: string) =>
    failure(message('archive.damagedRecord', { file: recordPath(id) }, null, detail))

  async function readSurely(id: RecordId): Promise<Outcome<Stored | null>> {
    const file = adapter(id)
    const low = new Low(file, null)
    try {
      await low.read()
    } catch (error) {
      if (!(error instanceof NotWhole)) throw error
      return damaged(id, error.message)
    }
    if (low.data === null) return success(null)
    const shape = recordSchema.safeParse(low.data)
    if (!shape.success) return damaged(id, z.prettifyError(shape.error))
    if (low.data.id !== id || !low.data.source.sha256.startsWith(id)) return damaged(id, 'id, file and source differ')
    const broken = brokenRevision(low.data)
    if (broken !== null) return damaged(id, `revision ${broken} is not what was written`)
    return success({ record: low.data, seal: file.seal })
  }

  return {
    readSurely,
    read: async id => {
      try {
        return await readSurely(id)
      } catch (error) {
        return failure(recordProblem(error, recordPath(id)))
      }
    },
    write: async (record, publish) => {
      await makeFolder(files, dirname(recordFile(folder, record.id)))
      await new Low<ArchiveRecord | null>(adapter(record.id, publish), record).write()
    },
    ids: async () => {
      const ids: RecordId[] = []
      for (const shard of await listFolder(files, recordsFolder(folder))) {
        if (!shardPattern.test(shard.name)) continue
        for (const entry of await listFolder(files, join(recordsFolder(folder), shard.name))) {
          const id = basename(entry.name, '.json')
          if (entry.name === `${id}.json` && recordIdPattern.test(id)) ids.push(id)
        }
      }
      return ids.sort()
    },
  }
}
