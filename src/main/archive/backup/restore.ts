import { join, resolve } from 'node:path'
import type { CopyReport } from '../../../shared/data/longWork.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { type FileLayer, ifPresent } from '../../disk/files.ts'
import { writeProblem, writing } from '../../disk/problems.ts'
import type { Archive } from '../model.ts'
import { markName } from './backupMark.ts'
import { isReady } from './incoming.ts'
import { withTargetLocked } from './lockedTarget.ts'

/** Making an archive of a backup again. */

export type RestoreWork = {
  readonly files: FileLayer
  /** Opens the backup or the restored archive to be read. */
  readonly open: (folder: string) => Promise<Outcome<Archive>>
  readonly progress: (done: number, of: number) => void
  readonly signal: AbortSignal
}

const missing = new Set(['archive.sourceMissing', 'archive.recordMissing', 'archive.inspectionMissing'])

/** What a message about an original, a record or another file speaks of. */
const objectOf = ({ params }: Message) => params.source ?? params.file ?? null

/**
 * The same fact may be seen at copying and at verification. What is damaged in the backup is left out, so that the verification misses
 * it: that is the same fact, too.
 */
function once(copying: readonly Message[], verification: readonly Message[]): readonly Message[] {
  const named = new Set(copying.map(objectOf))
  const others = verification.filter(item => !(missing.has(item.code) && named.has(objectOf(item))))
  const known = new Map([...copying, ...others].map(item => [`${item.code} ${JSON.stringify(item.params)}`, item]))
  return [...known.values()]
}

/** A backup that was cut off in its last moments is finished first. */
async function finishBackup(files: FileLayer, folder: string): Promise<Outcome<null>> {
  try {
    if (!(await isReady(files, folder))) return success(null)
    return await withTargetLocked(files, folder, async () => null)
  } catch (error) {
    return failure(writeProblem(error, folder))
  }
}

/**
 * Brings an archive back from a backup into a new or empty folder; a restoring that was cut off goes on. What was brought back is
 * verified whole: what is damaged or missing is named, and the rest is there.
 */
export async function restoreBackup(from: string, to: string, work: RestoreWork): Promise<Outcome<CopyReport>> {
  const { files, open, progress, signal } = work
  const finished = await finishBackup(files, resolve(from))
  if (!finished.ok) return finished
  const opened = await open(from)
  if (!opened.ok) return opened
  const copied = await opened.value.copyTo(to, 'restore', (done, of) => progress(done, 2 * of), signal)
  await opened.value.close()
  if (!copied.ok) return copied
  const restored = await open(to)
  if (!restored.ok) return restored
  const verified = await restored.value.verify((done, of) => progress(of + done, 2 * of), signal)
  await restored.value.close()
  if (signal.aborted) return failure(message('archive.restoreCancelled'))
  if (!verified.ok) return verified
  // Only now is it an archive to work in; as long as the mark is there it is none.
  const unmarked = await writing(to, () => ifPresent(files.unlink(join(resolve(to), markName))))
  if (!unmarked.ok) return unmarked
  return success({ ...copied.value, problems: once(copied.value.problems, verified.value.problems) })
}
