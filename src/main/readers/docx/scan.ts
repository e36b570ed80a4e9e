/**
 * One pass over the bytes of an XML part before an XML parser sees it: how deep it nests, how many elements and table cells it has.
 * mammoth 1.13 has no limits of its own and was seen to take 20 s and 1.2 GB, so all three must be known first.
 */

export type XmlScan = {
  readonly depth: number
  readonly elements: number
  readonly cells: number
  /** A document type: forbidden in office packages (ECMA-376 part 2, 7.2.4), and the door to entity tricks. */
  readonly doctype: boolean
}

export const scanLimits = { depth: 256, elements: 250_000, cells: 20_000 } as const

/** Scans a part. Stops early once a limit is passed; the counts are then at least what they say. */
export function scanXml(part: Uint8Array): XmlScan {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  let [depth, deepest, elements, cells] = [0, 0, 0, 0]
  let doctype = false
  let at = bytes.indexOf(0x3c)
  while (at >= 0) {
    const next = bytes[at + 1]
    let end = bytes.indexOf(0x3e, at)
    if (next === 0x2f) depth = Math.max(0, depth - 1)
    else if (next === 0x3f) end = bytes.indexOf('?>', at + 2)
    else if (next === 0x21) {
      const comment = bytes.toString('latin1', at, at + 9)
      if (comment.startsWith('<!--')) end = bytes.indexOf('-->', at + 4)
      else if (comment === '<![CDATA[') end = bytes.indexOf(']]>', at + 9)
      else doctype = true
    } else {
      end = tagEnd(bytes, at)
      elements += 1
      if (localName(bytes, at + 1) === 'tc') cells += 1
      if (depth >= deepest) deepest = depth + 1
      if (bytes[end - 1] !== 0x2f) depth += 1
    }
    if (end < 0 || deepest > scanLimits.depth || elements > scanLimits.elements || cells > scanLimits.cells) break
    at = bytes.indexOf(0x3c, end)
  }
  return { depth: deepest, elements, cells, doctype }
}

/** The “>” that ends a tag: those inside quotes do not. -1 where there is none. */
function tagEnd(bytes: Buffer, from: number): number {
  let quote = 0
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === 0x22 || byte === 0x27) quote = byte
    else if (byte === 0x3e) return at
  }
  return -1
}

/** An element's name without its prefix; the prefix is the author's choice. At most 32 bytes are looked at. */
function localName(bytes: Buffer, from: number): string {
  let start = from
  let at = from
  for (; at < from + 32; at += 1) {
    const byte = bytes[at] ?? 0x3e
    if (byte === 0x3a) start = at + 1
    else if (byte <= 0x20 || byte === 0x2f || byte === 0x3e) break
  }
  return at - start > 4 ? '' : bytes.toString('latin1', start, at)
}
