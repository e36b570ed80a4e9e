import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { message } from '../shared/messages/index.ts'
import { failure, type Outcome, success } from '../shared/outcome.ts'
import { clearAbandoned } from './disk/abandoned.ts'
import { durableWrite, makeFolders } from './disk/durable.ts'
import { type FileLayer, realFiles } from './disk/files.ts'

/** Folders of the application: its own data, its first archive, and which archive is opened. */

/** Where the system keeps applications' own data: the same places as Electron's `appData`. */
function applicationData(): string {
  switch (process.platform) {
    case 'win32':
      return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support')
    default:
      return process.env.XDG_CONFIG_HOME || join(homedir(), '.config')
  }
}

const choiceName = 'archive-folder.json'
const choice = z.object({ archive: z.string().min(1) })

/** The archive that was chosen to be opened instead of the application's first one (after a restoring); null where none was. */
export function chosenArchive(own: string): string | null {
  try {
    return choice.parse(JSON.parse(readFileSync(join(own, choiceName), 'utf8'))).archive
  } catch {
    return null
  }
}

/** Remembers which archive is opened from the next start on, by window and command line alike. */
export async function chooseArchive(own: string, folder: string, files: FileLayer = realFiles): Promise<Outcome<null>> {
  try {
    await makeFolders(files, own)
    await clearAbandoned(files, own)
    await durableWrite(files, join(own, choiceName), Buffer.from(JSON.stringify({ archive: folder })))
    return success(null)
  } catch (error) {
    return failure(message('app.cannotRemember', { folder }, null, error instanceof Error ? error.message : ''))
  }
}

/** Where the application keeps its own files when nothing else is said. */
export const ownFolder = (): string => join(applicationData(), 'Kaijuan')

/** The application's own archive: what window and command line open when no other is named. */
export function defaultArchiveFolder(): string {
  const own = ownFolder()
  return chosenArchive(own) ?? join(own, 'archive')
}
