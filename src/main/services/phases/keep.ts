import type { Archive } from '../../archive/model.ts'
import { createIndexKeeper, type IndexKeeper } from '../../keeping/keeper.ts'
import { type QuietIndex, quietIndex } from '../../keeping/quietComparison.ts'
import { type FollowedArchive, followedArchive } from '../records/followed.ts'
import type { OpenArchive } from './open.ts'

/** The second phase: catalogue and full text keep in step with what is written. */
export type Kept = {
  readonly keeper: IndexKeeper
  /** The archive as everybody gets it from here on. */
  readonly archive: Archive
  readonly addOfMany: FollowedArchive['addOfMany']
  readonly comparing: QuietIndex
  readonly close: () => Promise<void>
}

export async function keep({ store, emitter, changed, busy, note }: OpenArchive): Promise<Kept> {
  const recounted = (id: string) => emitter.emit('record.changed', { id, version: null })
  const keeper = await createIndexKeeper(store, changed.ask, recounted)
  busy.enter(() => keeper.indexing() !== null)
  const { archive, addOfMany } = followedArchive(store, keeper, emitter, changed.ask, note)
  const comparing = quietIndex({ archive, keeper, said: note })
  return { keeper, archive, addOfMany, comparing, close: keeper.close }
}
