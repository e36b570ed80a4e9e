import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { type Message, message } from '../../../shared/messages/index.ts'
import { errorCode, type FileLayer } from '../../disk/files.ts'
import { detailOf } from '../../disk/problems.ts'
import { digestFile } from './digests.ts'
import { type Listed, type Manifests, readManifests } from './manifests.ts'
import {
  type Algorithm,
  algorithms,
  type Declaration,
  declarationName,
  fetchName,
  type InfoElement,
  infoName,
  infoValue,
  manifestName,
  parseDeclaration,
  parseInfo,
} from './tagFiles.ts'
import { mostFiles, readTree } from './tree.ts'

/** A bag that is complete and valid: every file named is there with its digest, and no other is. */
export type Bag = {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly info: readonly InfoElement[]
  /** Payload files by path (`data/…`), with their sizes. */
  readonly payload: ReadonlyMap<string, number>
  /** SHA-256 of its strongest payload manifest: what the bag held, in one digest. */
  readonly digest: string
  readonly algorithms: readonly Algorithm[]
}

export type BagCheck =
  | { readonly kind: 'valid'; readonly bag: Bag }
  /** At least one problem, each naming what is wrong. */
  | { readonly kind: 'refused'; readonly problems: readonly Message[] }
  | { readonly kind: 'cancelled' }

export type CheckOptions = {
  readonly files: FileLayer
  readonly progress?: (done: number, of: number) => void
  readonly signal: AbortSignal
}

/** What is told of a damaged bag; a wholly wrong one must not fill a window. */
const mostProblems = 100
/** A manifest of two million lines is smaller. */
const mostManifestBytes = 400 * 1024 * 1024
const versions = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])

function decode(bytes: Buffer, encoding: string): string {
  if (/^utf-?16$/i.test(encoding) && bytes[0] === 0xfe) return decode(bytes, 'utf-16be')
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}

/** Checks one bag whole. Opens nothing but files that lie in its folder, and never writes. */
export async function checkBag(folder: string, { files, progress, signal }: CheckOptions): Promise<BagCheck> {
  const bag = basename(folder)
  const refused = (...problems: readonly Message[]): BagCheck => ({
    kind: 'refused',
    problems: problems.slice(0, mostProblems),
  })
  const unreadable = (error: unknown, file: string): Message => {
    // A text that is not in its encoding is Node's error, and the file's fault.
    if (errorCode(error) === null && !(error instanceof TypeError)) throw error
    return message('bag.unreadable', { bag, file }, null, detailOf(error))
  }

  async function readText(name: string, encoding: string): Promise<string | Message> {
    try {
      if ((await files.stat(join(folder, name))).size > mostManifestBytes)
        return message('bag.unreadable', { bag, file: name })
      return decode(await files.readFile(join(folder, name)), encoding)
    } catch (error) {
      return unreadable(error, name)
    }
  }

  async function declaration(present: ReadonlySet<string>): Promise<Declaration | Message> {
    if (!present.has(declarationName)) return message('bag.noDeclaration', { bag })
    const bytes = await files.readFile(join(folder, declarationName))
    // A byte order mark is forbidden (2.1.1); the decoder would take it off.
    const declared = bytes[0] === 0xef ? null : parseDeclaration(bytes.toString('utf8'))
    if (!declared || !versions.has(declared.version))
      return message('bag.badDeclaration', { bag }, null, bytes.toString('utf8').slice(0, 200))
    try {
      decode(Buffer.alloc(0), declared.encoding)
    } catch {
      return message('bag.badDeclaration', { bag }, null, declared.encoding)
    }
    return declared
  }

  try {
    const tree = await readTree(files, folder)
    const [special] = tree.special
    if (tree.tooMany) return refused(message('bag.tooMany', { bag, count: mostFiles }))
    if (special !== undefined) return refused(...tree.special.map(file => message('bag.special', { bag, file })))
    const present = new Set(tree.files)
    const declared = await declaration(present)
    if (!('version' in declared)) return refused(declared)
    if (present.has(fetchName)) return refused(message('bag.fetch', { bag }))

    const read = (name: string) => readText(name, declared.encoding)
    const manifests = await readManifests(tree.files, declared.version === '1.0', bag, read)
    const problems = [...manifests.problems, ...differences(tree.files, manifests, bag)]
    const info = present.has(infoName) ? await read(infoName) : ''
    const elements = typeof info === 'string' ? parseInfo(info) : []
    if (typeof info !== 'string') problems.push(info)
    if (elements === null) problems.push(message('bag.badInfo', { bag }))
    if (problems.length > 0) return refused(...problems)

    const payload = new Map<string, number>()
    const due = [...manifests.payload, ...manifests.tags]
    let done = 0
    for (const [file, expected] of due) {
      const wanted = algorithms.filter(name => expected[name] !== undefined)
      try {
        const found = await digestFile(files, join(folder, file), wanted, signal)
        if (found === null) return { kind: 'cancelled' }
        if (wanted.some(name => found.of[name] !== expected[name])) problems.push(message('bag.altered', { bag, file }))
        if (file.startsWith('data/')) payload.set(file, found.bytes)
      } catch (error) {
        problems.push(unreadable(error, file))
      }
      progress?.(++done, due.length)
      if (problems.length >= mostProblems) break
    }
    if (problems.length === 0) problems.push(...oxumProblem(elements ?? [], payload, bag))
    if (problems.length > 0) return refused(...problems)
    return {
      kind: 'valid',
      bag: {
        ...{ folder, name: bag, version: declared.version, info: elements ?? [], payload },
        digest: await manifestDigest(present),
        algorithms: manifests.used,
      },
    }
  } catch (error) {
    return refused(unreadable(error, ''))
  }

  async function manifestDigest(present: ReadonlySet<string>): Promise<string> {
    const strongest = algorithms.map(name => manifestName(name)).find(name => present.has(name)) ?? declarationName
    return createHash('sha256')
      .update(await files.readFile(join(folder, strongest)))
      .digest('hex')
  }
}

/** Files that are named and not there, and payload files that are there and not named. Tag files need not be named. */
function differences(present: readonly string[], { payload, tags }: Manifests, bag: string): readonly Message[] {
  const there = new Set(present)
  const missing = (listed: Listed) => [...listed.keys()].filter(file => !there.has(file))
  return [
    ...[...missing(payload), ...missing(tags)].map(file => message('bag.missing', { bag, file })),
    ...present
      .filter(file => file.startsWith('data/') && !payload.has(file))
      .map(file => message('bag.extra', { bag, file })),
  ]
}

/** Payload-Oxum (2.2.2): octets and number of all payload files. */
function oxumProblem(
  info: readonly InfoElement[],
  payload: ReadonlyMap<string, number>,
  bag: string,
): readonly Message[] {
  const told = infoValue(info, 'Payload-Oxum')
  let bytes = 0
  for (const size of payload.values()) bytes += size
  const found = `${bytes}.${payload.size}`
  return told === null || told === found ? [] : [message('bag.oxum', { bag, told, found })]
}
