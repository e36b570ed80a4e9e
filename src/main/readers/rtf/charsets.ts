/** Which bytes stand for which characters: the code page of the document, and the character sets of its fonts. */

const codePages: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** \fcharsetN (RTF 1.9.1, font table). 0 is ANSI and 1 the system's default: both leave it to the document. */
const fontCharsets: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

/** The encoding of \ansicpgN. */
export function codePage(number: number): string {
  return codePages[number] ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252')
}

/** The encoding of a font's characters, or null where the document decides. */
export function fontCharset(number: number): string | null {
  return fontCharsets[number] ?? null
}

/** Stands for the code page of the machine, which \\ansi means where no \\ansicpg follows: on the machines that wrote reports a Chinese one. */
export const systemCodePage = 'system'

/** Bytes outside ASCII all stand in pairs, as GB 2312 has them; Western text hardly ever does so. */
function isPaired(bytes: readonly number[]): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0
    if (first < 0x80) continue
    at += 1
    if (first < 0xa1 || first > 0xf7 || (bytes[at] ?? 0) < 0xa1) return false
  }
  return true
}

const decoders = new Map<string, TextDecoder>()

/** Decodes bytes. What is malformed becomes U+FFFD. */
export function decodeBytes(bytes: readonly number[], encoding: string): string {
  const name = encoding !== systemCodePage ? encoding : isPaired(bytes) ? 'gb18030' : 'windows-1252'
  let decoder = decoders.get(name)
  if (!decoder) {
    decoder = new TextDecoder(name)
    decoders.set(name, decoder)
  }
  return decoder.decode(Uint8Array.from(bytes))
}
