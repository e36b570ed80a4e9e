import { crc32, inflateRawSync } from 'node:zlib'
import yauzl from 'yauzl'
import { type Message, message } from '../../../shared/messages/index.ts'
import { failure, type Outcome, success } from '../../../shared/outcome.ts'

/**
 * Opens an office package (zip) without trusting it: names, counts and declared sizes are checked before anything is inflated, and
 * what is inflated is counted while it is, because declared sizes are only claims. The reader behind gets the parts themselves,
 * never the zip, so two zip readers cannot see two different files in it.
 */

export const zipLimits = {
  entries: 1_000,
  inflatedBytes: 256 * 1024 * 1024,
  /** One XML part: more text than this is no report, and an XML tree takes about ten times its size in memory. */
  partBytes: 64 * 1024 * 1024,
  ratio: 100,
  /** Below this size a high ratio is harmless and happens in honest files (long runs of empty cells). */
  ratioFloor: 1024 * 1024,
} as const

export type OfficePackage = {
  /** Names of all entries. */
  readonly names: readonly string[]
  /** The XML parts and embedded web pages, inflated. Pictures and the like are never inflated. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly warnings: readonly Message[]
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Without what follows the zip's own end: servers and mail gateways append bytes, and yauzl refuses them. */
function withoutTail(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > bytes.length) return bytes
  return bytes.subarray(0, end + 22 + bytes.readUInt16LE(end + 20))
}

const open = (bytes: Buffer) => yauzl.fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false })

function entryName(entry: yauzl.Entry): string {
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
}

/** Names of the entries of a zip, at most the allowed number of them, or null where it cannot be opened. For telling formats apart. */
export async function zipNames(bytes: Uint8Array): Promise<readonly string[] | null> {
  try {
    const names: string[] = []
    for await (const entry of (await open(withoutTail(buffer(bytes)))).eachEntry()) {
      names.push(entryName(entry))
      if (names.length >= zipLimits.entries) break
    }
    return names
  } catch {
    return null
  }
}

/**
 * Web pages and other documents stand in a package as alternative chunks (ECMA-376 part 1, 11.3.1); of embedded objects those are read that are Word
 * documents.
 */
const isRead = (name: string) =>
  /\/embeddings\//i.test(name)
    ? /\.(?:rtf|do[ct][xm]?)$/i.test(name)
    : /\.(?:xml|rels|x?html?|mhtml?|mht|rtf|txt|do[ct][xm])$/i.test(name) && !/^customXml\//i.test(name)

/** What is wrong with the list of entries alone, or null. */
function objection(entries: readonly { name: string; entry: yauzl.Entry }[], file: string): Message | null {
  const seen = new Set<string>()
  let total = 0
  for (const { name, entry } of entries) {
    // Part names are compared without regard to case (OPC, ECMA-376 part 2, 6.2.2.3).
    if (seen.has(name.toLowerCase()) || yauzl.validateFileName(name) !== null) {
      return message('office.unsafeParts', { file, part: name })
    }
    seen.add(name.toLowerCase())
    if (entry.isEncrypted()) return message('office.encrypted', { file })
    // What is never inflated harms nobody: previews of embedded objects (.emf, .bin) are honestly smaller by more than 100 times.
    if (!isRead(name)) continue
    total += entry.uncompressedSize
    const steep = entry.uncompressedSize > zipLimits.ratio * Math.max(1, entry.compressedSize)
    if (total > zipLimits.inflatedBytes || (steep && entry.uncompressedSize > zipLimits.ratioFloor)) {
      return bomb(file, name)
    }
  }
  return null
}

function bomb(file: string, part: string): Message {
  const megabytes = zipLimits.inflatedBytes / 1024 / 1024
  return message('office.zipBomb', { file, part, megabytes, ratio: zipLimits.ratio })
}

/** Inflates one entry, stopping as soon as it grows beyond `limit` or beyond what it declared. Null: it did. */
async function inflate(
  zip: yauzl.ZipFile,
  bytes: Buffer,
  entry: yauzl.Entry,
  limit: number,
): Promise<Uint8Array | null> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  if (fileDataStart + entry.compressedSize > bytes.length) throw new Error('file data runs past the end of the zip')
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  const allowed = Math.min(limit, entry.uncompressedSize)
  if (entry.compressionMethod === 0) return packed.length > allowed ? null : packed
  if (entry.compressionMethod !== 8) throw new Error(`compression method ${entry.compressionMethod}`)
  try {
    // At once and not through a stream: a stream takes longer to set up than most parts take to inflate. 0 would mean no limit.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, allowed) })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Opens a package and inflates its XML parts. */
export async function openPackage(bytes: Uint8Array, file: string): Promise<Outcome<OfficePackage>> {
  try {
    const whole = withoutTail(buffer(bytes))
    const zip = await open(whole)
    if (zip.entryCount > zipLimits.entries) {
      return failure(message('office.tooManyParts', { file, count: zip.entryCount, limit: zipLimits.entries }))
    }
    return await readEntries(zip, whole, file)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    // The list of parts stands at the end of a zip, so a file cut short has none.
    if (detail.startsWith('End of central directory'))
      return failure(message('office.truncated', { file }, null, detail))
    if (detail.startsWith('strong encryption')) return failure(message('office.encrypted', { file }, null, detail))
    return failure(message('office.damaged', { file }, null, detail))
  }
}

async function readEntries(zip: yauzl.ZipFile, bytes: Buffer, file: string): Promise<Outcome<OfficePackage>> {
  const entries: { name: string; entry: yauzl.Entry }[] = []
  zip.autoClose = false
  for await (const entry of zip.eachEntry()) entries.push({ name: entryName(entry), entry })
  const problem = objection(entries, file)
  if (problem) return failure(problem)
  const parts = new Map<string, Uint8Array>()
  const warnings: Message[] = []
  let left: number = zipLimits.inflatedBytes
  for (const { name, entry } of entries) {
    if (!isRead(name)) continue
    const part = await inflate(zip, bytes, entry, Math.min(left, zipLimits.partBytes))
    if (part === null) return failure(bomb(file, name))
    left -= part.length
    if (part.length < entry.uncompressedSize) return failure(message('office.damaged', { file }))
    if (crc32(part) !== entry.crc32) warnings.push(message('office.checksum', { part: name }))
    parts.set(name, part)
  }
  return success({ names: entries.map(({ name }) => name), parts, warnings })
}
