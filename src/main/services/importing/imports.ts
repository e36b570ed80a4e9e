import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Api } from '../../../shared/api.ts'
import type { ImportAdded } from '../../../shared/data/importing.ts'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import type { Archive } from '../../archive/model.ts'
import type { FileLayer } from '../../disk/files.ts'
import { openBag } from '../../exchange/importBag.ts'
import type { Accept, Queue } from '../../ingest/queue.ts'
import { walkPaths } from '../../ingest/walk.ts'

/** The calls of the import list. */

type ImportCalls = Pick<
  Api,
  | 'import.paths'
  | 'import.choose'
  | 'import.sample'
  | 'import.view'
  | 'import.arrived'
  | 'import.cancel'
  | 'import.retry'
  | 'import.clear'
>

/** What the calls about importing need from outside. */
export type ImportNeeds = {
  readonly archive: Archive
  readonly files: FileLayer
  readonly queue: Queue
  /** Folder of the sample reports. */
  readonly samples: string
  readonly chooseFiles: (what: 'files' | 'folder') => Promise<readonly string[]>
  readonly handOver: (paths: readonly string[]) => Promise<Outcome<unknown>>
}

/** The sample: the first .docx of the samples folder by name. */
async function samplePath(folder: string): Promise<string | null> {
  const names = await readdir(folder).catch(() => [])
  const [first] = names.filter(name => name.endsWith('.docx')).sort()
  return first === undefined ? null : join(folder, first)
}

/** Puts what paths lead to into the queue, bags as what they hold. */
export async function addPaths(
  { archive, files: layer, queue }: Pick<ImportNeeds, 'archive' | 'files' | 'queue'>,
  paths: readonly string[],
): Promise<Outcome<ImportAdded>> {
  const walked = await walkPaths(paths)
  if (!walked.ok) return walked
  const { files, bags } = walked.value
  const acceptBag: Accept = async (item, progress, signal) => {
    const opened = await openBag(item, archive, progress, signal, layer)
    if (!('kind' in opened)) return opened
    return {
      into: opened.content.map(one =>
        one.kind === 'file' ? { path: one.path } : { path: one.path, accept: one.accept },
      ),
    }
  }
  return success(queue.add([...files.map(path => ({ path })), ...bags.map(path => ({ path, accept: acceptBag }))]))
}

/** The calls about importing. An archive that may only be read gives files to the process that holds it, or says why not. */
export function importCalls(needs: ImportNeeds): ImportCalls {
  const { archive, queue, samples, chooseFiles, handOver } = needs
  const add = async (paths: readonly string[]): Promise<Outcome<ImportAdded>> => {
    if (archive.readOnly) {
      const handed = await handOver(paths)
      return failure(handed.ok ? message('ingest.handedOver', { count: paths.length }) : handed.problem)
    }
    return await addPaths(needs, paths)
  }
  return {
    'import.paths': ({ paths }) => add(paths),
    'import.choose': async ({ what }) => {
      const chosen = await chooseFiles(what)
      if (chosen.length === 0) return success({ kind: 'cancelled' })
      const added = await add(chosen)
      return added.ok ? success({ kind: 'added', ...added.value }) : added
    },
    'import.sample': async () => {
      const path = await samplePath(samples)
      return path === null ? failure(message('ingest.noSample', {}, null, samples)) : add([path])
    },
    'import.view': async () => success(queue.view()),
    'import.arrived': async () => success(queue.arrived().length),
    'import.cancel': async ({ items }) => {
      queue.cancel(items)
      return success(null)
    },
    'import.clear': async () => {
      queue.clear()
      return success(null)
    },
    'import.retry': async ({ items }) => {
      if (archive.readOnly) return failure(archive.readOnly)
      queue.retry(items)
      return success(null)
    },
  }
}
