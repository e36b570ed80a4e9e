import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import type { FileLayer } from '../../disk/files.ts'
import { type Head, writeHead } from '../head/head.ts'
import { localApart } from './local.ts'
import type { Migrating, Migration } from './model.ts'
import { sealEverything } from './seals.ts'

/** Brings an archive of an older schema up to the present one, step by step. */

/** Numbered by the schema they lead to. */
const migrations: ReadonlyMap<number, Migration> = new Map([
  [2, sealEverything],
  [3, localApart],
])

/** Runs every migration an archive still needs. Its head is written last: it says how far the archive has come. */
export async function migrate(
  files: FileLayer,
  folder: string,
  head: Head,
  to: number,
  by: Migrating,
): Promise<Outcome<Head>> {
  let now = head
  while (now.schema < to) {
    const next = now.schema + 1
    const migration = migrations.get(next)
    if (!migration) throw new Error(`no migration leads to schema ${next}`)
    const done = await migration(files, folder, by)
    if (!done.ok) return done
    now = { ...now, schema: next }
    const written = await writeHead(files, folder, now)
    if (!written.ok) return failure(written.problem)
  }
  return success(now)
}
