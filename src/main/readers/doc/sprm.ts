import { fits, i16, u8, u16 } from './bytes.ts'

/** One property modification: its code and where its operand stands. [MS-DOC] 2.2.5.1. */
export type Sprm = { readonly code: number; readonly at: number; readonly length: number }

/** Codes this reader knows, [MS-DOC] 2.6.2 (paragraph), 2.6.3 (table), 2.6.1 (character). */
export const sprms = {
  justification80: 0x2403,
  justification: 0x2461,
  inTable: 0x2416,
  rowEnd: 0x2417,
  outlineLevel: 0x2640,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  nesting: 0x6649,
  nestingChange: 0x664a,
  hugeParagraph97: 0x6645,
  hugeParagraph: 0x6646,
  tableProperties: 0x646b,
  tableDefinition: 0xd608,
  verticalMerge: 0xd62b,
  horizontalMerge: 0x5624,
  horizontalSplit: 0x5625,
  deletedText: 0x0800,
  hiddenText: 0x083c,
  strike: 0x0837,
  doubleStrike: 0x2a53,
  superscript: 0x2a48,
  position: 0x4845,
} as const

/** Operand sizes by spra, the top three bits of the code; 6 says its own size. */
const operandSizes = [1, 1, 2, 4, 2, 2, -1, 3]
const tabChanges = 0xc615

/** The modifications in bytes `from` to `to`, in order. Ends at the first that would reach past `to`. */
export function* sprmsIn(bytes: Uint8Array, from: number, to: number): Generator<Sprm> {
  const end = Math.min(to, bytes.length)
  let at = from
  while (at + 2 <= end) {
    const code = u16(bytes, at)
    const size = operandSizes[code >>> 13] ?? 1
    const operand = at + 2
    const { start, length } = size < 0 ? variableOperand(bytes, code, operand) : { start: operand, length: size }
    if (start + length > end) return
    yield { code, at: start, length }
    at = start + length
  }
}

function variableOperand(bytes: Uint8Array, code: number, at: number): { start: number; length: number } {
  // [MS-DOC] 2.9.322: the size of a table definition takes two bytes and counts one of them.
  if (code === sprms.tableDefinition || code === 0xd606) {
    return { start: at + 2, length: Math.max(u16(bytes, at) - 1, 0) }
  }
  const length = u8(bytes, at)
  // [MS-DOC] 2.9.187: 255 means that the size follows from the two counts inside.
  if (code === tabChanges && length === 255) {
    const deleted = u8(bytes, at + 1)
    const added = u8(bytes, at + 2 + deleted * 4)
    return { start: at + 1, length: 2 + deleted * 4 + added * 3 }
  }
  return { start: at + 1, length }
}

/** A block of modifications with its length in front (PrcData, [MS-DOC] 2.9.209): where they begin and end; null if not inside. */
export function blockAt(bytes: Uint8Array, at: number): { from: number; to: number } | null {
  const length = i16(bytes, at)
  return length >= 0 && fits(bytes, at, 2 + length) ? { from: at + 2, to: at + 2 + length } : null
}
