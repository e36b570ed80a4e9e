import { join } from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { z } from 'zod'
import type { RecordId } from '../../../shared/data/record.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { durableWrite, makeFolder, renameDurably, syncFolder } from '../../disk/durable.ts'
import { type FileLayer, ifPresent, listFolder } from '../../disk/files.ts'
import { writing } from '../../disk/problems.ts'
import { recordOf } from '../journal/entryPlaces.ts'
import type { Journal } from '../journal/journal.ts'
import { generationsFolder, recordFile } from '../layout.ts'
import type { KeptGeneration } from '../model.ts'
import { checkSeal, sealedJson } from '../seal.ts'
import type { RecordStore } from './records.ts'

/**
 * Generations: second copies of the records, on other blocks of the disk than the first (a hard link would share a damaged block).
 * `generations/<day>/<xx>/<id>.json.zst` holds the records that changed since the generation before, the oldest one all others. So
 * a day costs what changed on it, and a record is looked for from the newest to the oldest.
 */

const mostGenerations = 10
const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const unfinishedName = 'unfinished'
const manifestName = 'generation.json'
const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
/** No record is larger; a damaged copy must not fill the memory. */
const mostBytes = 512 * 1024 * 1024

const manifestSchema = z.object({ entry: z.number().int().min(0), records: z.number().int().min(0) })

const copyFile = (generation: string, id: RecordId) => join(generation, id.slice(0, 2), `${id}.json.zst`)

/** Days that have a generation, the newest first. */
async function days(files: FileLayer, folder: string): Promise<readonly string[]> {
  const names = (await listFolder(files, generationsFolder(folder))).map(entry => entry.name)
  return names
    .filter(name => dayPattern.test(name))
    .sort()
    .reverse()
}

async function unpack(
  files: FileLayer,
  path: string,
): Promise<{ readonly text: string; readonly seal: string } | null> {
  const packed = await ifPresent(files.readFile(path))
  if (packed === null) return null
  try {
    const checked = checkSeal(await decompress(packed, { maxOutputLength: mostBytes }))
    return checked.kind === 'whole' ? checked : null
  } catch {
    // A damaged copy; an older one may be whole.
    return null
  }
}

/** A record's copies, from the newest generation to the oldest. Damaged ones are passed over. */
export async function* copiesOf(files: FileLayer, folder: string, id: RecordId) {
  for (const day of await days(files, folder)) {
    const copy = await unpack(files, copyFile(join(generationsFolder(folder), day), id))
    if (copy) yield { day, ...copy }
  }
}

async function lastEntry(files: FileLayer, folder: string, day: string | undefined): Promise<number | null> {
  if (day === undefined) return null
  const bytes = await ifPresent(files.readFile(join(generationsFolder(folder), day, manifestName)))
  const checked = bytes && checkSeal(bytes)
  if (checked?.kind !== 'whole') return null
  const manifest = manifestSchema.safeParse(JSON.parse(checked.text))
  return manifest.success ? manifest.data.entry : null
}

/** Lets the second oldest generation take the place of its older self in the oldest. May be cut off and done again. */
async function mergeOldest(files: FileLayer, folder: string): Promise<void> {
  const all = await days(files, folder)
  const [oldest, next] = [all.at(-1), all.at(-2)]
  if (all.length <= mostGenerations || !oldest || !next) return
  const from = join(generationsFolder(folder), next)
  const to = join(generationsFolder(folder), oldest)
  for (const shard of await listFolder(files, from)) {
    if (!shard.isDirectory()) continue
    await makeFolder(files, join(to, shard.name))
    for (const { name } of await listFolder(files, join(from, shard.name)))
      await renameDurably(files, join(from, shard.name, name), join(to, shard.name, name))
    await syncFolder(files, join(to, shard.name))
    await files.rmdir(join(from, shard.name))
  }
  await renameDurably(files, join(from, manifestName), join(to, manifestName))
  await files.rmdir(from)
  await renameDurably(files, to, from)
  await syncFolder(files, generationsFolder(folder))
}

/**
 * Keeps today's generation; null when there is one. Records that are damaged are left out, so that an older copy stays the newest.
 * Cut off, it goes on where it was.
 */
export async function keepGeneration(
  work: {
    readonly files: FileLayer
    readonly folder: string
    readonly records: RecordStore
    readonly journal: Journal
  },
  day: string,
  signal: AbortSignal,
): Promise<Outcome<KeptGeneration | null>> {
  const { files, folder, records, journal } = work
  const done = await writing(folder, async () => {
    const all = await days(files, folder)
    if (all[0] !== undefined && all[0] >= day) return null
    const root = generationsFolder(folder)
    const unfinished = join(root, unfinishedName)
    await makeFolder(files, root)
    await makeFolder(files, unfinished)
    const entry = journal.last()
    const since = await lastEntry(files, folder, all[0])
    const changed = since === null ? await records.ids() : await changedSince(journal, since)
    let count = 0
    for (const id of changed) {
      if (signal.aborted) return 'cancelled'
      if (await keepOne(files, folder, unfinished, id)) count++
    }
    await durableWrite(files, join(unfinished, manifestName), sealedJson({ entry, records: count }).bytes)
    await renameDurably(files, unfinished, join(root, day))
    await syncFolder(files, root)
    await mergeOldest(files, folder)
    return { day, records: count }
  })
  if (!done.ok) return done
  return done.value === 'cancelled' ? failure(message('archive.generationCancelled')) : success(done.value)
}

async function changedSince(journal: Journal, number: number): Promise<readonly RecordId[]> {
  const ids = (await journal.after(number)).map(recordOf).filter(id => id !== null)
  return [...new Set(ids)]
}

async function keepOne(files: FileLayer, folder: string, generation: string, id: RecordId): Promise<boolean> {
  const bytes = await ifPresent(files.readFile(recordFile(folder, id)))
  const checked = bytes && checkSeal(bytes)
  if (!bytes || checked?.kind !== 'whole') return false
  const path = copyFile(generation, id)
  if ((await unpack(files, path))?.seal === checked.seal) return true
  await makeFolder(files, join(generation, id.slice(0, 2)))
  await durableWrite(files, path, await compress(bytes))
  return true
}
