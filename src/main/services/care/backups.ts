import { resolve } from 'node:path'
import type { Api } from '../../../shared/api.ts'
import { type Outcome, success } from '../../../shared/outcome.ts'
import { restoreBackup } from '../../archive/index.ts'
import type { Archive } from '../../archive/model.ts'
import type { FileLayer } from '../../disk/files.ts'
import type { LongWorks } from '../work/longWork.ts'

/** Backing up and restoring as the window asks for them. */

type BackupCalls = Pick<Api, 'archive.chooseFolder' | 'archive.backup' | 'archive.restore' | 'archive.use'>

type Needs = {
  readonly archive: Archive
  readonly files: FileLayer
  readonly works: LongWorks
  readonly version: string
  readonly changed: () => void
  readonly chooseFolder: () => Promise<string | null>
  readonly useArchive: (folder: string) => Promise<Outcome<null>>
}

/** Second copies of the archive: made from it, and made into an archive again. */
export function backupCalls(needs: Needs): BackupCalls {
  const { archive, files, works, version, changed, chooseFolder, useArchive } = needs
  return {
    'archive.chooseFolder': async () => success(await chooseFolder()),
    'archive.backup': async ({ folder }) => {
      const made = await works.run('backup', (progress, signal) => archive.backup(resolve(folder), progress, signal))
      changed()
      return made
    },
    'archive.restore': ({ from, to }) =>
      works.run('restore', (progress, signal) =>
        restoreBackup(resolve(from), resolve(to), { version, files, progress, signal }),
      ),
    'archive.use': ({ folder }) => useArchive(resolve(folder)),
  }
}
