/**
 * A disk that remembers what is safe and what is not: the real file system, with a record of every change and a model of what a
 * power cut would leave. A file's bytes are safe after its fsync, a name (made, renamed, removed; of a file or of a folder) after the
 * fsync of the folder it stands in: a folder whose own name is not safe is lost with all in it.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { type FileLayer, realFiles } from '../../src/main/disk/files.ts'

type File = { readonly kind: 'file'; safe: Buffer; now: Buffer; pending: Pending[] }
type Pending =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly at: number }
type Folder = {
  readonly kind: 'folder'
  readonly safe: Map<string, Node>
  readonly now: Map<string, Node>
  pending: Named[]
}
type Node = File | Folder
/** A change of names in one folder; `set` null removes. A rename within a folder is one change. */
type Named = readonly { readonly name: string; readonly set: Node | null }[]

/**
 * dropped: nothing that was not synced is there. torn: everything is, but the last unsynced write only half. reordered: of
 * everything unsynced any part is there, holes read as zeros.
 */
export const cuts = ['dropped', 'torn', 'reordered'] as const
export type Cut = (typeof cuts)[number]

function apply(bytes: Buffer, change: Pending): Buffer {
  if (change.kind === 'cut') return Buffer.from(bytes.subarray(0, change.at))
  const length = Math.max(bytes.length, change.at + change.bytes.length)
  const next = Buffer.alloc(length)
  bytes.copy(next)
  change.bytes.copy(next, change.at)
  return next
}

export type CrashDisk = {
  readonly files: FileLayer
  /** Files after a power cut at this moment, by their path. A folder without files is as good as none. */
  readonly image: (cut: Cut, random: () => number) => ReadonlyMap<string, Buffer>
}

const newFile = (): File => ({ kind: 'file', safe: Buffer.alloc(0), now: Buffer.alloc(0), pending: [] })
const newFolder = (): Folder => ({ kind: 'folder', safe: new Map(), now: new Map(), pending: [] })

function rename(names: Map<string, Node>, changes: Named): void {
  for (const { name, set } of changes) set ? names.set(name, set) : names.delete(name)
}

/** `onChange` is called before every change of the disk: the moment a crash may come. `root` itself is safe. */
export function crashDisk(root: string, onChange: () => Promise<void>): CrashDisk {
  const top = newFolder()
  let last: { readonly node: File; readonly change: Pending } | null = null
  const ours = (path: string) => !relative(root, path).startsWith('..')
  const nodeAt = (path: string): Node | undefined => {
    let node: Node | undefined = top
    for (const part of relative(root, path).split(sep))
      if (part !== '') node = node?.kind === 'folder' ? node.now.get(part) : undefined
    return node
  }
  /** Names in the folder that a path stands in; each is the last part of a path. */
  const name = (path: string, ...changes: { readonly name: string; readonly set: Node | null }[]) => {
    const folder = ours(path) ? nodeAt(dirname(path)) : undefined
    if (folder?.kind !== 'folder' || path === root) return
    const named = changes.map(({ name: changed, set }) => ({ name: basename(changed), set }))
    rename(folder.now, named)
    folder.pending.push(named)
  }
  const change = (node: File, pending: Pending) => {
    node.now = apply(node.now, pending)
    node.pending.push(pending)
    last = { node, change: pending }
  }

  const files: FileLayer = {
    ...realFiles,
    open: async (path, flags, mode) => {
      const creating = ours(path) && (flags === 'wx' || flags === 'a')
      if (creating) await onChange()
      const file = await realFiles.open(path, flags, mode)
      if (!ours(path)) return file
      if (creating && !nodeAt(path)) name(path, { name: path, set: newFile() })
      const node = nodeAt(path)
      let at = 0
      return {
        ...file,
        write: async (buffer, offset, length) => {
          await onChange()
          const written = await file.write(buffer, offset, length)
          if (node?.kind === 'file') {
            const start = flags === 'a' ? node.now.length : at
            change(node, { kind: 'write', at: start, bytes: Buffer.from(buffer.subarray(offset, offset + written)) })
            at += written
          }
          return written
        },
        truncate: async length => {
          await onChange()
          await file.truncate(length)
          if (node?.kind === 'file') change(node, { kind: 'cut', at: length })
        },
        sync: async () => {
          await onChange()
          const settled = new Set<Pending | Named>(node?.pending)
          await file.sync()
          // What came while it was under way is not safe yet; another sync may have ended before this one.
          if (node?.kind === 'file') {
            node.safe = node.pending.filter(item => settled.has(item)).reduce(apply, node.safe)
            node.pending = node.pending.filter(item => !settled.has(item))
          } else if (node) {
            for (const changes of node.pending) if (settled.has(changes)) rename(node.safe, changes)
            node.pending = node.pending.filter(changes => !settled.has(changes))
          }
        },
      }
    },
    mkdir: async path => {
      await onChange()
      await realFiles.mkdir(path)
      name(path, { name: path, set: newFolder() })
    },
    rename: async (from, to) => {
      await onChange()
      await realFiles.rename(from, to)
      const node = nodeAt(from)
      if (!node) return
      if (dirname(from) === dirname(to)) name(to, { name: to, set: node }, { name: from, set: null })
      else {
        name(to, { name: to, set: node })
        name(from, { name: from, set: null })
      }
    },
    link: async (from, to) => {
      await onChange()
      await realFiles.link(from, to)
      const node = nodeAt(from)
      if (node) name(to, { name: to, set: node })
    },
    unlink: async path => {
      await onChange()
      await realFiles.unlink(path)
      name(path, { name: path, set: null })
    },
    rmdir: async path => {
      await onChange()
      await realFiles.rmdir(path)
      name(path, { name: path, set: null })
    },
  }

  return {
    files,
    image: (cut, random) => {
      const found = new Map<string, Buffer>()
      const contents = new Map<File, Buffer>()
      const half = (pending: Pending): Pending =>
        pending.kind === 'write' ? { ...pending, bytes: pending.bytes.subarray(0, pending.bytes.length >> 1) } : pending
      const bytesOf = (node: File): Buffer => {
        const known = contents.get(node)
        if (known) return known
        let bytes = node.safe
        if (cut === 'reordered') for (const item of node.pending) bytes = random() < 0.5 ? apply(bytes, item) : bytes
        if (cut === 'torn')
          for (const item of node.pending) bytes = apply(bytes, last?.change === item ? half(item) : item)
        contents.set(node, bytes)
        return bytes
      }
      const look = (folder: Folder, path: string): void => {
        const names = new Map(folder.safe)
        for (const changes of folder.pending)
          if (cut === 'torn' || (cut === 'reordered' && random() < 0.5)) rename(names, changes)
        for (const [part, node] of names)
          if (node.kind === 'file') found.set(join(path, part), bytesOf(node))
          else look(node, join(path, part))
      }
      look(top, '')
      return found
    },
  }
}

/** Writes an image into an empty folder. */
export async function putImage(image: ReadonlyMap<string, Buffer>, folder: string): Promise<void> {
  for (const [path, bytes] of image) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
}
