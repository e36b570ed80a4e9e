import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { ImportItem } from '../../../shared/data/importing.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { clearAbandoned } from '../../disk/abandoned.ts'
import { durableWrite, makeFolders, removeQuietly } from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent } from '../../disk/files.ts'
import { detailOf } from '../../disk/problems.ts'
import { isTemp } from '../../disk/temps.ts'

/** The folder through which processes hand files to the one that has the archive open. */

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

/** What a look at a request gives that another process may take away at any moment. A failing disk is no answer. */
async function textOf(files: FileLayer, path: string): Promise<string | 'unknown' | null> {
  try {
    return (await ifPresent(files.readFile(path)))?.toString('utf8') ?? null
  } catch (error) {
    if (errorCode(error) === null) throw error
    return 'unknown'
  }
}

/** Whether the work was done; an error of the system says no. */
async function could(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (errorCode(error) === null) throw error
    return false
  }
}

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value))

/** Whether the process that holds the archive takes in what others bring. */
export async function takesFiles(files: FileLayer, archive: string): Promise<boolean> {
  return await could(files.readdir(join(archive, folderName)))
}

export type HandedOver = { readonly results: Promise<Outcome<readonly ImportItem[]>> }

/** Asks the process that holds the archive to take these files in. `held`: whether it still does. */
export async function handOver(
  files: FileLayer,
  archive: string,
  paths: readonly string[],
  held: () => Promise<boolean>,
): Promise<Outcome<HandedOver>> {
  const place = join(archive, folderName, randomBytes(8).toString('hex'))
  const request = `${place}.json`
  try {
    await durableWrite(files, request, bytesOf({ paths }))
  } catch (error) {
    if (errorCode(error) === null) throw error
    return failure(message('ingest.notHandedOver', {}, null, detailOf(error)))
  }
  for (let waited = 0; (await textOf(files, request)) !== null; waited += pace) {
    // Whoever removes it first decides: taken by the other, or withdrawn here.
    const given = waited < patience && (waited % 1000 !== 0 || (await held()))
    if (!given && (await could(files.unlink(request)))) return failure(message('ingest.notHandedOver'))
    await wait(pace)
  }
  const results = async (): Promise<Outcome<readonly ImportItem[]>> => {
    for (let waited = 0; ; waited += pace) {
      const text = await textOf(files, `${place}.done`)
      if (text !== null && text !== 'unknown') {
        await removeQuietly(files, `${place}.done`)
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

function parsed(text: string): readonly string[] | null {
  try {
    return asked.parse(JSON.parse(text)).paths
  } catch {
    return null
  }
}

/** Looks for requests every second until it is stopped. */
export function receiveHandOffs(
  files: FileLayer,
  archive: string,
  { take }: Receiving,
  every = 1000,
): { readonly stop: () => void } {
  const folder = join(archive, folderName)
  const underWay = new Set<string>()
  let stopped = false

  /** The request, once it is ours alone; null when it cannot be had at the moment: then the next look tries again. */
  async function taken(name: string): Promise<Request | null> {
    const id = name.replace(/\.(json|taken)$/, '')
    const mine = join(folder, `${id}.taken`)
    if (name.endsWith('.json') && !(await could(files.rename(join(folder, name), mine)))) return null
    const text = await textOf(files, mine)
    if (text === null || text === 'unknown') return null
    const paths = parsed(text)
    if (!paths) await removeQuietly(files, mine)
    return paths && { name: id, paths }
  }

  async function answer({ name, paths }: Request): Promise<void> {
    const items = await take(paths)
    // Whoever asked waits for it, so a disk that takes it later is tried until then. Cut off, the next process begins again: a file
    // taken in twice is a duplicate.
    while (!stopped && !(await could(durableWrite(files, join(folder, `${name}.done`), bytesOf(items)))))
      await wait(every, undefined, { ref: false })
    if (stopped) return
    // Left lying it would be taken again.
    if (await could(files.unlink(join(folder, `${name}.taken`)))) underWay.delete(name)
  }

  /** What nobody fetched for a day: an answer whose asker is gone, or a temporary file of a computer nobody can ask. */
  async function clearOld(name: string): Promise<void> {
    const path = join(folder, name)
    const [found] = await Promise.allSettled([files.stat(path)])
    if (found.status === 'fulfilled' && Date.now() - found.value.mtimeMs > oldAfter) await removeQuietly(files, path)
  }

  async function look(begun: boolean): Promise<void> {
    // Its being there says that somebody looks into it.
    if (begun) await could(makeFolders(files, folder))
    if (begun) await clearAbandoned(files, folder)
    const [listed] = await Promise.allSettled([files.readdir(folder)])
    for (const { name } of listed.status === 'fulfilled' ? listed.value : []) {
      const asks = !isTemp(name) && /\.(json|taken)$/.test(name)
      if (!asks && begun) await clearOld(name)
      if (!asks || underWay.has(name.replace(/\.taken$/, ''))) continue
      const request = await taken(name)
      if (!request) continue
      underWay.add(request.name)
      void answer(request)
    }
    if (!stopped) setTimeout(() => void look(false), every).unref()
  }
  void look(true)
  return {
    stop: () => {
      stopped = true
      // Stays where something is left in it, for the next one.
      void could(files.rmdir(folder))
    },
  }
}
