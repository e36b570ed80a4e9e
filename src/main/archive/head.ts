import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { languages, type Settings, themes } from '../../shared/api.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import { DurableJson, NotJson } from './adapter.ts'
import { errorCode, type FileLayer } from './files.ts'
import { headName } from './layout.ts'
import { detailOf, writing } from './problems.ts'

/** Version of the archive's layout on disk. */
export const archiveSchema = 1

/** A preference that cannot be read falls back by itself: it must not bar the way to the archive. */
const settingsSchema = z
  .object({
    language: z.enum(languages).catch('zh'),
    theme: z.enum(themes).catch('system'),
    who: z.string().catch(''),
  })
  .catch({ language: 'zh', theme: 'system', who: '' })

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
    settings: settingsSchema.parse({}),
  }
}

/** Reads `archive.json`; null where there is none. A damaged one is a problem and is never written over. */
export async function readHead(files: FileLayer, folder: string): Promise<Outcome<Head | null>> {
  const damaged = (detail: string): { readonly ok: false; readonly problem: Message } =>
    failure(message('archive.damagedHead', { folder }, null, detail))
  let data: unknown
  try {
    data = await new DurableJson<unknown>(files, join(folder, headName)).read()
  } catch (error) {
    if (error instanceof NotJson) return damaged(detailOf(error.cause))
    if (errorCode(error) === null) throw error
    return failure(message('archive.cannotOpen', { folder }, null, detailOf(error)))
  }
  if (data === null) return success(null)
  const head = headSchema.safeParse(data)
  return head.success ? success(head.data) : damaged(z.prettifyError(head.error))
}

/** Writes a head as it is. */
export function writeHead(files: FileLayer, folder: string, head: Head): Promise<Outcome<void>> {
  return writing(folder, () => new Low<Head>(new DurableJson(files, join(folder, headName)), head).write())
}

/** Keeps `archive.json` open. Calls of `saveSettings` must not overlap. */
export function openHead(files: FileLayer, folder: string, head: Head): HeadStore {
  const low = new Low<Head>(new DurableJson(files, join(folder, headName)), head)
  return {
    head: () => low.data,
    saveSettings: async change => {
      const before = low.data
      const wanted = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
      low.data = { ...before, settings: settingsSchema.parse({ ...before.settings, ...wanted }) }
      const written = await writing(folder, () => low.write())
      if (written.ok) return success(low.data.settings)
      // lowdb holds the new data although they are not on disk.
      low.data = before
      const onDisk = await readHead(files, folder)
      if (onDisk.ok && onDisk.value) low.data = onDisk.value
      return written
    },
  }
}
