import { fits, u8, u16 } from '../bytes.ts'
import type { ByteRange } from '../header/fib.ts'
import type { Dialect, PropertyBlock } from '../header/sprm.ts'

/** A style: the one it is based on, and what it says about paragraphs and characters. */
export type WordStyle = {
  readonly ofParagraphs: boolean
  readonly base: number | null
  readonly paragraph: PropertyBlock | null
  readonly character: PropertyBlock | null
}

const paragraphStyle = 1
const characterStyle = 2
const noBase = 0xfff
/** Longer chains of styles are a loop. Word allows eleven. */
export const longestChain = 12

/** The style sheet, [MS-DOC] 2.9.271: by their number; null for a number without a style. */
export function readStyles(
  table: Uint8Array,
  { at, length }: ByteRange,
  dialect: Dialect,
): readonly (WordStyle | null)[] {
  if (length < 6 || !fits(table, at, length)) return []
  const end = at + length
  const count = Math.min(u16(table, at + 2), noBase)
  const fixedSize = u16(table, at + 4)
  const styles: (WordStyle | null)[] = []
  let next = at + 2 + u16(table, at)
  for (let index = 0; index < count && next + 2 <= end; index++) {
    const size = u16(table, next)
    const from = next + 2
    styles.push(
      size >= fixedSize && fixedSize >= 8
        ? readStyle(table, from, Math.min(from + size, end), fixedSize, dialect)
        : null,
    )
    // [MS-DOC] 2.9.135: each begins at an even place.
    next = from + size + (size & 1)
  }
  return styles
}

/** [MS-DOC] 2.9.258 to 2.9.260: fixed part, name, then the property blocks, each at an even place with its size in front. */
function readStyle(table: Uint8Array, from: number, to: number, fixedSize: number, dialect: Dialect): WordStyle {
  const kind = u16(table, from + 2) & 15
  const base = u16(table, from + 2) >>> 4
  const name = from + fixedSize
  // The name has its length in front and a zero behind, of one byte each in Word 6.
  let at = dialect === 'word97' ? name + 4 + u16(table, name) * 2 : name + 2 + u8(table, name)
  const nextBlock = (head: number): PropertyBlock | null => {
    at += (at - from) & 1
    const size = u16(table, at)
    const block = { bytes: table, from: at + 2 + head, to: at + 2 + size, dialect }
    at = block.to
    return size > head && block.to <= to ? block : null
  }
  // The number of the style itself stands in front of what it says about paragraphs.
  const paragraph = kind === paragraphStyle ? nextBlock(2) : null
  const character = kind === paragraphStyle || kind === characterStyle ? nextBlock(0) : null
  return { ofParagraphs: kind === paragraphStyle, base: base === noBase ? null : base, paragraph, character }
}

/** What a style and those it is based on say, the farthest first. */
export function chainOfStyle(
  styles: readonly (WordStyle | null)[],
  number: number,
  part: 'paragraph' | 'character',
): readonly PropertyBlock[] {
  const blocks: PropertyBlock[] = []
  let style = styles[number]
  for (let step = 0; style && step < longestChain; step++) {
    const block = style[part]
    if (block) blocks.unshift(block)
    style = style.base === null ? null : styles[style.base]
  }
  return blocks
}
