import { createHash } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { basename } from 'node:path'
import { type Message, message } from '../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../shared/outcome.ts'
import { withFile, writeAll } from './durable.ts'
import type { FileLayer, OpenFile } from './files.ts'
import { givenFileProblem, writeProblem } from './problems.ts'

/** Copies a file into a folder and takes its SHA-256 on the way. */

/** No report is larger; a disk image dropped by mistake is. */
const mostBytes = 2 * 1024 ** 3
const chunk = 1024 * 1024

/** A copy that is on disk. `steady` false: the file given changed while it was read, so the copy may be of two versions. */
export type Copied = { readonly sha256: string; readonly bytes: number; readonly steady: boolean }

/** Ends a copy from wherever it stands; becomes an outcome at the door of this module. */
class Refused extends Error {
  readonly problem: Message
  constructor(problem: Message) {
    super(problem.code)
    this.problem = problem
  }
}

/** Two files are at work: a failure says on which side it was. */
type Side = <T>(work: Promise<T>) => Promise<T>
const side =
  (toProblem: (error: unknown) => Message): Side =>
  async work => {
    try {
      return await work
    } catch (error) {
      throw new Refused(toProblem(error))
    }
  }

function refuseUnsuitable(path: string, stats: Stats): void {
  const file = basename(path)
  if (stats.isDirectory()) throw new Refused(message('archive.fileIsFolder', { file }))
  if (!stats.isFile()) throw new Refused(message('archive.fileIsSpecial', { file }))
  refuseLarge(path, stats.size)
}

function refuseLarge(path: string, bytes: number): void {
  if (bytes > mostBytes)
    throw new Refused(message('archive.fileTooLarge', { file: basename(path), gigabytes: mostBytes / 1024 ** 3 }))
}

/** Copies a file into the new file `temp` while hashing it, and has it on disk, read-only. The caller removes `temp` on failure. */
export async function copyHashed(
  files: FileLayer,
  folder: string,
  path: string,
  temp: string,
  signal: AbortSignal,
): Promise<Outcome<Copied>> {
  const reading = side(error => givenFileProblem(error, path))
  const storing = side(error => writeProblem(error, folder, basename(path)))

  const copy = async (given: OpenFile, target: OpenFile, before: Stats): Promise<Copied> => {
    const hash = createHash('sha256')
    const buffer = Buffer.alloc(chunk)
    let bytes = 0
    for (;;) {
      if (signal.aborted) throw new Refused(message('archive.cancelled', { file: basename(path) }))
      const got = await reading(given.read(buffer, 0, chunk))
      if (got === 0) break
      bytes += got
      refuseLarge(path, bytes)
      const part = buffer.subarray(0, got)
      hash.update(part)
      await storing(writeAll(target, part))
    }
    const after = await reading(given.stat())
    const steady = bytes === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs
    await storing(target.chmod(0o444))
    await storing(target.sync())
    return { sha256: hash.digest('hex'), bytes, steady }
  }

  try {
    // Looked at before opening: opening some devices does things.
    refuseUnsuitable(path, await reading(files.stat(path)))
    // O_NONBLOCK: should a pipe have taken the file's place meanwhile, opening it must not wait for a writer. (0 on Windows.)
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
    const copied = await withFile(reading(files.open(path, flags)), async given => {
      const before = await reading(given.stat())
      refuseUnsuitable(path, before)
      return await withFile(storing(files.open(temp, 'wx')), target => copy(given, target, before))
    })
    return success(copied)
  } catch (error) {
    if (error instanceof Refused) return failure(error.problem)
    throw error
  }
}
