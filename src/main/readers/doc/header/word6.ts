/**
 * Property modifications of Word 6 and 95. Their codes are one byte, and their sizes follow no rule: they stand in the table of the
 * Word 6 file format, as other readers (wvWare, LibreOffice, Apache POI) carry it. `code` is the modification of Word 97 that says the
 * same, 0 where this reader does not care.
 */
export type OldSprm = {
  /** Bytes of the operand; `byte` and `word`: it begins with its own size in one or in two bytes. */
  readonly size: number | 'byte' | 'word'
  readonly code: number
}

/** Modifications this reader understands. */
const meanings: ReadonlyMap<number, number> = new Map([
  [2, 0x4600],
  [4, 0x2602],
  [5, 0x2403],
  [24, 0x2416],
  [25, 0x2417],
  [65, 0x0800],
  [74, 0x6a09],
  [80, 0x4a30],
  [83, 0x2a33],
  [87, 0x0837],
  [92, 0x083c],
  [93, 0x4a4f],
  [101, 0x4845],
  [104, 0x2a48],
  [115, 0x4a50],
  [183, 0x9601],
  [184, 0x9602],
  [188, 0xd606],
  [190, 0xd608],
  [194, 0x7621],
  [195, 0x5622],
  [196, 0x7623],
  [197, 0x5624],
  [198, 0x5625],
])

/** Codes by the size of their operand. */
const sizes: readonly (readonly [OldSprm['size'], readonly number[]])[] = [
  [0, [52, 83]],
  [1, [4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 24, 25, 29, 37, 44, 50, 51, 65, 66, 67, 71, 75, 85, 86, 87, 88, 89, 90, 91]],
  [1, [92, 94, 98, 100, 102, 104, 117, 118, 119, 185, 186]],
  [2, [2, 16, 17, 18, 19, 21, 22, 26, 27, 28, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 45, 46, 47, 48, 49]],
  [2, [69, 72, 80, 93, 96, 97, 99, 101, 107, 109, 110, 121, 122, 123, 124, 182, 183, 184, 189, 195, 197, 198]],
  [3, [73, 95]],
  [4, [20, 70, 192, 194, 196, 200]],
  [5, [193, 199]],
  [12, [187]],
  [
    'byte',
    [3, 12, 15, 23, 64, 68, 74, 77, 79, 81, 82, 103, 105, 106, 108, 111, 112, 113, 114, 115, 116, 120, 179, 181],
  ],
  ['byte', [191, 207]],
  ['word', [188, 190]],
]

export const word6Sprms: ReadonlyMap<number, OldSprm> = new Map(
  sizes.flatMap(([size, codes]) => codes.map(code => [code, { size, code: meanings.get(code) ?? 0 }] as const)),
)

/** In the East Asian editions these three name a font. */
export const eastAsianSprms: ReadonlyMap<number, OldSprm> = new Map(
  [111, 112, 113].map(code => [code, { size: 2, code: 0 }] as const),
)
