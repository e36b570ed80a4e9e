import { closeQuietly } from '../../disk/durable.ts'
import { errorCode, type FileLayer, type OpenFile } from '../../disk/files.ts'

/** One line of a journal file. `ended`: it is closed by a line break. `bytes` is valid until the next line is asked for. */
export type Line = { readonly bytes: Buffer; readonly start: number; readonly ended: boolean }

const block = 256 * 1024

async function withFile<T>(files: FileLayer, path: string, work: (file: OpenFile) => Promise<T>, none: T): Promise<T> {
  let file: OpenFile
  try {
    file = await files.open(path, 'r')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return none
    throw error
  }
  try {
    return await work(file)
  } finally {
    await closeQuietly(file)
  }
}

async function readFully(file: OpenFile, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length)
  let got = 0
  while (got < length) {
    const more = await file.read(buffer, got, length - got, position + got)
    if (more === 0) break
    got += more
  }
  return buffer.subarray(0, got)
}

/** Size of a file in bytes, null where there is none. */
export function sizeOf(files: FileLayer, path: string): Promise<number | null> {
  return withFile<number | null>(files, path, async file => (await file.stat()).size, null)
}

/** Part of a file; less where the file ends before. */
export function readPart(files: FileLayer, path: string, start: number, length: number): Promise<Buffer> {
  return withFile(files, path, file => readFully(file, start, length), Buffer.alloc(0))
}

/** The lines of a file in order, from a line's start up to `end`, without holding the file in memory. */
export function readLines(
  files: FileLayer,
  path: string,
  start: number,
  end: number,
  visit: (line: Line) => void,
): Promise<void> {
  return withFile(
    files,
    path,
    async file => {
      let rest: Buffer = Buffer.alloc(0)
      let at = start
      let position = start
      while (position < end) {
        const more = await readFully(file, position, Math.min(block, end - position))
        if (more.length === 0) break
        position += more.length
        const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, more]) : more
        let from = 0
        for (let stop = bytes.indexOf(10); stop !== -1; stop = bytes.indexOf(10, from)) {
          visit({ bytes: bytes.subarray(from, stop), start: at, ended: true })
          at += stop + 1 - from
          from = stop + 1
        }
        rest = bytes.subarray(from)
      }
      if (rest.length > 0) visit({ bytes: rest, start: at, ended: false })
    },
    undefined,
  )
}

/** The lines of a file that end at or before `end`, the last one first, until `visit` says that it has enough. */
export function readLinesBackwards(
  files: FileLayer,
  path: string,
  end: number,
  visit: (line: Line) => 'more' | 'enough',
): Promise<'more' | 'enough'> {
  return withFile<'more' | 'enough'>(
    files,
    path,
    async file => {
      let rest: Buffer = Buffer.alloc(0)
      let position = end
      let ended = false
      while (position > 0) {
        const length = Math.min(block, position)
        position -= length
        const bytes: Buffer = Buffer.concat([await readFully(file, position, length), rest])
        let stop = bytes.length
        for (let from = bytes.lastIndexOf(10); from !== -1; from = stop > 0 ? bytes.lastIndexOf(10, stop - 1) : -1) {
          const line = { bytes: bytes.subarray(from + 1, stop), start: position + from + 1, ended }
          if (line.bytes.length > 0 && visit(line) === 'enough') return 'enough'
          ended = true
          stop = from
        }
        rest = bytes.subarray(0, stop)
      }
      return rest.length > 0 ? visit({ bytes: rest, start: 0, ended }) : 'more'
    },
    'more',
  )
}
