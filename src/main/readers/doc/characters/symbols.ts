import { codePoint } from 'dingbat-to-unicode'
import { fits, u8, u16 } from '../bytes.ts'
import type { ByteRange } from '../header/fib.ts'
import type { Dialect } from '../header/sprm.ts'

/**
 * Characters of symbol fonts ([MS-DOC] 2.9.50): Word stores a placeholder, often an opening parenthesis, and beside it font and code.
 * Symbol fonts have theirs at U+F000 and above.
 */
export function symbolText(font: string, code: number): string {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const known = codePoint(font, own)
  if (known) return known.string
  // A font with characters of its own, unknown here: the character is there, what it shows is not known.
  return code >= 0xe000 && code <= 0xf8ff ? '\ufffd' : own < 0x20 ? '' : String.fromCharCode(own)
}

/** The names of the fonts. [MS-DOC] 2.9.80 and 2.9.293: each begins with its size; the name stands 40 bytes in, 6 in Word 6. */
export function readFonts(table: Uint8Array, { at, length }: ByteRange, dialect: Dialect): readonly string[] {
  const fonts: string[] = []
  if (length <= 4 || !fits(table, at, length)) return fonts
  const wide = dialect === 'word97'
  const end = at + length
  for (let font = at + (wide ? 4 : 2); font + 1 < end; font += 1 + u8(table, font)) {
    let name = ''
    for (let next = font + (wide ? 40 : 6); next < end; next += wide ? 2 : 1) {
      const character = wide ? u16(table, next) : u8(table, next)
      if (character === 0) break
      name += String.fromCharCode(character)
    }
    fonts.push(name)
  }
  return fonts
}
