import type { ImportItem } from '../../../shared/data/importing.ts'
import { hasEnded } from '../../../shared/facts/importEnd.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome } from '../../../shared/outcome.ts'
import { archiveIsHeld } from '../../archive/index.ts'
import type { Archive } from '../../archive/model.ts'
import type { FileLayer } from '../../disk/files.ts'
import type { Queue } from '../../ingest/queue.ts'
import type { IndexKeeper } from '../../keeping/keeper.ts'
import type { Emitter } from '../state/events.ts'
import { type HandedOver, handOver, receiveHandOffs, takesFiles } from './handOff.ts'
import { addPaths } from './imports.ts'

/** An archive that another process of ours is writing: what is handed to it and followed of it. */

type Needs = {
  readonly archive: Archive
  readonly files: FileLayer
  readonly keeper: IndexKeeper
  readonly queue: Queue
  readonly emitter: Emitter
  readonly changed: () => void
  /** Whether files of others are taken in. */
  readonly takes: boolean
}

/** How often a reader looks what the writer has stored since. */
const followEvery = 2000

/** What there is to do when several processes have one archive open. */
export function besideOthers({ archive, files, keeper, queue, emitter, changed, takes }: Needs): {
  readonly handOver: (paths: readonly string[]) => Promise<Outcome<HandedOver>>
  /** Why nothing can be written, as it stands now: the process that held the archive may be gone. */
  readonly why: () => Message | null
  readonly stop: () => void
} {
  const held = archive.readOnly?.code === 'archive.heldByOther'

  /** Puts files of another process into the queue; answers when all of them have ended. */
  const take = async (paths: readonly string[]): Promise<readonly ImportItem[]> => {
    const added = await addPaths({ archive, files, queue }, paths)
    const { batch } = added.ok ? added.value : queue.add(paths.map(path => ({ path })))
    changed()
    const last = new Map<number, ImportItem>()
    for (;;) {
      const there = queue.view().items.filter(item => item.batch === batch)
      for (const item of there) last.set(item.id, item)
      // What a person took off the list meanwhile had ended.
      if (there.every(item => hasEnded(item.state))) return [...last.values()]
      await new Promise(resolve => setTimeout(resolve, 200).unref())
    }
  }

  /** The last entry that the window has been told of, while there are newer ones. */
  let told: number | null = null

  let free = false
  const notice = async (): Promise<void> => {
    const now = !(await archiveIsHeld(archive.folder))
    if (now === free) return
    free = now
    changed()
  }

  /** A window that only looks shows what the writer stores. */
  const follow = async (): Promise<void> => {
    const before = archive.lastEntry()
    const moved = await archive.refresh()
    if (moved.ok && moved.value) told ??= before
    // The writer notes a record in its journal first and indexes it then.
    if (told === null || !(await keeper.catchUp())) return
    const entries = await archive.entriesAfter(told)
    const written = new Set(entries.flatMap(({ event }) => ('record' in event ? event.record : [])))
    for (const id of written) emitter.emit('record.changed', { id, version: null })
    told = null
    changed()
  }

  const receiving = takes && !archive.readOnly ? receiveHandOffs(files, archive.folder, { take }) : null
  let following: Promise<void> = Promise.resolve()
  const next = () => {
    following = following.then(follow).then(notice)
  }
  const timer = held ? setInterval(next, followEvery).unref() : null
  return {
    handOver: async paths => {
      const taken = held && (await takesFiles(files, archive.folder))
      if (!taken) return failure(archive.readOnly ?? message('ingest.notHandedOver'))
      return await handOver(files, archive.folder, paths, () => archiveIsHeld(archive.folder))
    },
    why: () => (free ? message('archive.noLongerHeld') : archive.readOnly),
    stop: () => {
      receiving?.stop()
      if (timer) clearInterval(timer)
    },
  }
}
