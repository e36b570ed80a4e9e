import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { ImportItem } from '../../shared/importing.ts'
import { message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'

/**
 * Files for an archive that another process on this computer is writing: the request is left in the archive's folder `handoff`, where
 * that process looks every second. A folder works alike on every system and needs no network. One request is
 * `<id>.json` (asked), then `<id>.taken` (renaming it is what takes it, so that only one can), then `<id>.done` with what became of each file.
 */
const folderName = 'handoff'
const asked = z.object({ paths: z.array(z.string()).min(1) })

type Request = { readonly name: string; readonly paths: readonly string[] }

/** How long the other process has to take a request before it is withdrawn: it looks every second, but may be busy. */
const patience = 15_000
const pace = 100
const oldAfter = 24 * 60 * 60 * 1000

async function writeWhole(path: string, value: unknown): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(value))
  await rename(`${path}.new`, path)
}

const textOf = (path: string) => readFile(path, 'utf8').catch(() => null)
const gone = (path: string) =>
  unlink(path).then(
    () => true,
    () => false,
  )

/** Whether the process that holds the archive takes in what others bring. */
export const takesFiles = (archive: string): Promise<boolean> =>
  stat(join(archive, folderName)).then(
    found => found.isDirectory(),
    () => false,
  )

export type Given = { readonly results: Promise<Outcome<readonly ImportItem[]>> }

/** Asks the process that holds the archive to take these files in. `held`: whether it still does. */
export async function handOver(
  archive: string,
  paths: readonly string[],
  held: () => Promise<boolean>,
): Promise<Outcome<Given>> {
  const folder = join(archive, folderName)
  const place = join(folder, randomBytes(8).toString('hex'))
  try {
    await writeWhole(`${place}.json`, { paths })
  } catch (error) {
    return failure(message('ingest.notHandedOver', {}, null, error instanceof Error ? error.message : ''))
  }
  for (let waited = 0; (await textOf(`${place}.json`)) !== null; waited += pace) {
    // Whoever removes it first decides: taken by the other, or withdrawn here.
    const given = waited < patience && (waited % 1000 !== 0 || (await held()))
    if (!given && (await gone(`${place}.json`))) return failure(message('ingest.notHandedOver'))
    await wait(pace)
  }
  const results = async (): Promise<Outcome<readonly ImportItem[]>> => {
    for (let waited = 0; ; waited += pace) {
      const text = await textOf(`${place}.done`)
      if (text !== null) {
        await gone(`${place}.done`)
        // Written by the same version of this file, or by one that reads the same contract.
        return success(JSON.parse(text) as readonly ImportItem[])
      }
      if (waited % 2000 === 0 && !(await held())) return failure(message('ingest.holderGone'))
      await wait(pace)
    }
  }
  return success({ results: results() })
}

export type Receiving = {
  /** Takes files in; answers with what becomes of each once all have ended. */
  readonly take: (paths: readonly string[]) => Promise<readonly ImportItem[]>
}

/** Looks for requests once; each is answered in its own time. */
async function receiveOnce(folder: string, { take }: Receiving, begun: boolean): Promise<readonly Promise<void>[]> {
  const names = await readdir(folder).catch(() => [])
  const requests: Request[] = []
  for (const name of names) {
    const path = join(folder, name)
    // What the process before this one took and did not finish is begun again: a file taken in twice is a duplicate.
    const left = begun && name.endsWith('.taken')
    if (begun && !left && !name.endsWith('.json') && (await isOld(path))) await rm(path, { force: true })
    if (!left && !name.endsWith('.json')) continue
    const id = name.replace(/\.(json|taken)$/, '')
    const taken = join(folder, `${id}.taken`)
    const mine =
      left ||
      (await rename(path, taken).then(
        () => true,
        () => false,
      ))
    const text = mine ? await textOf(taken) : null
    if (text === null) continue
    const request = parsed(text)
    if (request) requests.push({ name: id, paths: request })
    else await rm(taken, { force: true })
  }
  return requests.map(async ({ name, paths }) => {
    const items = await take(paths)
    await writeWhole(join(folder, `${name}.done`), items)
    await rm(join(folder, `${name}.taken`), { force: true })
  })
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > oldAfter
}

function parsed(text: string): readonly string[] | null {
  try {
    return asked.parse(JSON.parse(text)).paths
  } catch {
    return null
  }
}

/** Looks for requests every second until it is stopped. */
export function receiveHandOffs(archive: string, receiving: Receiving, every = 1000): { readonly stop: () => void } {
  const folder = join(archive, folderName)
  let stopped = false
  const look = async (begun: boolean): Promise<void> => {
    // Its being there says that somebody looks into it.
    if (begun) await mkdir(folder, { recursive: true }).catch(() => undefined)
    const answers = await receiveOnce(folder, receiving, begun)
    // Should an answer not be written, whoever asked sees in the archive what became of the files.
    for (const answer of answers) answer.catch(() => undefined)
    if (!stopped) setTimeout(() => void look(false), every).unref()
  }
  void look(true)
  return {
    stop: () => {
      stopped = true
      // Stays where something is left in it, for the next one.
      void rmdir(folder).catch(() => undefined)
    },
  }
}
