import type { Dirent, Stats } from 'node:fs'
import * as fs from 'node:fs/promises'

/** An open file, as far as the archive needs one. `write` may write less than asked for: the caller loops. */
export type OpenFile = {
  /** Reads on from the last read, or from `position`. */
  readonly read: (buffer: Uint8Array, offset: number, length: number, position?: number) => Promise<number>
  readonly write: (buffer: Uint8Array, offset: number, length: number) => Promise<number>
  readonly sync: () => Promise<void>
  readonly truncate: (length: number) => Promise<void>
  readonly chmod: (mode: number) => Promise<void>
  readonly stat: () => Promise<Stats>
  readonly close: () => Promise<void>
}

/** Every file-system call the archive makes, so that tests can make any one of them fail as a full or broken disk would. */
export type FileLayer = {
  readonly open: (path: string, flags: string | number, mode?: number) => Promise<OpenFile>
  readonly readFile: (path: string) => Promise<Buffer>
  readonly readdir: (path: string) => Promise<readonly Dirent[]>
  readonly stat: (path: string) => Promise<Stats>
  readonly mkdir: (path: string) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly link: (from: string, to: string) => Promise<void>
  readonly unlink: (path: string) => Promise<void>
  /** Removes an empty folder. */
  readonly rmdir: (path: string) => Promise<void>
}

/** The operating system. */
export const realFiles: FileLayer = {
  open: async (path, flags, mode) => {
    const handle = await fs.open(path, flags, mode)
    return {
      read: async (buffer, offset, length, position) =>
        (await handle.read(buffer, offset, length, position ?? null)).bytesRead,
      write: async (buffer, offset, length) => (await handle.write(buffer, offset, length, null)).bytesWritten,
      sync: () => handle.sync(),
      truncate: length => handle.truncate(length),
      chmod: mode => handle.chmod(mode),
      stat: () => handle.stat(),
      close: () => handle.close(),
    }
  },
  readFile: path => fs.readFile(path),
  readdir: path => fs.readdir(path, { withFileTypes: true }),
  stat: path => fs.stat(path),
  mkdir: path => fs.mkdir(path),
  rename: (from, to) => fs.rename(from, to),
  link: (from, to) => fs.link(from, to),
  unlink: path => fs.unlink(path),
  rmdir: path => fs.rmdir(path),
}

/** The operating system's error code (`ENOSPC` …), null for an error that is none of its: a bug. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  // ERR_… are Node's own: wrong arguments, closed handles. Those are bugs.
  return typeof error.code === 'string' && !error.code.startsWith('ERR_') ? error.code : null
}

/** The value, or null where there is no such file. */
export async function ifPresent<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** What lies in a folder; empty where there is no such folder. */
export async function listFolder(files: FileLayer, path: string): Promise<readonly Dirent[]> {
  return (await ifPresent(files.readdir(path))) ?? []
}
