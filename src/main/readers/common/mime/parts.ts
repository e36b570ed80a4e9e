import { type HeaderField, type MimeHeaders, quotedPrintable, readField, readHeaders, words } from './headers.ts'

/** The parts of a MIME message, nested as they are (RFC 2046 5.1). */
export type MimePart = {
  readonly headers: MimeHeaders
  readonly type: HeaderField
  /** Null for a part that is itself made of parts. */
  readonly body: { readonly from: number; readonly to: number } | null
  readonly parts: readonly MimePart[]
}

export const mimeLimits = { parts: 2_000, depth: 16 } as const

/** Reads the message. What lies beyond the limits is left out; `left.cut` tells so. */
export function readMimeParts(text: string): { root: MimePart; cut: boolean } {
  const left = { parts: mimeLimits.parts, cut: false }
  return { root: readPart(text, 0, text.length, 0, left), cut: left.cut }
}

type Left = { parts: number; cut: boolean }

function readPart(text: string, from: number, to: number, depth: number, left: Left): MimePart {
  const { headers, body } = readHeaders(text, from, to)
  const type = readField(headers.get('content-type'))
  const boundary = type.value.startsWith('multipart/') ? (type.parameters.get('boundary') ?? '') : ''
  const inner = type.value === 'message/rfc822' && depth < mimeLimits.depth
  if (inner) return { headers, type, body: null, parts: [readPart(text, body, to, depth + 1, left)] }
  if (boundary === '' || depth >= mimeLimits.depth) return { headers, type, body: { from: body, to }, parts: [] }
  const parts: MimePart[] = []
  for (const piece of pieces(text, body, to, boundary, left))
    parts.push(readPart(text, piece.from, piece.to, depth + 1, left))
  return { headers, type, body: null, parts }
}

/** What stands between the lines of a boundary. A last part without an end goes to the end: files cut short keep what they have. */
function* pieces(text: string, from: number, to: number, boundary: string, left: Left) {
  // Only this stretch is searched, or every nested part would search the whole file.
  const section = text.slice(from, to)
  const mark = `--${boundary}`
  let start = -1
  for (let at = section.indexOf(mark); at >= 0; at = section.indexOf(mark, at + mark.length)) {
    if (at > 0 && section[at - 1] !== '\n') continue
    const behind = section.slice(at + mark.length, at + mark.length + 2)
    if (!/^(?:--|[ \t\r\n]|$)/.test(behind)) continue
    if (start >= 0) {
      if (left.parts <= 0) {
        left.cut = true
        return
      }
      left.parts -= 1
      yield { from: from + start, to: from + Math.max(start, at - (section[at - 2] === '\r' ? 2 : 1)) }
    }
    if (behind === '--') return
    const feed = section.indexOf('\n', at)
    start = feed < 0 ? section.length : feed + 1
  }
  if (start >= 0 && start < section.length) {
    left.cut = true
    yield { from: from + start, to }
  }
}

/** All parts that hold something, in order. */
export function leaves(part: MimePart): MimePart[] {
  return part.body ? [part] : part.parts.flatMap(leaves)
}

/** The bytes of a part, its transfer encoding undone. */
export function bytesOf(text: string, part: MimePart): Uint8Array {
  if (!part.body) return new Uint8Array()
  const raw = text.slice(part.body.from, part.body.to)
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  if (encoding === 'base64') return Buffer.from(raw, 'base64')
  return encoding === 'quoted-printable' ? quotedPrintable(raw) : Buffer.from(raw, 'latin1')
}

/** The file name a part was attached under, or null where it is no attachment. */
export function attachmentName(part: MimePart): string | null {
  const disposition = readField(part.headers.get('content-disposition'))
  const name = disposition.parameters.get('filename') ?? part.type.parameters.get('name')
  if (disposition.value === 'attachment') return name ?? '?'
  return name !== undefined && part.type.value.startsWith('application/') ? name : null
}

export const subject = (part: MimePart): string | null => {
  const value = part.headers.get('subject')
  return value === undefined || value === '' ? null : words(value)
}
