import { crc32, createDeflateRaw } from 'node:zlib'

type Entry = { readonly name: string; readonly chunks: Iterable<Uint8Array> }

async function deflated({ name, chunks }: Entry) {
  const stream = createDeflateRaw({ level: 9 })
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  let crc = 0
  let size = 0
  for (const chunk of chunks) {
    crc = crc32(chunk, crc)
    size += chunk.byteLength
    if (!stream.write(chunk)) await new Promise(resolve => stream.once('drain', resolve))
  }
  await new Promise<void>(resolve => {
    stream.end()
    stream.on('end', resolve)
  })
  return { name: Buffer.from(name), data: Buffer.concat(parts), crc, size }
}

/** A zip archive (APPNOTE 4.3: local headers, central directory, end record), deflated entry by entry. */
export async function zip(entries: readonly Entry[]): Promise<Uint8Array> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { name, data, crc, size } = await deflated(entry)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(data.byteLength, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(name.byteLength, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, name)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, data)
    offset += 30 + name.byteLength + data.byteLength
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listing.byteLength, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, listing, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** `megabytes` of the same character. */
export function* filler(megabytes: number): Iterable<Uint8Array> {
  const chunk = Buffer.alloc(1024 * 1024, 'A')
  for (let count = 0; count < megabytes; count++) yield chunk
}
