import { onTestFinished } from 'vitest'
import { openArchive } from '../../src/main/archive/index.ts'
import type { Archive } from '../../src/main/archive/model.ts'
import { createIndexKeeper, type IndexKeeper } from '../../src/main/keeping/keeper.ts'
import { value } from './support.ts'

/** An archive and the keeper of its index, closed after the test. */
export type Open = { readonly archive: Archive; readonly keeper: IndexKeeper; readonly close: () => Promise<void> }

type How = {
  /** Stands between the keeper and the archive. */
  readonly seen?: (archive: Archive) => Archive
  readonly now?: () => Date
}

export async function openKept(folder: string, { seen = archive => archive, now }: How = {}): Promise<Open> {
  const archive = value(await openArchive(folder, { version: 'test', ...(now ? { now } : {}) }))
  const nothing = () => undefined
  const keeper = await createIndexKeeper(seen(archive), nothing, nothing)
  await keeper.ready()
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await keeper.close()
    await archive.close()
  }
  onTestFinished(close)
  return { archive, keeper, close }
}
