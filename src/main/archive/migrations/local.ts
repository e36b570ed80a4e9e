import type { RecordId } from '../../../shared/data/record.ts'
import { writing } from '../../disk/problems.ts'
import type { Journal } from '../journal/journal.ts'
import { recordForm } from '../records/form.ts'
import { migrateRecord } from '../records/migrate.ts'
import { openRecords, type Stored } from '../records/records.ts'
import { recordHash } from '../revisions.ts'
import type { Migration } from './model.ts'

/** The step to schema 3: what belongs to this machine goes beside the sealed records. */

/** What the journal tells of a record last. */
type Told = {
  readonly seal: string | null
  readonly hash: string | null
  readonly revisions: number
  readonly last: string | null
}

async function toldBy(journal: Journal): Promise<ReadonlyMap<RecordId, Told>> {
  const told = new Map<RecordId, Told>()
  await journal.lines(({ entry }) => {
    const event = entry?.event
    if (event?.kind === 'ingest') {
      const { revisions = 0, lastHash: last = null } = event.restored ?? {}
      told.set(event.record, { seal: event.seal ?? null, hash: event.recordHash ?? null, revisions, last })
    }
    if (event?.kind !== 'revise' && event?.kind !== 'reread' && event?.kind !== 'migrate') return
    const before = told.get(event.record)
    if (!before) return
    const seal = event.seal ?? null
    if (event.kind === 'revise')
      told.set(event.record, { ...before, seal, revisions: event.revision, last: event.revisionHash })
    else told.set(event.record, { ...before, seal, hash: event.recordHash })
  })
  return told
}

/** Whether a record is what the journal tells. Entries of the first version tell no seal, but its hash and its revisions. */
function isProved({ record, seal }: Stored, told: Told | undefined): boolean {
  if (!told) return false
  if (told.seal !== null) return told.seal === seal
  const whole = told.hash === null || told.hash === recordHash(record)
  return whole && record.revisions.length === told.revisions && (record.revisions.at(-1)?.hash ?? null) === told.last
}

/**
 * Schema 3: records of form 2 (see `records/form.ts`). A record that is not what the journal tells stays as it is: an entry about it would
 * vouch for what somebody altered, and verification could not name it any more.
 */
export const localApart: Migration = (files, folder, { journal, stamp }) =>
  writing(folder, async () => {
    const records = openRecords(files, folder)
    const told = await toldBy(journal)
    for (const id of await records.ids()) {
      const read = await records.readSurely(id)
      if (!read.ok || !read.value || read.value.record.schema === recordForm) continue
      if (isProved(read.value, told.get(id)))
        await migrateRecord(read.value, { files, folder, records, journal, stamp })
    }
  })
