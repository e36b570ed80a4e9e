/** Header fields of mail and of saved web pages (RFC 5322, 2045–2047, 2231), as lenient as what is met demands. */

export type HeaderField = { readonly value: string; readonly parameters: ReadonlyMap<string, string> }
export type MimeHeaders = ReadonlyMap<string, string>

/** More than this is no header. */
const longestHeader = 65_536

/** The header fields at the start of a part, names in lower case, and where its body begins. The text is one byte a character. */
export function readHeaders(text: string, from: number, to: number): { headers: MimeHeaders; body: number } {
  const limit = Math.min(to, from + longestHeader)
  const head = text.slice(from, limit)
  const end = /\r?\n[ \t]*\r?\n/.exec(head)
  const block = /^\r?\n/.test(head) ? '' : end ? head.slice(0, end.index) : head
  const body =
    block === '' ? from + (/^\r?\n/.exec(head)?.[0].length ?? 0) : end ? from + end.index + end[0].length : limit
  const headers = new Map<string, string>()
  for (const line of block
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(0, 200)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (/^[!-9;-~]{1,76}$/.test(name) && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body }
}

type Piece = { readonly content: string; readonly coded: boolean }

/** RFC 2231 3: a long parameter in pieces from 0, filename*0*=…; filename*1=…. Not every piece need be percent-encoded. */
function joined(pieces: ReadonlyMap<number, Piece>): string {
  const coded = pieces.get(0)?.coded === true
  let whole = ''
  for (let at = 0; ; at++) {
    const piece = pieces.get(at)
    if (!piece) return coded ? extended(whole) : words(whole)
    // In a piece that is not, a percent sign stands for itself.
    whole += coded && !piece.coded ? piece.content.replaceAll('%', '%25') : piece.content
  }
}

/** A structured field: its value in lower case, its parameters by name. */
export function readField(raw: string | undefined): HeaderField {
  const text = (raw ?? '').slice(0, 4_096)
  const value = /^[^;]*/.exec(text)?.[0].trim().toLowerCase() ?? ''
  const parameters = new Map<string, string>()
  const cut = new Map<string, Map<number, Piece>>()
  for (const match of text.matchAll(/;\s*([\w.-]{1,40}(?:\*\d{1,3})?\*?)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g)) {
    const name = (match[1] ?? '').toLowerCase()
    const content = match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? ''
    const piece = /^(.+)\*(\d+)(\*?)$/.exec(name)
    if (piece) {
      const [, whole = '', number, coded] = piece
      const pieces = cut.get(whole) ?? new Map<number, Piece>()
      cut.set(whole, pieces.set(Number(number), { content, coded: coded === '*' }))
    } else if (name.endsWith('*')) parameters.set(name.slice(0, -1), extended(content))
    else if (!parameters.has(name)) parameters.set(name, words(content))
  }
  for (const [name, pieces] of cut) {
    const whole = joined(pieces)
    if (whole !== '') parameters.set(name, whole)
  }
  return { value, parameters }
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** RFC 2231: charset'language'percent-encoded. */
function extended(text: string): string {
  const match = /^([\w-]*)'[^']*'(.*)$/.exec(text)
  if (!match) return text
  const bytes = (match[2] ?? '').replace(/%([0-9a-f]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return decode(Buffer.from(bytes, 'latin1'), match[1] || 'utf-8')
}

/** RFC 2047: =?charset?B?…?= and =?charset?Q?…?=. Bytes that stand as they are are taken for UTF-8, else GB 18030. */
export function words(text: string): string {
  const spelled = text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(
      /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi,
      (_all, charset: string, how: string, body: string) => {
        const bytes =
          how.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : quotedPrintable(body.replaceAll('_', '=20'))
        return decode(bytes, charset)
      },
    )
  if (spelled !== text || !/[\x80-\xff]/.test(text)) return spelled
  const bytes = Buffer.from(text, 'latin1')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decode(bytes, 'gb18030')
  }
}

/** Decodes quoted-printable (RFC 2045 6.7). What is no code stands for itself. */
export function quotedPrintable(text: string): Uint8Array {
  let plain = ''
  for (const [index, line] of text.split('\n').entries()) {
    let end = line.length
    // White space at the end of a line was added on the way. By hand: a pattern would take the square of a long run of spaces.
    while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end -= 1
    if (index > 0) plain = plain.endsWith('=') ? plain.slice(0, -1) : `${plain}\n`
    plain += line.slice(0, end)
  }
  const bytes = plain.replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}
