import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { makeFolders, renameDurably, withFile, writeAll } from '../disk/durable.ts'
import { type FileLayer, ifPresent, realFiles } from '../disk/files.ts'
import { type Clean, clean } from './clean.ts'
import type { LogEntry } from './entries.ts'

/**
 * The local log: one JSON object a line, in the application's own folder, never in the archive. It is for whoever looks for a fault, so it
 * never gets in the way: an entry that cannot be written is counted, and nothing waits for it.
 */

export type LogLine = { readonly [key: string]: Clean }

export type Log = {
  readonly note: (entry: LogEntry) => void
  /** All that is kept, oldest first. */
  readonly read: () => Promise<readonly LogLine[]>
  /** Resolves when everything noted is written; nothing is noted any more. */
  readonly close: () => Promise<void>
}

/** For who keeps none. */
export const noLog: Log = { note: () => undefined, read: async () => [], close: async () => undefined }

/** How much is kept: the newest file is written to, the oldest goes when there are more. */
export type Bounds = { readonly files: number; readonly bytes: number }
const standardBounds: Bounds = { files: 5, bytes: 1_000_000 }

/** Entries that wait while the disk is slow; an error thrown thousands of times a second must not fill the memory. */
const mostWaiting = 2000

/** Where the log lies in the application's own folder. */
export const logFolder = (own: string): string => join(own, 'logs')

const nameOf = (number: number): string => (number === 0 ? 'kaijuan.jsonl' : `kaijuan.${number}.jsonl`)

function parsed(line: string): readonly LogLine[] {
  try {
    const value = clean(JSON.parse(line))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? [value as LogLine] : []
  } catch {
    // The process was ended while it wrote this line.
    return []
  }
}

/** Opens the log in a folder, which is made when the first entry is written. One process writes to it. */
export function openLog(folder: string, files: FileLayer = realFiles, bounds: Bounds = standardBounds): Log {
  /** Tells one start of the application from the next. */
  const run = randomBytes(4).toString('hex')
  const waiting: string[] = []
  let writing: Promise<void> | null = null
  let lost = 0
  let closed = false
  /** Bytes in the newest file, null while unknown. */
  let size: number | null = null
  const path = (number: number): string => join(folder, nameOf(number))

  const line = (entry: LogEntry): string =>
    `${JSON.stringify({ at: new Date().toISOString(), run, ...(clean(entry) as LogLine) })}\n`

  const rotate = async (): Promise<void> => {
    // The last takes the place of the oldest.
    for (let number = bounds.files - 2; number >= 0; number--) {
      await ifPresent(renameDurably(files, path(number), path(number + 1)))
    }
    size = 0
  }

  const write = async (lines: readonly string[]): Promise<void> => {
    if (size === null) {
      await makeFolders(files, folder)
      size = (await ifPresent(files.stat(path(0))))?.size ?? 0
    }
    for (const item of lines) {
      const bytes = Buffer.from(item)
      if (size > 0 && size + bytes.length > bounds.bytes) await rotate()
      await withFile(files.open(path(0), 'a'), file => writeAll(file, bytes))
      size += bytes.length
    }
  }

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const told = lost
      // A line that an ended process left half written must not take the next one with it.
      const first = size === null ? ['\n'] : []
      const taken = [...first, ...(told > 0 ? [line({ kind: 'lost', entries: told })] : []), ...waiting.splice(0)]
      try {
        await write(taken)
        lost -= told
      } catch {
        lost += taken.length - first.length - (told > 0 ? 1 : 0)
        size = null
      }
    }
    writing = null
  }

  return {
    note: entry => {
      if (closed) return
      if (waiting.length >= mostWaiting) {
        lost++
        return
      }
      waiting.push(line(entry))
      writing ??= drain()
    },
    read: async () => {
      await writing
      const lines: LogLine[] = []
      for (let number = bounds.files - 1; number >= 0; number--) {
        const bytes = await ifPresent(files.readFile(path(number)))
        for (const text of bytes?.toString('utf8').split('\n') ?? []) lines.push(...parsed(text))
      }
      return lines
    },
    close: async () => {
      closed = true
      await writing
    },
  }
}
