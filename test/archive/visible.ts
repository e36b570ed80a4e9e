import type { Archive } from '../../src/main/archive/model.ts'
import { value } from './samples.ts'

/** What a person would see: settings, records with their revisions, journal. */
export async function visible(archive: Archive): Promise<unknown> {
  const ids = await archive.recordIds()
  const records = await Promise.all(ids.map(async id => value(await archive.record(id))))
  const entries = await archive.entriesAfter(0)
  return {
    settings: archive.settings(),
    revisions: records.map(record => [record.id, record.revisions.map(item => item.change)]),
    // The hash of a revision, and so the seal of its record, depends on the moment it was made.
    journal: entries.map(entry => ({ ...entry.event, revisionHash: null, seal: null, sealBefore: null })),
  }
}
