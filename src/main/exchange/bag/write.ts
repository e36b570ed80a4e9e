import { createHash } from 'node:crypto'
import { dirname, join, relative, resolve } from 'node:path'
import { message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'
import { clearAbandoned } from '../../disk/abandoned.ts'
import {
  closeQuietly,
  makeFolder,
  removeQuietly,
  renameDurably,
  syncFolder,
  writeAll,
  writeNew,
} from '../../disk/durable.ts'
import { type FileLayer, ifPresent, listFolder } from '../../disk/files.ts'
import { removeTree } from '../../disk/removeTree.ts'
import { abandonTemp, tempBeside } from '../../disk/temps.ts'
import { targetProblem } from '../writeOut.ts'
import { checkBag } from './check.ts'
import {
  declarationName,
  declarationText,
  type InfoElement,
  infoName,
  infoText,
  manifestLine,
  manifestName,
} from './tagFiles.ts'

/** Writes a bag (BagIt, RFC 8493): payload, manifests and tag files. */

/** The algorithms of our bags: sha512 is what RFC 8493 recommends, sha256 is what archives in China ask for. */
const made = ['sha256', 'sha512'] as const
type Made = Readonly<Record<(typeof made)[number], string>>

/** One payload file: its bytes, or a copy of a file that must have this SHA-256. */
export type Payload =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly copyOf: string; readonly sha256: string }

export type BagWriting = {
  /** Adds a file. False: the copy did not have its SHA-256; nothing was added. */
  readonly put: (file: Payload) => Promise<boolean>
  readonly signal: AbortSignal
}

export type Written = { readonly folder: string; readonly files: number; readonly bytes: number }

export type WriteOptions = {
  readonly files: FileLayer
  /** A folder that the bag may not lie in. */
  readonly outside: string
  /** Called while what was written is read back. */
  readonly checking?: (done: number, of: number) => void
  readonly signal: AbortSignal
}

/**
 * Writes a bag whole or not at all: into a temporary folder beside it, every file and folder flushed to the disk, all of it read back
 * and checked, and then renamed. What a killed process left of such a folder there goes first. `fill` puts the payload in and says what bag-info.txt tells; a problem from it ends the writing.
 */
export async function writeBag(
  target: string,
  fill: (writing: BagWriting) => Promise<Outcome<readonly InfoElement[]>>,
  options: WriteOptions,
): Promise<Outcome<Written>> {
  const { files, signal } = options
  const folder = resolve(target)
  const temp = tempBeside(folder)
  const within = (outer: string) => !relative(outer, folder).startsWith('..')
  if (within(options.outside)) return failure(message('export.insideArchive', { folder }))
  const lines: { path: string; digests: Made }[] = []
  let bytes = 0
  try {
    const present = await ifPresent(files.stat(folder))
    const taken = present !== null && (!present.isDirectory() || (await listFolder(files, folder)).length > 0)
    if (taken) return failure(message('export.targetTaken', { folder }))
    await clearAbandoned(files, dirname(folder))
    await makeFolder(files, temp)
    const folders = new Set([temp])
    const filled = await fill({
      signal,
      put: async file => {
        await makeParents(files, temp, file.path, folders)
        const put = await putFile(files, join(temp, file.path), file)
        if (!put) return false
        lines.push({ path: file.path, digests: put.digests })
        bytes += put.bytes
        return true
      },
    })
    if (!filled.ok) return filled
    if (signal.aborted) return failure(message('export.cancelled', { folder }))

    const oxum: InfoElement = ['Payload-Oxum', `${bytes}.${lines.length}`]
    const tags = new Map([
      [declarationName, declarationText],
      [infoName, infoText([...filled.value, ['Bag-Size', sizeText(bytes)], oxum])],
      ...made.map(name => [manifestName(name), manifestText(lines, name)] as const),
    ])
    for (const [name, text] of [...tags, ...tagManifests(tags)])
      await writeNew(files, join(temp, name), Buffer.from(text))
    for (const path of folders) await syncFolder(files, path)

    const check = await checkBag(temp, { files, signal, ...(options.checking ? { progress: options.checking } : {}) })
    if (check.kind === 'cancelled') return failure(message('export.cancelled', { folder }))
    if (check.kind === 'refused')
      return failure(message('export.notAsWritten', { folder }, null, JSON.stringify(check.problems[0])))
    if (present !== null) await files.rmdir(folder)
    await renameDurably(files, temp, folder)
    await syncFolder(files, dirname(folder))
    return success({ folder, files: lines.length, bytes })
  } catch (error) {
    return failure(targetProblem(error, folder))
  } finally {
    // Gone after a success: then this finds nothing.
    await removeTree(files, temp)
    abandonTemp(temp)
  }
}

async function makeParents(files: FileLayer, root: string, path: string, made: Set<string>): Promise<void> {
  let folder = root
  for (const part of dirname(path).split('/')) {
    folder = join(folder, part)
    if (made.has(folder)) continue
    await files.mkdir(folder)
    made.add(folder)
  }
}

async function putFile(
  files: FileLayer,
  path: string,
  file: Payload,
): Promise<{ readonly digests: Made; readonly bytes: number } | null> {
  const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512') }
  const take = (part: Uint8Array) => {
    for (const name of made) hashes[name].update(part)
  }
  const digests = (): Made => ({ sha256: hashes.sha256.digest('hex'), sha512: hashes.sha512.digest('hex') })
  if ('bytes' in file) {
    take(file.bytes)
    await writeNew(files, path, file.bytes)
    return { digests: digests(), bytes: file.bytes.length }
  }
  const bytes = await copyFile(files, file.copyOf, path, take)
  const taken = digests()
  if (taken.sha256 === file.sha256) return { digests: taken, bytes }
  await files.unlink(path)
  return null
}

async function copyFile(files: FileLayer, from: string, to: string, take: (part: Uint8Array) => void): Promise<number> {
  const buffer = Buffer.alloc(256 * 1024)
  const source = await files.open(from, 'r')
  let bytes = 0
  try {
    const target = await files.open(to, 'wx')
    try {
      for (;;) {
        const got = await source.read(buffer, 0, buffer.length)
        if (got === 0) break
        const part = buffer.subarray(0, got)
        take(part)
        await writeAll(target, part)
        bytes += got
      }
      await target.sync()
    } catch (error) {
      // A file that is not whole would stand in no manifest.
      await removeQuietly(files, to)
      throw error
    } finally {
      await closeQuietly(target)
    }
  } finally {
    await closeQuietly(source)
  }
  return bytes
}

/** Sorted by path, so that the same content always makes the same manifest. */
function manifestText(lines: readonly { path: string; digests: Made }[], algorithm: keyof Made): string {
  return lines
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, digests }) => manifestLine(digests[algorithm], path))
    .join('')
}

function tagManifests(tags: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return made.map(algorithm => {
    const lines = [...tags].map(([name, text]) => manifestLine(createHash(algorithm).update(text).digest('hex'), name))
    return [manifestName(algorithm, 'tags'), lines.join('')] as const
  })
}

/** Bag-Size is for people: 1.3 MB. */
function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return `${step === 0 ? bytes : (bytes / 1000 ** step).toFixed(1)} ${units[step]}`
}
