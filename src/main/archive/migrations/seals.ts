import { writing } from '../../disk/problems.ts'
import { openRecords } from '../records/records.ts'
import type { Migration } from './model.ts'

/**
 * Schema 2: every JSON file of the archive bears a seal. A record that cannot be read stays as it is: sealing it would call
 * damage whole.
 */
export const sealEverything: Migration = (files, folder) =>
  writing(folder, async () => {
    const records = openRecords(files, folder, 'optional')
    for (const id of await records.ids()) {
      // Left without a seal because it could not be read now, it would be called damaged for ever: that fails the migration.
      const read = await records.readSurely(id)
      if (read.ok && read.value && read.value.seal === null) await records.write(read.value.record)
    }
  })
