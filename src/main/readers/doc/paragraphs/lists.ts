import { type Level, type ListNumbering, levelCount, NumberLabels } from '../../common/numberLabels.ts'
import { fits, u8, u16, u32 } from '../bytes.ts'
import type { ByteRange } from '../header/fib.ts'

/**
 * The automatic numbers of a document, [MS-DOC] 2.4.6.3: lists (LSTF) with nine levels each (LVL), and the overrides (LFO) by whose
 * number paragraphs name them. To a reader of the page they are text, and a report's labels need them: “（一）” is often one.
 */
export function readLabels(table: Uint8Array, lists: ByteRange, overrides: ByteRange): NumberLabels | null {
  const levels = readLists(table, lists)
  if (levels.size === 0 || overrides.length < 4 || !fits(table, overrides.at, overrides.length)) return null
  const numberings = new Map<string, ListNumbering>()
  const count = Math.min(u32(table, overrides.at), Math.floor((overrides.length - 4) / overrideSize))
  let detail = overrides.at + 4 + count * overrideSize
  for (let index = 0; index < count; index++) {
    const at = overrides.at + 4 + index * overrideSize
    const list = u32(table, at)
    const changed = new Map(levels.get(list))
    const starts = new Map<number, number>()
    // [MS-DOC] 2.9.132: first a position of no use, then what this one changes about levels.
    detail += 4
    for (let change = 0; change < Math.min(u8(table, at + 12), levelCount); change++) {
      const flags = u32(table, detail + 4)
      const level = flags & 15
      if ((flags & startFlag) !== 0) starts.set(level, u32(table, detail))
      detail += 8
      if ((flags & formatFlag) === 0) continue
      const own = readLevel(table, detail)
      if (!own) break
      changed.set(level, own.level)
      detail = own.end
    }
    numberings.set(String(index + 1), { abstract: String(list), levels: changed, starts })
  }
  return new NumberLabels(numberings)
}

const listSize = 28
const overrideSize = 16
const simpleFlag = 1
const startFlag = 0x10
const formatFlag = 0x20

type Levels = ReadonlyMap<number, Level>

/** [MS-DOC] 2.9.192: all lists, and behind them, not counted in the length, the levels of each: one of a simple list, else nine. */
function readLists(table: Uint8Array, { at, length }: ByteRange): ReadonlyMap<number, Levels> {
  const lists = new Map<number, Levels>()
  if (length < 2 + listSize || !fits(table, at, length)) return lists
  const count = Math.min(u16(table, at), Math.floor((length - 2) / listSize))
  let next = at + 2 + count * listSize
  for (let index = 0; index < count; index++) {
    const list = at + 2 + index * listSize
    const levels = new Map<number, Level>()
    const levelsHere = (u8(table, list + 26) & simpleFlag) !== 0 ? 1 : levelCount
    for (let number = 0; number < levelsHere; number++) {
      const read = readLevel(table, next)
      if (!read) return lists
      levels.set(number, read.level)
      next = read.end
    }
    lists.set(u32(table, list), levels)
  }
  return lists
}

/** [MS-DOC] 2.9.150 and 2.9.151: fixed part, paragraph and character properties, then the text with level numbers as U+0000 … U+0008. */
function readLevel(table: Uint8Array, at: number): { readonly level: Level; readonly end: number } | null {
  const text = at + 28 + u8(table, at + 24) + u8(table, at + 25)
  const length = u16(table, text)
  if (!fits(table, at, 28) || length > 255 || !fits(table, text + 2, length * 2)) return null
  let pattern = ''
  for (let index = 0; index < length; index++) {
    const character = u16(table, text + 2 + index * 2)
    pattern += character < levelCount ? `%${character + 1}` : String.fromCharCode(character)
  }
  const flags = u8(table, at + 5)
  const follows = u8(table, at + 15)
  return {
    level: {
      format: formats.get(u8(table, at + 4)) ?? 'decimal',
      text: pattern,
      start: u32(table, at),
      suffix: follows === 0 ? 'tab' : follows === 1 ? 'space' : 'nothing',
      // fNoRestart, with the level that still sets it back.
      restart: (flags & 8) === 0 ? null : u8(table, at + 26),
      legal: (flags & 4) !== 0,
      style: null,
    },
    end: text + 2 + length * 2,
  }
}

/** [MS-OSHARED] 2.2.1.3 (MSONFC), under the names that numerals.ts knows. */
const formats: ReadonlyMap<number, string> = new Map([
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [10, 'ideographDigital'],
  [11, 'japaneseCounting'],
  [14, 'decimalFullWidth'],
  [17, 'japaneseDigitalTenThousand'],
  [18, 'decimalEnclosedCircle'],
  [19, 'decimalFullWidth2'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [26, 'decimalEnclosedFullstop'],
  [27, 'decimalEnclosedParen'],
  [28, 'decimalEnclosedCircleChinese'],
  [29, 'ideographEnclosedCircle'],
  [30, 'ideographTraditional'],
  [31, 'ideographZodiac'],
  [33, 'taiwaneseCounting'],
  [34, 'ideographLegalTraditional'],
  [35, 'taiwaneseCountingThousand'],
  [36, 'taiwaneseDigital'],
  [37, 'chineseCounting'],
  [38, 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
  [57, 'numberInDash'],
  [255, 'none'],
])
