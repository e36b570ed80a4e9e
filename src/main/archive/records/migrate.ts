import { recordName } from '../../../shared/facts/recordName.ts'
import type { FileLayer } from '../../disk/files.ts'
import type { Journal } from '../journal/journal.ts'
import { keepLocal } from '../local/local.ts'
import { recordHash } from '../revisions.ts'
import { recordForm, upgraded } from './form.ts'
import type { RecordStore, Stored } from './records.ts'

/** One record brought into the form of the next schema, with the entry that ties both forms. */

type Work = {
  readonly files: FileLayer
  readonly folder: string
  readonly records: RecordStore
  readonly journal: Journal
  readonly stamp: () => { readonly at: string; readonly who: string }
}

/**
 * Brings a record of form 1 to form 2, with a journal entry that ties the new form's hash and seal to those of the old. What leaves the
 * record is on the disk before it does. Throws the operating system's error; then the record is as it was.
 */
export async function migrateRecord(stored: Stored, work: Work): Promise<Stored> {
  const { files, folder, records, journal, stamp } = work
  const { record, path, details } = upgraded(stored.record)
  await keepLocal(files, folder, record.id, { path, details })
  let sealed = stored.seal
  await records.write(record, async (place, seal) => {
    sealed = seal
    const hashes = { recordHash: recordHash(record), recordHashBefore: recordHash(stored.record) }
    const about = { record: record.id, name: recordName(record), form: recordForm }
    await journal.append({ kind: 'migrate', ...about, ...hashes, seal, sealBefore: stored.seal }, stamp(), place)
  })
  return { record, seal: sealed }
}
