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

const decoders = new Map<string, TextDecoder>()

/** Decodes bytes. What is malformed becomes U+FFFD. */
export function decodeBytes(bytes: readonly number[], encoding: string): string {
  let decoder = decoders.get(encoding)
  if (!decoder) {
    decoder = new TextDecoder(encoding)
    decoders.set(encoding, decoder)
  }
  return decoder.decode(Uint8Array.from(bytes))
}
