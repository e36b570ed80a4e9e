import { recordFile } from '../layout.ts'
import { writing } from '../problems.ts'
import { openRecords } from '../records.ts'
import type { Migration } from './index.ts'

/**
 * Schema 2: every JSON file of the archive bears a seal. A record that cannot be read stays as it is: sealing it would call
 * damage whole.
 */
export const sealEverything: Migration = (files, folder) =>
  writing(folder, async () => {
    const records = openRecords(files, folder, 'optional')
    for (const id of await records.ids()) {
      let read = await records.read(id)
      if (!read.ok) {
        // A disk that fails, or another program that holds the file, is no damage: left without a seal, the record would be called
        // damaged for ever. Reading the bytes tells, and fails the migration, to be done again.
        await files.readFile(recordFile(folder, id))
        read = await records.read(id)
      }
      if (read.ok && read.value && read.value.seal === null) await records.write(read.value.record)
    }
  })
