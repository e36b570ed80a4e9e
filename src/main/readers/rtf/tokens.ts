/** The words of RTF 1.9.1: groups, control words with a number, control symbols, and stretches of text. */
export type Token =
  | { readonly kind: 'open' | 'close' | 'end' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** A control symbol other than \'hh. */
  | { readonly kind: 'symbol'; readonly character: string }
  /** One byte of text from \'hh. */
  | { readonly kind: 'byte'; readonly byte: number }
  /** Text as it stands in the file, without line ends. */
  | { readonly kind: 'text'; readonly from: number; readonly to: number }

const backslash = 0x5c
const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39

/** A control word has at most 32 letters; what is longer is none of the standard's and is cut. */
const longestWord = 32

export class Tokens {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  next(): Token {
    const bytes = this.#bytes
    while (bytes[this.#at] === 0x0d || bytes[this.#at] === 0x0a) this.#at += 1
    const byte = bytes[this.#at]
    if (byte === undefined) return { kind: 'end' }
    if (byte === 0x7b || byte === 0x7d) {
      this.#at += 1
      return { kind: byte === 0x7b ? 'open' : 'close' }
    }
    if (byte === backslash) return this.#control()
    const from = this.#at
    let to = from
    for (; to < bytes.length; to += 1) {
      const next = bytes[to] ?? 0
      if (next === backslash || next === 0x7b || next === 0x7d || next === 0x0d || next === 0x0a) break
    }
    this.#at = to
    return { kind: 'text', from, to }
  }

  #control(): Token {
    const bytes = this.#bytes
    const start = this.#at + 1
    const first = bytes[start]
    if (first === undefined) {
      this.#at = bytes.length
      return { kind: 'end' }
    }
    if (!isLetter(first)) {
      if (first === 0x27) return this.#hex(start + 1)
      this.#at = start + 1
      return { kind: 'symbol', character: String.fromCharCode(first) }
    }
    let at = start
    while (at < bytes.length && isLetter(bytes[at] ?? 0)) at += 1
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(at - start, longestWord)).toString(
      'latin1',
    )
    const negative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)
    if (negative) at += 1
    let value: number | null = null
    while (at < bytes.length && isDigit(bytes[at] ?? 0)) {
      // Larger numbers mean nothing anywhere in RTF.
      value = Math.min((value ?? 0) * 10 + (bytes[at] ?? 0) - 0x30, 0x7fffffff)
      at += 1
    }
    if (value !== null && negative) value = -value
    if (bytes[at] === 0x20) at += 1
    // Binary data follow as they are; their length is all that can be known of them.
    if (name === 'bin' && value !== null && value > 0) at += value
    this.#at = Math.min(at, bytes.length)
    return { kind: 'word', name, value }
  }

  #hex(at: number): Token {
    const digits = String.fromCharCode(this.#bytes[at] ?? 0, this.#bytes[at + 1] ?? 0)
    const valid = /^[0-9a-f]{2}$/i.test(digits)
    this.#at = valid ? at + 2 : at
    return valid ? { kind: 'byte', byte: Number.parseInt(digits, 16) } : { kind: 'symbol', character: "'" }
  }
}
