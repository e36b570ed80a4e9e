import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { languages, type Settings, themes } from '../../../shared/data/settings.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { durableWrite, makeFolder } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent } from '../../disk/files.ts'
import { detailOf, writing } from '../../disk/problems.ts'
import { DurableJson, NotWhole, type SealRule } from '../adapter.ts'
import { generationsFolder, headName } from '../layout.ts'
import { keepHead, keptHeads } from './headCopies.ts'

/** Version of the archive's layout on disk. 2: every JSON file bears a seal. 3: what only this computer needs to know of a record is beside it. */
export const archiveSchema = 3

const settingsSchema = z.object({
  // A preference that a later version added falls back by itself: it must not bar the way to the archive.
  language: z.enum(languages).catch('zh'),
  theme: z.enum(themes).catch('system'),
  who: z.string(),
})

// Loose: members that a later version added (tags, saved searches, roster) are kept as they are.
const headSchema = z.looseObject({
  schema: z.number().int().positive(),
  id: z.uuid(),
  createdAt: z.string(),
  settings: settingsSchema,
})
export type Head = z.infer<typeof headSchema>

/** `archive.json` in memory and on disk. */
export type HeadStore = {
  readonly head: () => Head
  readonly saveSettings: (change: Partial<Settings>) => Promise<Outcome<Settings>>
}

/** A new archive's head, not yet on disk. */
export function newHead(version: string): Head {
  return {
    schema: archiveSchema,
    id: randomUUID(),
    createdAt: new Date().toISOString(),
    createdWith: version,
    settings: { language: 'zh', theme: 'system', who: '' },
  }
}

/** What records of an archive with this head must bear. */
export const sealRule = (head: Head): SealRule => (head.schema < 2 ? 'optional' : 'required')

type Read = { readonly head: Head | null; readonly damage: string | null }

async function readOne(files: FileLayer, path: string): Promise<Read> {
  const file = new DurableJson<object>(files, path, 'optional')
  let data: object | null
  try {
    data = await file.read()
  } catch (error) {
    if (error instanceof NotWhole) return { head: null, damage: error.message }
    throw error
  }
  if (data === null) return { head: null, damage: null }
  const parsed = headSchema.safeParse(data)
  if (!parsed.success) return { head: null, damage: z.prettifyError(parsed.error) }
  // Only the first version wrote no seal.
  if (file.seal === null && parsed.data.schema >= 2) return { head: null, damage: 'it bears no seal' }
  return { head: parsed.data, damage: null }
}

/**
 * Reads `archive.json`; null where there is none. For a damaged or missing one the newest whole copy stands in, and `damage` says so; without
 * a copy it is a problem. It is never replaced by defaults.
 */
export async function readHead(
  files: FileLayer,
  folder: string,
): Promise<Outcome<{ readonly head: Head | null; readonly damage: Message | null }>> {
  try {
    const { head, damage } = await readOne(files, join(folder, headName))
    if (head) return success({ head, damage: null })
    for (const { path, day } of await keptHeads(files, folder)) {
      const copy = await readOne(files, path)
      if (copy.head)
        return success({
          head: copy.head,
          damage: message('archive.headRestored', { folder, day }, null, damage ?? 'it is not there'),
        })
    }
    return damage === null
      ? success({ head: null, damage: null })
      : failure(message('archive.damagedHead', { folder }, null, damage))
  } catch (error) {
    if (errorCode(error) === null) throw error
    return failure(message('archive.cannotOpen', { folder }, null, detailOf(error)))
  }
}

/** What verification says of `archive.json`. */
export async function headProblem(files: FileLayer, folder: string): Promise<readonly Message[]> {
  const problems: Message[] = []
  const { head, damage } = await readOne(files, join(folder, headName))
  if (!head) problems.push(message('archive.headAltered', { folder }, null, damage ?? 'it is not there'))
  for (const { path } of await keptHeads(files, folder)) {
    const copy = await readOne(files, path)
    if (!copy.head)
      problems.push(message('archive.copyDamaged', { file: `generations/${basename(path)}` }, null, copy.damage ?? ''))
  }
  return problems
}

const adapterOf = (files: FileLayer, folder: string) => new DurableJson<Head>(files, join(folder, headName), 'optional')

/** Puts what stood in for a damaged `archive.json` in its place; the damaged file is kept beside the copies. */
export async function restoreHead(files: FileLayer, folder: string, head: Head): Promise<Outcome<void>> {
  return await writing(folder, async () => {
    await makeFolder(files, generationsFolder(folder))
    const damaged = await ifPresent(files.readFile(join(folder, headName)))
    const name = `damaged-archive-${new Date().toISOString().replace(/[:.]/g, '-')}.json`
    if (damaged) await durableWrite(files, join(generationsFolder(folder), name), damaged)
    await new Low<Head>(adapterOf(files, folder), head).write()
  })
}

/** Writes a head as it is, and a copy of it for the day. */
export async function writeHead(files: FileLayer, folder: string, head: Head): Promise<Outcome<void>> {
  const written = await writing(folder, () => new Low<Head>(adapterOf(files, folder), head).write())
  if (written.ok) await keepHead(files, folder)
  return written
}

/** Keeps `archive.json` open. Calls of `saveSettings` must not overlap. */
export function openHead(files: FileLayer, folder: string, head: Head): HeadStore {
  const low = new Low<Head>(adapterOf(files, folder), head)
  return {
    head: () => low.data,
    saveSettings: async change => {
      const before = low.data
      const wanted = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      low.data = { ...before, settings: settingsSchema.parse({ ...before.settings, ...wanted }) }
      const written = await writing(folder, () => low.write())
      if (written.ok) {
        await keepHead(files, folder)
        return success(low.data.settings)
      }
      // lowdb holds the new data although they are not on disk.
      low.data = before
      const onDisk = await readHead(files, folder)
      if (onDisk.ok && onDisk.value.head) low.data = onDisk.value.head
      return written
    },
  }
}
