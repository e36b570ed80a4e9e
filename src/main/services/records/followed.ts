import { versionOf } from '../../../shared/current/version.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { success } from '../../../shared/outcome.ts'
import type { Archive, Reread } from '../../archive/model.ts'
import type { Accepting } from '../../ingest/acceptFile.ts'
import type { IndexKeeper } from '../../keeping/keeper.ts'
import type { Emitter } from '../state/events.ts'

/** The archive as the others see it, and how an import adds to it. */
export type FollowedArchive = {
  readonly archive: Archive
  /** Adds one record of many: what it changes for other reports is counted soon, and nothing that is ready is made again. */
  readonly addOfMany: Accepting['add']
}

/** The archive, with the index and the window following every record that is written; `noted` is told of damage put right. */
export function followedArchive(
  store: Archive,
  keeper: IndexKeeper,
  emitter: Emitter,
  changed: () => void,
  noted: (note: Message) => void,
): FollowedArchive {
  /** Reading a damaged record puts it back from its kept copy: whoever works with it must hear of it. */
  const record: Archive['record'] = async id => {
    const before = store.lastEntry()
    const found = await store.record(id)
    if (store.lastEntry() === before) return found
    for (const { event } of await store.entriesAfter(before))
      if (event.kind === 'repair' && 'generation' in event && event.record === id)
        noted(message('archive.recordRepaired', { name: event.name, day: event.generation }))
    return found
  }
  const followed = async (...given: Parameters<IndexKeeper['follow']>) => {
    const written = await keeper.follow(...given)
    if (written.ok) emitter.emit('record.changed', { id: written.value.id, version: versionOf(written.value) })
    changed()
    return written
  }
  const archive: Archive = {
    ...store,
    record,
    addRecord: (record, outcome, path) => followed(() => store.addRecord(record, outcome, path)),
    restore: (record, from) => followed(() => store.restore(record, from)),
    revise: wanted => followed(() => store.revise(wanted)),
    replaceExtraction: async (id, extraction) => {
      let disagreements: Reread['disagreements'] = []
      const written = await followed(async () => {
        const replaced = await store.replaceExtraction(id, extraction)
        if (!replaced.ok) return replaced
        disagreements = replaced.value.disagreements
        return success(replaced.value.record)
      })
      return written.ok ? success({ record: written.value, disagreements }) : written
    },
  }
  return {
    archive,
    addOfMany: (record, outcome, path, ready) =>
      followed(() => store.addRecord(record, outcome, path), { counting: 'soon', ...(ready ? { ready } : {}) }),
  }
}
