import { Buffer } from 'node:buffer'

/** Structures of the table stream that `build.ts` puts into a document: style sheet, fonts, lists. */

export type BuiltStyle = {
  readonly kind: 'paragraph' | 'character'
  readonly base?: number
  readonly paragraph?: readonly Buffer[]
  readonly character?: readonly Buffer[]
}

const words = (...values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, index * 2)
  return bytes
}
const longs = (...values: readonly number[]) => words(...values.flatMap(value => [value & 0xffff, value >>> 16]))

/** The style sheet, [MS-DOC] 2.9.271: styles by their number; null leaves a number free. */
export function styleSheet(styles: readonly (BuiltStyle | null)[]): Buffer {
  const fixedSize = 10
  const parts = styles.map((style, number) => {
    if (!style) return words(0)
    const kind = style.kind === 'paragraph' ? 1 : 2
    const fixed = words(0x0ffe, kind | ((style.base ?? 0xfff) << 4), style.kind === 'paragraph' ? 2 : 1, 0, 0)
    const name = Buffer.from(`样式${number}\0`, 'utf16le')
    const blocks =
      style.kind === 'paragraph'
        ? [Buffer.concat([words(number), ...(style.paragraph ?? [])]), Buffer.concat(style.character ?? [])]
        : [Buffer.concat(style.character ?? [])]
    const body = Buffer.concat([
      fixed,
      words(name.length / 2 - 1),
      name,
      ...blocks.map(block => even(Buffer.concat([words(block.length), block]))),
    ])
    return Buffer.concat([words(body.length), body])
  })
  return Buffer.concat([words(18, styles.length, fixedSize), Buffer.alloc(14), ...parts])
}

const even = (bytes: Buffer) => (bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]))

/** Names of fonts, [MS-DOC] 2.9.80 and 2.9.293. */
export function fontTable(names: readonly string[]): Buffer {
  const fonts = names.map(name => {
    const text = Buffer.from(`${name}\0`, 'utf16le')
    return Buffer.concat([Buffer.from([39 + text.length]), Buffer.alloc(39), text])
  })
  return Buffer.concat([words(names.length, 0), ...fonts])
}

export type BuiltLevel = {
  readonly format: number
  readonly text: string
  readonly start?: number
  readonly follows?: number
}

/** A level, [MS-DOC] 2.9.150; in its text %1 … %9 stand for the numbers of the levels. */
function level({ format, text, start = 1, follows = 2 }: BuiltLevel): Buffer {
  const characters = text.replace(/%([1-9])/g, (_all, digit: string) => String.fromCharCode(Number(digit) - 1))
  const fixed = Buffer.alloc(28)
  fixed.writeUInt32LE(start, 0)
  fixed[4] = format
  fixed[15] = follows
  return Buffer.concat([fixed, words(characters.length), Buffer.from(characters, 'utf16le')])
}

/** One list for each array of levels, [MS-DOC] 2.9.192; `rest` follows it without counting in its length. */
export function listTable(lists: readonly (readonly BuiltLevel[])[]): {
  readonly counted: Buffer
  readonly rest: Buffer
} {
  const heads = lists.map((levels, index) => {
    const head = Buffer.alloc(28)
    head.writeUInt32LE(1000 + index, 0)
    head[26] = levels.length === 1 ? 1 : 0
    return head
  })
  const filled = lists.map(levels =>
    levels.length === 1 ? levels : Array.from({ length: 9 }, (_, index) => levels[index] ?? { format: 255, text: '' }),
  )
  return { counted: Buffer.concat([words(lists.length), ...heads]), rest: Buffer.concat(filled.flat().map(level)) }
}

/** One override for each list it names by its place; where `start` is given the first level begins anew there. */
export function overrideTable(overrides: readonly { readonly list: number; readonly start?: number }[]): Buffer {
  const heads = overrides.map(({ list, start }) => {
    const head = Buffer.alloc(16)
    head.writeUInt32LE(1000 + list, 0)
    head[12] = start === undefined ? 0 : 1
    return head
  })
  const details = overrides.map(({ start }) => (start === undefined ? longs(0) : longs(0, start, 0x10)))
  return Buffer.concat([longs(overrides.length), ...heads, ...details])
}
