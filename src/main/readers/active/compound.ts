import type { ActiveContent } from '../../../shared/data/inspection.ts'
import { fetchingField } from './package.ts'

/** Looks for active content in compound files: binary Word documents. */

type Found = ActiveContent['found'][number]

/**
 * Names of all storages and streams of a compound file: directory entries are 128 bytes, with the name in UTF-16, its length at 64 and
 * the kind of object at 66 ([MS-CFB] 2.6.1). Read from every place an entry can stand, so that a damaged chain hides nothing.
 */
function* entryNames(bytes: Buffer): Generator<string> {
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = bytes.readUInt16LE(at + 64)
    const kind = bytes[at + 66]
    if (length < 4 || length > 64 || length % 2 !== 0 || (kind !== 1 && kind !== 2)) continue
    if (bytes.readUInt16LE(at + length - 2) !== 0) continue
    yield bytes.toString('utf16le', at, at + length - 2)
  }
}

/** DOC: macros and embedded objects by their storages ([MS-DOC] 2.1), fetching fields by their instructions in the text. */
export function activeInCompound(given: Uint8Array): ActiveContent {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const found: Found[] = []
  for (const name of entryNames(bytes)) {
    if (/^(?:Macros|_VBA_PROJECT|_VBA_PROJECT_CUR|VBA)$/.test(name)) found.push({ kind: 'macro', where: name })
    // ObjectPool alone is left behind by objects that were deleted.
    if (/^_\d{8,}$/.test(name) || /Ole10Native$|^OCXNAME$/.test(name)) found.push({ kind: 'embedded', where: name })
  }
  // 0x13 begins a field, its instruction follows ([MS-DOC] 2.8.25), in one or two bytes a character.
  for (const text of [bytes.toString('latin1'), bytes.toString('utf16le')])
    for (const code of text
      .split('\x13')
      .slice(1)
      .map(rest => rest.slice(0, 300)))
      if (fetchingField.test(code))
        found.push({ kind: 'external', where: code.split('\x14')[0]?.trim().slice(0, 200) ?? '' })
  return { looked: ['macro', 'embedded', 'external'], found, partial: false }
}
