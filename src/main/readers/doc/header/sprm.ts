import { fits, i16, u8, u16 } from '../bytes.ts'
import { eastAsianSprms, word6Sprms } from './word6.ts'

/**
 * How properties are written: two-byte codes since Word 97, one-byte codes in Word 6 and 95, some of them of other size in the East
 * Asian editions. All come out as codes of Word 97.
 */
export type Dialect = 'word97' | 'word6' | 'word6EastAsia'

/** A run of property modifications and where it stands. */
export type PropertyBlock = {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
  readonly dialect: Dialect
}

/** Codes this reader knows, [MS-DOC] 2.6.2 (paragraph), 2.6.3 (table), 2.6.1 (character). */
export const sprms = {
  justification80: 0x2403,
  justification: 0x2461,
  style: 0x4600,
  styleLevelChange: 0x2602,
  listLevel: 0x260a,
  list: 0x460b,
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
  tableDefinition10: 0xd606,
  tableDefinition: 0xd608,
  tableLeft: 0x9601,
  tableGapHalf: 0x9602,
  verticalMerge: 0xd62b,
  cellsInserted: 0x7621,
  cellsDeleted: 0x5622,
  columnWidth: 0x7623,
  horizontalMerge: 0x5624,
  horizontalSplit: 0x5625,
  deletedText: 0x0800,
  hiddenText: 0x083c,
  strike: 0x0837,
  doubleStrike: 0x2a53,
  superscript: 0x2a48,
  position: 0x4845,
  symbol: 0x6a09,
  pictureLocation: 0x6a03,
  characterStyle: 0x4a30,
  plain: 0x2a33,
  font: 0x4a4f,
  eastAsianFont: 0x4a50,
  colour: 0x6870,
  oldColour: 0x2a42,
  highlight: 0x2a0c,
  size: 0x4a43,
  shading: 0xca71,
  oldShading: 0x4866,
  paragraphShading: 0xc64d,
  oldParagraphShading: 0x442d,
  tableStyle: 0x563a,
  cellShadings: 0xd612,
  cellShadings2: 0xd616,
  cellShadings3: 0xd60c,
  oldCellShadings: 0xd609,
  cellShading: 0xd62d,
  oldCellShading: 0x7627,
  tableShading: 0xd660,
} as const

/** Operand sizes by spra, the top three bits of the code; 6 says its own size. */
const operandSizes = [1, 1, 2, 4, 2, 2, -1, 3] as const
const tabChanges = 0xc615

/** Calls `visit` for each modification, in order. Ends at the first that would reach past the end of its block. */
export function eachSprm({ bytes, from, to, dialect }: PropertyBlock, visit: Visit): void {
  const end = Math.min(to, bytes.length)
  if (dialect === 'word97') eachNewSprm(bytes, from, end, visit)
  else eachOldSprm(bytes, from, end, dialect, visit)
}

type Visit = (code: number, at: number, length: number) => void

function eachNewSprm(bytes: Uint8Array, from: number, end: number, visit: Visit): void {
  let at = from
  while (at + 2 <= end) {
    const code = u16(bytes, at)
    let operand = at + 2
    let length: number = operandSizes[code >>> 13] ?? 1
    if (length < 0) {
      if (code === sprms.tableDefinition || code === sprms.tableDefinition10) {
        // [MS-DOC] 2.9.322: the size of a table definition takes two bytes and counts one of them.
        length = Math.max(u16(bytes, operand) - 1, 0)
        operand += 2
      } else {
        length = u8(bytes, operand)
        operand++
        if (code === tabChanges && length === 255) length = tabsLength(bytes, operand)
      }
    }
    if (operand + length > end) return
    visit(code, operand, length)
    at = operand + length
  }
}

/** [MS-DOC] 2.9.187: 255 means that the size follows from the two counts inside. */
function tabsLength(bytes: Uint8Array, at: number): number {
  const deleted = u8(bytes, at)
  return 2 + deleted * 4 + u8(bytes, at + 1 + deleted * 4) * 3
}

const oldTabChanges = 23

function eachOldSprm(
  bytes: Uint8Array,
  from: number,
  end: number,
  dialect: 'word6' | 'word6EastAsia',
  visit: Visit,
): void {
  let at = from
  while (at < end) {
    const code = u8(bytes, at)
    const known =
      dialect === 'word6EastAsia' ? (eastAsianSprms.get(code) ?? word6Sprms.get(code)) : word6Sprms.get(code)
    // A code without a known size hides where the next one begins. Padding is 0.
    if (!known) return
    let operand = at + 1
    let length = known.size === 'byte' || known.size === 'word' ? 0 : known.size
    if (known.size === 'byte') {
      length = u8(bytes, operand)
      operand++
      if (code === oldTabChanges && length === 255) length = tabsLength(bytes, operand)
    } else if (known.size === 'word') {
      length = Math.max(u16(bytes, operand) - 1, 0)
      operand += 2
    }
    if (operand + length > end) return
    if (known.code !== 0) visit(known.code, operand, length)
    at = operand + length
  }
}

/** A block of modifications with its length in front (PrcData, [MS-DOC] 2.9.209); null if it does not lie inside. */
export function blockAt(bytes: Uint8Array, at: number, dialect: Dialect): PropertyBlock | null {
  const length = i16(bytes, at)
  return length >= 0 && fits(bytes, at, 2 + length) ? { bytes, from: at + 2, to: at + 2 + length, dialect } : null
}
