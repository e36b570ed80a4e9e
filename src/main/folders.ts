import { homedir } from 'node:os'
import { join } from 'node:path'

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

/** The application's own archive: what window and command line open when no other is named. */
export function defaultArchiveFolder(): string {
  return join(applicationData(), 'Kaijuan', 'archive')
}
