/**
 * A disk that remembers what is safe and what is not: the real file system, with a record of every change and a model of what a
 * power cut would leave. A file's bytes are safe after its fsync, a name (created, renamed, removed) after the fsync of its folder.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type FileLayer, realFiles } from '../../src/main/archive/files.ts'

type Node = { safe: Buffer; now: Buffer; pending: Pending[] }
type Pending =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly at: number }
type Folder = { safe: Map<string, Node>; now: Map<string, Node>; pending: Named[] }
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
  /** Files after a power cut at this moment. Folders are taken as safe: a folder without its files is as good as none. */
  readonly image: (cut: Cut, random: () => number) => ReadonlyMap<string, Buffer>
}

/** `onChange` is called before every change of the disk: the moment a crash may come. */
export function crashDisk(root: string, onChange: () => Promise<void>): CrashDisk {
  const folders = new Map<string, Folder>()
  let last: { readonly node: Node; readonly change: Pending } | null = null
  const folderOf = (path: string): Folder => {
    const known = folders.get(path)
    if (known) return known
    const made = { safe: new Map(), now: new Map(), pending: [] }
    folders.set(path, made)
    return made
  }
  const nodeAt = (path: string) => folderOf(dirname(path)).now.get(path)
  const name = (path: string, changes: Named) => {
    const folder = folderOf(dirname(path))
    for (const { name, set } of changes) set ? folder.now.set(name, set) : folder.now.delete(name)
    folder.pending.push(changes)
  }
  const change = (node: Node, pending: Pending) => {
    node.now = apply(node.now, pending)
    node.pending.push(pending)
    last = { node, change: pending }
  }
  const ours = (path: string) => !relative(root, path).startsWith('..')

  const files: FileLayer = {
    ...realFiles,
    open: async (path, flags, mode) => {
      const creating = ours(path) && (flags === 'wx' || flags === 'a')
      if (creating) await onChange()
      const file = await realFiles.open(path, flags, mode)
      if (!ours(path)) return file
      if (creating && !nodeAt(path))
        name(path, [{ name: path, set: { safe: Buffer.alloc(0), now: Buffer.alloc(0), pending: [] } }])
      const node = nodeAt(path)
      let at = 0
      return {
        ...file,
        write: async (buffer, offset, length) => {
          await onChange()
          const written = await file.write(buffer, offset, length)
          if (node) {
            const start = flags === 'a' ? node.now.length : at
            change(node, { kind: 'write', at: start, bytes: Buffer.from(buffer.subarray(offset, offset + written)) })
            at += written
          }
          return written
        },
        truncate: async length => {
          await onChange()
          await file.truncate(length)
          if (node) change(node, { kind: 'cut', at: length })
        },
        sync: async () => {
          await onChange()
          await file.sync()
          if (node) {
            node.safe = node.now
            node.pending = []
          } else {
            const folder = folderOf(path)
            folder.safe = new Map(folder.now)
            folder.pending = []
          }
        },
      }
    },
    rename: async (from, to) => {
      await onChange()
      await realFiles.rename(from, to)
      const node = nodeAt(from)
      if (!node) return
      if (dirname(from) === dirname(to))
        name(to, [
          { name: to, set: node },
          { name: from, set: null },
        ])
      else {
        name(to, [{ name: to, set: node }])
        name(from, [{ name: from, set: null }])
      }
    },
    link: async (from, to) => {
      await onChange()
      await realFiles.link(from, to)
      const node = nodeAt(from)
      if (node) name(to, [{ name: to, set: node }])
    },
    unlink: async path => {
      await onChange()
      await realFiles.unlink(path)
      name(path, [{ name: path, set: null }])
    },
  }

  return {
    files,
    image: (cut, random) => {
      const found = new Map<string, Buffer>()
      const contents = new Map<Node, Buffer>()
      const half = (pending: Pending): Pending =>
        pending.kind === 'write' ? { ...pending, bytes: pending.bytes.subarray(0, pending.bytes.length >> 1) } : pending
      const bytesOf = (node: Node): Buffer => {
        const known = contents.get(node)
        if (known) return known
        let bytes = node.safe
        if (cut === 'reordered') for (const item of node.pending) bytes = random() < 0.5 ? apply(bytes, item) : bytes
        if (cut === 'torn')
          for (const item of node.pending) bytes = apply(bytes, last?.change === item ? half(item) : item)
        contents.set(node, bytes)
        return bytes
      }
      for (const folder of folders.values()) {
        const names = new Map(folder.safe)
        for (const changes of folder.pending)
          if (cut === 'torn' || (cut === 'reordered' && random() < 0.5))
            for (const { name, set } of changes) set ? names.set(name, set) : names.delete(name)
        for (const [path, node] of names) found.set(relative(root, path), bytesOf(node))
      }
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
