import { constants, crc32, deflateRawSync } from 'node:zlib'

/** Builds zip files byte by byte (APPNOTE 4.3), so that tests can also build ones no honest program would. */

export type Entry = {
  readonly name: string
  readonly data: string | Uint8Array
  /** Already deflated bytes to put in place of the real ones. */
  readonly deflated?: Uint8Array
  /** What the directory claims, where it lies. */
  readonly claimedSize?: number
  readonly claimedCrc?: number
  readonly encrypted?: boolean
  /** 0: not compressed at all. */
  readonly level?: number
  /** Put in as it is, without a deflate stream around it. */
  readonly stored?: boolean
  /** Written by a program that learnt the sizes only afterwards (APPNOTE 4.3.9): the local header has zeros. */
  readonly sizesBehind?: boolean
}

export function buildZip(entries: readonly Entry[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data)
    const packed = entry.deflated ?? (entry.stored ? data : deflateRawSync(data, { level: entry.level ?? 6 }))
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800 | (entry.encrypted ? 1 : 0) | (entry.sizesBehind ? 8 : 0), 2)
    fields.writeUInt16LE(entry.stored ? 0 : 8, 4)
    fields.writeUInt32LE(entry.claimedCrc ?? crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.claimedSize ?? data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.from(fields)
    if (entry.sizesBehind) local.fill(0, 10, 22)
    const behind = entry.sizesBehind
      ? Buffer.concat([Buffer.from('PK\x07\x08'), fields.subarray(10, 22)])
      : Buffer.alloc(0)
    bodies.push(Buffer.concat([Buffer.from('PK\x03\x04'), local, name, packed, behind]))
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, rest, name]))
    offset += 30 + name.length + packed.length + behind.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), end])
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The parts of a Word document with this inside its body. */
export function docxEntries(body: string, more: readonly Entry[] = []): Entry[] {
  return [
    {
      name: '[Content_Types].xml',
      data: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', data: `${xml}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>` },
    ...more,
  ]
}

export function buildDocx(body: string, more: readonly Entry[] = []): Uint8Array {
  return buildZip(docxEntries(body, more))
}

export const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** One deflated megabyte, ended so that the next may follow (RFC 1951, 3.2.3), as often as asked, and the empty last block. */
export function deflatedZeros(megabytes: number): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(2 ** 20), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), Buffer.from([0x03, 0x00])])
}

/** A Word document whose main part is so large and claims to be 1,000 bytes. */
export function understated(megabytes: number): Uint8Array {
  const part = { name: 'word/document.xml', data: '', deflated: deflatedZeros(megabytes), claimedSize: 1_000 }
  return buildZip(docxEntries('').with(2, part))
}
