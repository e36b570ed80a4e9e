import { analyse } from 'chardet'
import { type Message, message } from '../../../shared/messages/index.ts'

/**
 * Bytes of text or of a web page → text. Order: BOM, UTF-16 by its zero bytes, strict UTF-8, the page's own declaration, strict
 * GB 18030 (a superset of GBK and GB 2312) unless Big5 is far likelier, then a detector. Only the last resort decodes with loss.
 */
export type Decoded = {
  readonly text: string
  /** WHATWG name of the encoding used. */
  readonly encoding: string
  /**
   * bom, strict, declared: certain. likely: told by statistics. mixed: parts of the file in another encoding than the rest. lossy: some
   * bytes could not be decoded.
   */
  readonly certainty: 'bom' | 'strict' | 'declared' | 'likely' | 'mixed' | 'lossy'
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // Either the bytes are malformed in this encoding or this build of Node does not know its name.
    return null
  }
}

function loosely(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // GB 18030 has a mark of its own: U+FEFF in four bytes.
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030'
  return null
}

/** Share of characters a Chinese report is made of: common Han, ASCII, CJK punctuation, full-width forms. */
function plausibility(text: string): number {
  let good = 0
  let all = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    all += 1
    const plain = (code >= 0x20 && code < 0x7f) || code === 9 || code === 10 || code === 13 || code === 0xfeff
    const latin = code >= 0xa0 && code < 0x100
    const han = code >= 0x4e00 && code <= 0x9fa5
    const marks = (code >= 0x2010 && code <= 0x2642) || (code >= 0x3000 && code <= 0x303f) || code >= 0xff00
    if (plain || latin || han || (marks && code <= 0xffef)) good += 1
  }
  return all === 0 ? 0 : good / all
}

const sampleSize = 65_536

/** UTF-16 without a mark: text has no U+0000, so a zero byte in it can only be half of an ASCII character (or of U+4E00 一). */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(sampleSize, bytes.length - (bytes.length % 2)))
  if (sample.length < 2 || !sample.includes(0)) return null
  const little = plausibility(loosely(sample, 'utf-16le'))
  const big = plausibility(loosely(sample, 'utf-16be'))
  if (Math.max(little, big) < 0.95) return null
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** Share of two-byte characters that fall into the given lead and trail ranges: the everyday characters of an encoding. */
function everyday(bytes: Uint8Array, lead: readonly [number, number], trail: (byte: number) => boolean): number {
  let pairs = 0
  let common = 0
  const end = Math.min(sampleSize, bytes.length) - 1
  for (let at = 0; at < end; at += 1) {
    const first = bytes[at] ?? 0
    if (first < 0x81) continue
    const second = bytes[at + 1] ?? 0
    at += 1
    pairs += 1
    if (first >= lead[0] && first <= lead[1] && trail(second)) common += 1
  }
  return pairs === 0 ? 1 : common / pairs
}

/**
 * Nearly every Big5 text is also well-formed GBK, so well-formedness cannot tell them apart. Frequency can: GB 2312 keeps its 3,755
 * everyday characters in B0–D7 × A1–FE and punctuation in A1–A3, Big5 its 5,401 in A4–C6 and punctuation in A1–A3, both with trail
 * bytes 40–7E too, which GB 2312 never uses.
 */
function likelierBig5(bytes: Uint8Array): boolean {
  const gb = everyday(bytes, [0xb0, 0xd7], byte => byte >= 0xa1) + everyday(bytes, [0xa1, 0xa3], byte => byte >= 0xa1)
  if (gb >= 0.75) return false
  return everyday(bytes, [0xa1, 0xc6], byte => byte >= 0x40) >= 0.9 && strictly(bytes, 'big5') !== null
}

/** The WHATWG name of an encoding, GBK and GB 2312 widened to GB 18030; null where it is unknown. */
export function encodingOf(label: string): string | null {
  try {
    const name = new TextDecoder(label).encoding
    return name === 'gbk' || name === 'gb2312' ? 'gb18030' : name
  } catch {
    return null
  }
}

/** The encoding a web page declares: `<meta charset>`, `<meta http-equiv content>` or the XML declaration. WHATWG name or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  // HTML wants the declaration within 1,024 bytes; pages with long comments at the top put it later.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8_192))
  const found =
    /^\s*<\?xml[^>]{0,200}encoding=["']([\w.:-]{1,40})/.exec(head) ??
    /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)
  const name = found?.[1] ? encodingOf(found[1]) : null
  // A page whose declaration could be read as bytes is not UTF-16, whatever it says (HTML standard, prescan).
  return name?.startsWith('utf-16') ? 'utf-8' : name
}

const singleByte = /^(?:windows|iso-8859|koi8|ibm|mac|x-mac)/

/** Whether the bytes speak against the encoding a page declares: a single-byte one fits any bytes, and Big5 and GBK fit each other's. */
function contradicts(bytes: Uint8Array, declared: string): boolean {
  if (declared === 'big5') return !likelierBig5(bytes) && strictly(bytes, 'gb18030') !== null
  if (declared === 'gb18030') return likelierBig5(bytes)
  if (!singleByte.test(declared)) return false
  const chinese = likelierBig5(bytes) ? 'big5' : 'gb18030'
  const text = strictly(bytes, chinese)
  // Western text is now and then well-formed GBK; it has few Han characters then, and rare ones.
  return text !== null && everyday(bytes, [0xa1, 0xd7], byte => byte >= 0x40) > 0.9
}

/** Whether a stretch that is not well-formed UTF-8 is UTF-8 all the same, damaged or cut: GBK read so hardly gives a Han character. */
function isDamagedUtf8(stretch: Uint8Array): boolean {
  const text = loosely(stretch, 'utf-8')
  const lost = text.split('\ufffd').length - 1
  return (text.match(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0) > 2 * lost
}

/**
 * Pages put together from pieces in UTF-8 and pieces in GBK. Each stretch between line breaks and “<” (neither is ever a part of a
 * character in either) is decoded strictly. Null unless every stretch is well-formed and most are UTF-8: in a file that is all GBK
 * hardly any stretch is well-formed UTF-8 by chance.
 */
function decodeMixed(bytes: Uint8Array): Decoded | null {
  const pieces: string[] = []
  let [utf8, other] = [0, 0]
  for (let from = 0; from < bytes.length; ) {
    let to = from + 1
    let plain = (bytes[from] ?? 0) < 0x80
    for (; to < bytes.length && bytes[to] !== 0x0a && bytes[to] !== 0x3c; to += 1)
      if ((bytes[to] ?? 0) >= 0x80) plain = false
    const stretch = bytes.subarray(from, to)
    const unicode = strictly(stretch, 'utf-8')
    const text = unicode ?? (isDamagedUtf8(stretch) ? null : strictly(stretch, 'gb18030'))
    if (text === null) return null
    if (!plain) {
      if (unicode === null) other += 1
      else utf8 += 1
    }
    // GBK from the start: not worth decoding a large file stretch by stretch only to learn that.
    if (other > 200 && other > utf8) return null
    pieces.push(text)
    from = to
  }
  return other > 0 && utf8 > other ? { text: pieces.join(''), encoding: 'utf-8, gb18030', certainty: 'mixed' } : null
}

function leastLoss(bytes: Uint8Array, names: readonly (string | null)[]): Decoded {
  let best: { text: string; encoding: string; lost: number } | null = null
  for (const encoding of new Set(names)) {
    if (encoding === null) continue
    const text = loosely(bytes, encoding)
    const lost = text.split('\ufffd').length - 1
    if (best === null || lost < best.lost) best = { text, encoding, lost }
  }
  return { text: best?.text ?? '', encoding: best?.encoding ?? 'utf-8', certainty: 'lossy' }
}

/** Decodes text. `declared` is what the page says of itself, where it does. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const mark = byteOrderMark(bytes)
  if (mark) {
    const text = strictly(bytes, mark)
    // The decoder takes the mark away, but not that of GB 18030.
    return text === null
      ? leastLoss(bytes, [mark])
      : { text: text.replace(/^\ufeff/, ''), encoding: mark, certainty: 'bom' }
  }
  const wide = utf16(bytes)
  if (wide) {
    const text = strictly(bytes, wide)
    return text === null ? leastLoss(bytes, [wide]) : { text, encoding: wide, certainty: 'likely' }
  }
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', certainty: 'strict' }
  const mixed = decodeMixed(bytes)
  if (mixed) return mixed
  const asDeclared = declared === null || contradicts(bytes, declared) ? null : strictly(bytes, declared)
  if (declared !== null && asDeclared !== null) return { text: asDeclared, encoding: declared, certainty: 'declared' }
  if (likelierBig5(bytes)) return { text: loosely(bytes, 'big5'), encoding: 'big5', certainty: 'likely' }
  const gb = strictly(bytes, 'gb18030')
  if (gb !== null) return { text: gb, encoding: 'gb18030', certainty: 'strict' }
  return detected(bytes, declared)
}

function detected(bytes: Uint8Array, declared: string | null): Decoded {
  const guesses = analyse(bytes.subarray(0, sampleSize))
  const certain = guesses.find(guess => guess.confidence >= 50 && !guess.name.startsWith('ISO-8859'))
  const name = certain ? encodingOf(certain.name) : null
  const text = name === null || name === 'utf-8' ? null : strictly(bytes, name)
  if (name !== null && text !== null && plausibility(text) > 0.9) return { text, encoding: name, certainty: 'likely' }
  // A single-byte encoding maps every byte to something: it would always lose least and never say what it lost.
  const manyByte = name !== null && singleByte.test(name) ? null : name
  return leastLoss(bytes, [declared, 'utf-8', 'gb18030', manyByte])
}

const placesShown = 3

/** Warns of U+FFFD in decoded text: how many and where the first of them stand, as line:column counted from 1; or of mixed encodings. Else null. */
export function replacementWarning(decoded: Decoded): Message | null {
  const { text } = decoded
  let at = text.indexOf('\ufffd')
  if (at < 0) return decoded.certainty === 'mixed' ? message('read.mixedEncodings') : null
  const places: string[] = []
  let count = 0
  let line = 1
  let lineStart = 0
  let scanned = 0
  for (; at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    count += 1
    if (places.length >= placesShown) continue
    for (let feed = text.indexOf('\n', scanned); feed >= 0 && feed < at; feed = text.indexOf('\n', scanned)) {
      line += 1
      lineStart = feed + 1
      scanned = feed + 1
    }
    places.push(`${line}:${at - lineStart + 1}`)
  }
  return message('read.lostCharacters', { count, places: places.join(' '), encoding: decoded.encoding })
}
