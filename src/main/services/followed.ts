import { success } from '../../shared/outcome.ts'
import type { Archive } from '../archive/model.ts'
import type { Reread } from '../archive/reread.ts'
import type { Emitter } from './events.ts'
import type { IndexKeeper } from './indexKeeper.ts'

/** The archive, with the index and the window following every record that is written. */
export function followedArchive(store: Archive, keeper: IndexKeeper, emitter: Emitter, changed: () => void): Archive {
  const followed = async (write: Parameters<IndexKeeper['follow']>[0]) => {
    const written = await keeper.follow(write)
    if (written.ok) emitter.emit('record.changed', { id: written.value.id })
    changed()
    return written
  }
  return {
    ...store,
    addRecord: (record, outcome) => followed(() => store.addRecord(record, outcome)),
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
}
