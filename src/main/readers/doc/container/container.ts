import { u8, u16, u32 } from '../bytes.ts'
import { chainOf, joinSectors } from './sectors.ts'

/**
 * The compound file (OLE2) around a binary Word document, after [MS-CFB]. Read here and not by a package because the file is
 * hostile until read: `cfb` 1.2.2 was seen to take 9 s and 4.3 GB over 2 MB for which this reader takes 11 ms. Streams are assembled only
 * when asked for.
 */

export type Stream = {
  readonly bytes: Uint8Array
  /** What the directory says the stream holds. Larger than `bytes` where the file was cut or its chain is broken. */
  readonly size: number
}

export type Container = {
  /** The stream of that name in the root storage, null where there is none. Names are compared without regard to case. */
  readonly stream: (name: string) => Stream | null
  /** A sector the directory needs lies past the end of the file. */
  readonly truncated: boolean
}

type Entry = { readonly name: string; readonly type: number; readonly start: number; readonly size: number } & Siblings
type Siblings = { readonly left: number; readonly right: number; readonly child: number }

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** [MS-CFB] 2.1: sector numbers from here on are marks, not places. */
const maximumSector = 0xfffffffa
const noStream = 0xffffffff
const entrySize = 128
const streamType = 2
const rootType = 5

/** Whether the bytes begin like a compound file. */
export function isContainer(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/**
 * Opens a compound file. `none`: the header is none. `cut`: the header is one, but the tables it points at lie past the end of the
 * file or lead nowhere, so that no stream can be found.
 */
export function openContainer(bytes: Uint8Array): Container | 'none' | 'cut' {
  if (!isContainer(bytes)) return 'none'
  // [MS-CFB] 2.2: 512-byte sectors in version 3, 4096 in version 4; short sectors are always 64 bytes.
  const shift = u16(bytes, 30)
  if (bytes.length < 512) return 'cut'
  if ((shift !== 9 && shift !== 12) || u16(bytes, 32) !== 6) return 'none'
  const sectorSize = 1 << shift
  const fat = readFat(bytes, sectorSize)
  const directoryChain = chainOf(fat, u32(bytes, 48), fat.length)
  const directory = joinSectors(bytes, directoryChain.sectors, sectorSize, Number.POSITIVE_INFINITY)
  const entries = readEntries(directory)
  const root = entries.find(entry => entry.type === rootType)
  if (!root) return 'cut'

  const cutoff = u32(bytes, 56) || 4096
  const miniStore = joinSectors(bytes, chainOf(fat, root.start, fat.length).sectors, sectorSize, root.size)
  const miniFatBytes = joinSectors(
    bytes,
    chainOf(fat, u32(bytes, 60), fat.length).sectors,
    sectorSize,
    Number.POSITIVE_INFINITY,
  )
  const miniFat = numbersOf(miniFatBytes)
  const children = childrenOf(root, entries)

  return {
    truncated: directory.length < directoryChain.sectors.length * sectorSize || !directoryChain.whole,
    stream: name => {
      const wanted = name.toLowerCase()
      const entry = children.find(({ name }) => name.toLowerCase() === wanted)
      if (!entry) return null
      const short = entry.size < cutoff
      const { sectors } = short
        ? chainOf(miniFat, entry.start, Math.ceil(entry.size / 64))
        : chainOf(fat, entry.start, Math.ceil(entry.size / sectorSize))
      // Short sectors count from the start of the root's own stream, long ones from the end of the header.
      const content = short
        ? joinSectors(miniStore, sectors, 64, entry.size, 0)
        : joinSectors(bytes, sectors, sectorSize, entry.size)
      return { bytes: content, size: entry.size }
    },
  }
}

/** [MS-CFB] 2.3 and 2.5: the FAT's sectors are named in the header and, past 109, in a chain of DIFAT sectors. */
function readFat(bytes: Uint8Array, sectorSize: number): Uint32Array {
  const sectorsInFile = Math.ceil(bytes.length / sectorSize)
  const places = new Set<number>()
  const note = (sector: number) => {
    if (sector < sectorsInFile) places.add(sector)
  }
  for (let slot = 0; slot < 109; slot++) note(u32(bytes, 76 + slot * 4))
  const visited = new Set<number>()
  let difat = u32(bytes, 68)
  while (difat < sectorsInFile && !visited.has(difat)) {
    visited.add(difat)
    const at = (difat + 1) * sectorSize
    for (let slot = 0; slot < sectorSize / 4 - 1; slot++) note(u32(bytes, at + slot * 4))
    difat = u32(bytes, at + sectorSize - 4)
  }
  // A file cannot use more of the table than it has sectors: what lies beyond is a lie that would only cost memory.
  return numbersOf(joinSectors(bytes, [...places], sectorSize, sectorsInFile * 4))
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length >>> 2)
  for (let index = 0; index < numbers.length; index++) numbers[index] = u32(bytes, index * 4)
  return numbers
}

/** [MS-CFB] 2.6.1: one entry is 128 bytes; the name is UTF-16 with its length in bytes, the closing zero counted. */
function readEntries(directory: Uint8Array): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + entrySize <= directory.length; at += entrySize) {
    const nameLength = Math.min(Math.max(u16(directory, at + 64) - 2, 0), 62)
    let name = ''
    for (let index = 0; index < nameLength; index += 2) name += String.fromCharCode(u16(directory, at + index))
    entries.push({
      name,
      type: u8(directory, at + 66),
      left: u32(directory, at + 68),
      right: u32(directory, at + 72),
      child: u32(directory, at + 76),
      start: u32(directory, at + 116),
      size: u32(directory, at + 120),
    })
  }
  return entries
}

/**
 * The streams directly under the root. An embedded document keeps its own `WordDocument` in a storage of its own, so a search by name
 * over the whole directory would be wrong; only where the tree leads to none is every stream taken.
 */
function childrenOf(root: Entry, entries: readonly Entry[]): readonly Entry[] {
  const found: Entry[] = []
  const visited = new Set<number>()
  const open = [root.child]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const entry = entries[id]
    if (id === noStream || id >= maximumSector || !entry || visited.has(id)) continue
    visited.add(id)
    if (entry.type === streamType) found.push(entry)
    open.push(entry.left, entry.right)
  }
  return found.length > 0 ? found : entries.filter(entry => entry.type === streamType)
}
