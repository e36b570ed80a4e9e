import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const memoryDisk = '/dev/shm'
/** More than all tests together leave at one time; containers often have 64 MB there. */
const enough = 4 * 1024 ** 3

function hasRoom(): boolean {
  if (!existsSync(memoryDisk)) return false
  const { bavail, bsize } = statfsSync(memoryDisk)
  return Math.min(bavail * bsize, freemem()) > enough
}

/**
 * A folder for everything the tests write, in memory where there is room: they flush thousands of files, and no test looks at what the disk
 * below makes of a flush. (Soak scripts write to the disk.)
 */
export function makeTemporary(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(hasRoom() ? memoryDisk : tmpdir(), 'kaijuan-test-'))
  // As the system's own: some tests run programs as another user.
  chmodSync(folder, 0o1777)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
