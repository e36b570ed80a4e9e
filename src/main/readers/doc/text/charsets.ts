import { fits, u8, u16 } from '../bytes.ts'
import type { ByteRange, Fib } from '../header/fib.ts'
import { type FormattedRun, runBehind } from '../header/propertyPages.ts'
import { eachSprm, sprms } from '../header/sprm.ts'
import type { Decode } from './pieces.ts'

/**
 * Which bytes stand for which characters in Word 6 and 95, where text is not Unicode: the character set of a font decides, and where
 * the font leaves it open the language of the Word that wrote the file.
 */

type Charsets = {
  /** The encoding of text whose font does not say. */
  readonly usual: string
  /** The encoding of each font, null where it leaves it open. */
  readonly ofFont: readonly (string | null)[]
}

/** Character sets of fonts ([MS-WMF] 2.1.1.5), with the code page of each. */
const fontCharsets: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
])

/** Languages with another code page than the West European one, by the low ten bits of their number ([MS-LCID]). */
const languageCharsets: ReadonlyMap<number, string> = new Map([
  [0x01, 'windows-1256'],
  [0x05, 'windows-1250'],
  [0x08, 'windows-1253'],
  [0x0d, 'windows-1255'],
  [0x0e, 'windows-1250'],
  [0x11, 'shift_jis'],
  [0x12, 'euc-kr'],
  [0x15, 'windows-1250'],
  [0x19, 'windows-1251'],
  [0x1e, 'windows-874'],
  [0x1f, 'windows-1254'],
  [0x22, 'windows-1251'],
])

const doubleByteCharsets: ReadonlySet<string> = new Set(['gbk', 'big5', 'shift_jis', 'euc-kr'])

function isDoubleByte(encoding: string): boolean {
  return doubleByteCharsets.has(encoding)
}

/** Reads the font table: two bytes of its size, then for each font a byte of its size, and its character set four bytes on. */
function readCharsets(fib: Fib, document: Uint8Array, { at, length }: ByteRange): Charsets {
  const ofFont: (string | null)[] = []
  if (length > 2 && fits(document, at, length)) {
    const end = at + length
    for (let font = at + 2; font + 5 < end; font += 1 + u8(document, font)) {
      ofFont.push(fontCharsets.get(u8(document, font + 4)) ?? null)
    }
  }
  return { usual: usualCharset(fib, ofFont), ofFont }
}

function usualCharset(fib: Fib, ofFont: readonly (string | null)[]): string {
  if (fib.fromMacintosh) return 'macintosh'
  const ofLanguage = languageCharset(fib.languageId)
  // A file of units of two bytes was written by an East Asian edition, whatever language it names (seen: English).
  if (ofLanguage !== null || !fib.doubleBytes) return ofLanguage ?? 'windows-1252'
  return ofFont.find(encoding => encoding !== null && isDoubleByte(encoding)) ?? 'gbk'
}

function languageCharset(language: number): string | null {
  // Chinese: of Taiwan, Hong Kong and Macau in Big5, else in GBK.
  if ((language & 0x3ff) === 0x04) return [0x0404, 0x0c04, 0x1404].includes(language) ? 'big5' : 'gbk'
  return languageCharsets.get(language & 0x3ff) ?? null
}

const decoders = new Map<string, TextDecoder>()

function decoder(encoding: string): TextDecoder {
  const known = decoders.get(encoding) ?? new TextDecoder(encoding)
  decoders.set(encoding, known)
  return known
}

/**
 * Text of one byte a character position. A character of two bytes takes two positions: itself and U+0000, which is never shown, so that
 * positions stay true.
 */
function decodeBytes(bytes: Uint8Array, encoding: string): string {
  if (!isDoubleByte(encoding)) return decoder(encoding).decode(bytes)
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const byte = u8(bytes, at)
    const pair = byte < 0x80 ? '' : decoder(encoding).decode(bytes.subarray(at, at + 2))
    if (pair.length === 1 && at + 1 < bytes.length) {
      text += `${pair}\0`
      at += 2
    } else {
      text +=
        byte < 0x80
          ? String.fromCharCode(byte)
          : decoder(encoding)
              .decode(bytes.subarray(at, at + 1))
              .charAt(0)
      at++
    }
  }
  return text
}

/** The first bytes of pairs lie above the letters of ASCII in every set. */
const firstPair = 0x8000

/** Text of two bytes a character position, each a code of a double-byte set: the first byte of the pair is the high one. */
function decodeUnits(bytes: Uint8Array, encoding: string): string {
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = u16(bytes, at)
    if (unit < 0x80) text += String.fromCharCode(unit)
    else if (unit >= firstPair)
      text += decoder(encoding)
        .decode(Uint8Array.of(unit >>> 8, unit & 0xff))
        .charAt(0)
    // The high byte means something else then (seen: 0x1092 for ’).
    else text += decoder('windows-1252').decode(Uint8Array.of(unit & 0xff))
  }
  return text
}

/** Reads text of Word 6 and 95: run by run, for every run may have a font of another character set. */
export function decodeOld(fib: Fib, document: Uint8Array, runs: readonly FormattedRun[], fonts: ByteRange): Decode {
  const { usual, ofFont } = readCharsets(fib, document, fonts)
  const encodingOf = (run: FormattedRun): string => {
    let encoding: string | null = null
    const block = { bytes: document, from: run.start, to: run.end, dialect: fib.dialect }
    eachSprm(block, (code, at) => {
      if (code === sprms.font || code === sprms.eastAsianFont) encoding = ofFont[u16(document, at)] ?? encoding
    })
    return encoding ?? usual
  }
  return (from, to, width) => {
    if (width === 2) return decodeUnits(document.subarray(from, to), usual)
    let text = ''
    let at = from
    for (let index = runBehind(runs, from); at < to; index++) {
      const run = runs[index]
      const next = Math.min(to, run ? (run.from > at ? run.from : run.to) : to)
      text += decodeBytes(document.subarray(at, next), run && run.from <= at ? encodingOf(run) : usual)
      if (run && run.from > at) index--
      at = next
    }
    return text
  }
}
