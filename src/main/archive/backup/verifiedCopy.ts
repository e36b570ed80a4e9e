import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import {
  makeFolders,
  removeQuietly,
  renameDurably,
  syncFolder,
  withFile,
  writeAll,
  writeNew,
} from '../../disk/durable.ts'
import { errorCode, type FileLayer, ifPresent, type OpenFile } from '../../disk/files.ts'
import { detailOf } from '../../disk/problems.ts'
import { tempBeside } from '../../disk/temps.ts'

/** Bytes that were written; null where the same bytes were there already. */
export type BytesWritten = number | null

/** What was read back is not what was written. */
class NotWritten extends Error {
  readonly code = 'EIO'
}

/** The file to be copied cannot be read, or is not what it must be: named and left out, or else the copying fails. */
export class NotCopied extends Error {
  readonly code = 'EIO'
  readonly why: 'missing' | 'unreadable' | 'altered'
  constructor(why: NotCopied['why'], detail: string) {
    super(detail)
    this.why = why
  }
}

const altered = () => new NotCopied('altered', 'its SHA-256 is another')

const chunk = 1024 * 1024

async function reading<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = errorCode(error)
    if (code === null) throw error
    throw new NotCopied(code === 'ENOENT' ? 'missing' : 'unreadable', detailOf(error))
  }
}

/** Gives the first `length` bytes of a file part by part. Returns their SHA-256. */
async function through(file: OpenFile, length: number, each: (part: Uint8Array) => Promise<void>): Promise<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(Math.min(chunk, Math.max(1, length)))
  for (let left = length; left > 0; ) {
    const got = await reading(file.read(buffer, 0, Math.min(buffer.length, left)))
    if (got === 0) break
    const part = buffer.subarray(0, got)
    hash.update(part)
    await each(part)
    left -= got
  }
  return hash.digest('hex')
}

const nothing = async () => undefined

/** SHA-256 of a file's first `length` bytes, or of all; null where there is none. */
async function hashOf(files: FileLayer, path: string, length = Number.MAX_SAFE_INTEGER): Promise<string | null> {
  if ((await ifPresent(files.stat(path))) === null) return null
  return await withFile(files.open(path, 'r'), file => through(file, length, nothing))
}

/** Whether a file holds the first `length` bytes of another, or all of them. */
export async function holdsSame(files: FileLayer, from: string, to: string, length?: number): Promise<boolean> {
  const there = await hashOf(files, to)
  return there !== null && there === (await hashOf(files, from, length))
}

/** Puts a finished temporary file in place, unless reading it back gives other bytes than were written. */
async function publish(files: FileLayer, temp: string, to: string, hash: string): Promise<void> {
  try {
    if ((await hashOf(files, temp)) !== hash) throw new NotWritten(to)
    await renameDurably(files, temp, to)
  } catch (error) {
    await removeQuietly(files, temp)
    // Whatever failed here, it was the disk that is written to.
    throw error instanceof NotCopied ? new NotWritten(error.message) : error
  }
  await syncFolder(files, dirname(to))
}

/** Writes small contents. */
export async function writeVerified(files: FileLayer, to: string, content: Buffer): Promise<BytesWritten> {
  if ((await ifPresent(files.readFile(to)))?.equals(content)) return null
  await makeFolders(files, dirname(to))
  const temp = tempBeside(to)
  await writeNew(files, temp, content)
  await publish(files, temp, to, createHash('sha256').update(content).digest('hex'))
  return content.length
}

/**
 * Copies the first `length` bytes of a file, or all, without holding them in memory. `expected`: their SHA-256 must be this. Throws
 * `NotCopied` for a file that cannot be read or is another; then nothing was written.
 */
export async function copyVerified(
  files: FileLayer,
  from: string,
  to: string,
  { length = Number.MAX_SAFE_INTEGER, expected }: { readonly length?: number; readonly expected?: string },
): Promise<BytesWritten> {
  const there = await hashOf(files, to)
  if (there !== null) {
    const given = await withFile(reading(files.open(from, 'r')), file => through(file, length, nothing))
    if (expected !== undefined && given !== expected) throw altered()
    if (given === there) return null
  }
  await makeFolders(files, dirname(to))
  const temp = tempBeside(to)
  let bytes = 0
  const copy = (given: OpenFile) =>
    withFile(files.open(temp, 'wx'), async target => {
      const hash = await through(given, length, async part => {
        await writeAll(target, part)
        bytes += part.length
      })
      if (expected !== undefined && hash !== expected) throw altered()
      await target.sync()
      return hash
    })
  let hash: string
  try {
    hash = await withFile(reading(files.open(from, 'r')), copy)
  } catch (error) {
    await removeQuietly(files, temp)
    throw error
  }
  await publish(files, temp, to, hash)
  return bytes
}
