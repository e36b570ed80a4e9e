import { type FileLayer, realFiles } from '../../src/main/disk/files.ts'

/** One call of the file layer, as a fault plan sees it. */
export type Call = { readonly index: number; readonly name: string; readonly path: string }

/**
 * error: the call fails with this code. short: a write takes only half, rounded up; the next one goes on. full: it takes half, rounded down,
 * and the next write says ENOSPC. stop: it and every later call fail, as if the process ended.
 */
export type Fault =
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'short' }
  | { readonly kind: 'full' }
  | { readonly kind: 'stop' }

/** What a stopped layer throws: no error of the operating system. */
export class Stopped extends Error {}

/**
 * The real file system, with faults where the plan asks for them. Files themselves stay real; only flushing them to the disk is left out:
 * nobody cuts the power here, and it would be two thirds of the time.
 */
export function faultyFiles(plan: (call: Call) => Fault | null): FileLayer & { readonly calls: () => number } {
  let index = 0
  let stopped = false
  let full = false
  const before = (name: string, path: string): 'short' | 'full' | null => {
    if (stopped) throw new Stopped(name)
    const fault = plan({ index: index++, name, path })
    if (fault?.kind === 'stop') {
      stopped = true
      throw new Stopped(name)
    }
    if (fault?.kind === 'error') throw Object.assign(new Error(`${fault.code}: ${name} ${path}`), { code: fault.code })
    return fault?.kind ?? null
  }
  return {
    calls: () => index,
    open: async (path, flags, mode) => {
      before(flags === 'wx' || flags === 'a' ? 'create' : 'open', path)
      const file = await realFiles.open(path, flags, mode)
      return {
        read: async (buffer, offset, length, position) => {
          before('read', path)
          return await file.read(buffer, offset, length, position)
        },
        write: async (buffer, offset, length) => {
          const fault = before('write', path)
          if (full) {
            full = false
            throw Object.assign(new Error(`ENOSPC: write ${path}`), { code: 'ENOSPC' })
          }
          full = fault === 'full'
          const half = full ? Math.floor(length / 2) : Math.ceil(length / 2)
          return await file.write(buffer, offset, fault ? half : length)
        },
        sync: async () => {
          before('sync', path)
        },
        truncate: async length => {
          before('truncate', path)
          await file.truncate(length)
        },
        chmod: async mode => {
          before('chmod', path)
          await file.chmod(mode)
        },
        stat: async () => {
          before('stat', path)
          return await file.stat()
        },
        close: async () => {
          // The descriptor is given back in any case, as the system does.
          await file.close()
          before('close', path)
        },
      }
    },
    readFile: async path => {
      before('readFile', path)
      return await realFiles.readFile(path)
    },
    readdir: async path => {
      before('readdir', path)
      return await realFiles.readdir(path)
    },
    stat: async path => {
      before('stat', path)
      return await realFiles.stat(path)
    },
    mkdir: async path => {
      before('mkdir', path)
      await realFiles.mkdir(path)
    },
    rename: async (from, to) => {
      before('rename', to)
      await realFiles.rename(from, to)
    },
    link: async (from, to) => {
      before('link', to)
      await realFiles.link(from, to)
    },
    unlink: async path => {
      before('unlink', path)
      await realFiles.unlink(path)
    },
    rmdir: async path => {
      before('rmdir', path)
      await realFiles.rmdir(path)
    },
  }
}

/** The real file system for whoever looks what faults have left. */
export const hasty: FileLayer = faultyFiles(() => null)
