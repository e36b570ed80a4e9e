import { dirname, relative, resolve } from 'node:path'
import type { RecordId } from '../../shared/data/record.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import { clearAbandoned } from '../disk/abandoned.ts'
import { closeQuietly, removeQuietly, renameDurably, syncFolder, writeAll } from '../disk/durable.ts'
import { ifPresent, realFiles } from '../disk/files.ts'
import { tempBeside } from '../disk/temps.ts'
import type { Written } from './bag/write.ts'
import { cellsCsv, csvHead } from './cellsCsv.ts'
import type { Exporting } from './exportBag.ts'
import { targetProblem } from './writeOut.ts'

/** Writes the cells of records into one CSV file, whole or not at all. A record that cannot be read is left out and named. */
export async function exportCsv(
  ids: readonly RecordId[],
  target: string,
  { archive, files = realFiles, progress, signal }: Exporting,
): Promise<Outcome<Written & { readonly records: number; readonly problems: readonly Message[] }>> {
  const folder = resolve(target)
  if (ids.length === 0) return failure(message('export.nothing'))
  if (!relative(archive.folder, folder).startsWith('..')) return failure(message('export.insideArchive', { folder }))
  const temp = tempBeside(folder)
  const problems: Message[] = []
  let bytes = 0
  try {
    if ((await ifPresent(files.stat(folder))) !== null) return failure(message('export.targetTaken', { folder }))
    await clearAbandoned(files, dirname(folder))
    const file = await files.open(temp, 'wx')
    try {
      const write = async (text: string) => {
        const part = Buffer.from(text)
        await writeAll(file, part)
        bytes += part.length
      }
      await write(csvHead)
      for (const [index, id] of ids.entries()) {
        if (signal.aborted) return failure(message('export.cancelled', { folder }))
        const read = await archive.record(id)
        if (read.ok) await write(cellsCsv(read.value))
        else problems.push(read.problem)
        progress?.('write', index + 1, ids.length)
      }
      await file.sync()
    } finally {
      await closeQuietly(file)
    }
    await renameDurably(files, temp, folder)
    await syncFolder(files, dirname(folder))
    return success({ folder, files: 1, bytes, records: ids.length - problems.length, problems })
  } catch (error) {
    return failure(targetProblem(error, folder))
  } finally {
    await removeQuietly(files, temp)
  }
}
