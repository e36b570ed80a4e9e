/** Pinyin order, the same on every machine whatever its language. */
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** A key is compared unit by unit; below this lie what SQLite and JavaScript treat in ways of their own (NUL, controls). */
const first = 0x20
/** Stands before a character that has no rank, which so comes after all that have one. */
const beyond = '\ud7ff'

/** The words that Unicode's pinyin order (CLDR zh, checked with all pairs of 6,763 common characters) sounds as one: 重 is chóng in 重庆. */
const soundedAsOne = ['重庆', '沈阳', '藏文']
const pieces = new RegExp(String.raw`\d+|${soundedAsOne.join('|')}|.`, 'gsu')

let ranked: ReadonlyMap<string, number> | null = null

/** Ranks of all characters of the basic plane that a name can hold. Sorted when a name is first put: some 100 ms. */
function ranks(): ReadonlyMap<string, number> {
  if (ranked) return ranked
  const characters = [...soundedAsOne]
  for (let code = 0x20; code < 0xd800; code++) {
    const character = String.fromCharCode(code)
    if (/[\p{L}\p{N}\p{P}\p{S} ]/u.test(character) && plain(character) === character) characters.push(character)
  }
  ranked = new Map(characters.sort(collator.compare).map((character, rank) => [character, first + rank]))
  return ranked
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Two units, each far from surrogates, so that UTF-8 and UTF-16 compare them alike. */
function unranked(code: number): string {
  return beyond + String.fromCharCode(0x1000 + (code >> 12), 0x1000 + (code & 0xfff))
}

/**
 * A text by which names sort as plain strings: by pinyin, whole numbers by their value, width and case of letters without weight. SQLite
 * has no Chinese collation, and one of our own would make the file unreadable to anything else.
 */
export function sortKey(name: string): string {
  const rank = ranks()
  const zero = rank.get('0') ?? first
  let key = ''
  for (const [piece] of plain(name).matchAll(pieces)) {
    if (/^\d/.test(piece)) {
      const digits = piece.replace(/^0+(?=\d)/, '')
      // Longer numbers are larger; names hold no number of more than a few hundred digits.
      key += String.fromCharCode(zero, first + Math.min(digits.length, 0xfff)) + digits
    } else {
      const known = rank.get(piece)
      key += known === undefined ? unranked(piece.codePointAt(0) ?? 0) : String.fromCharCode(known)
    }
  }
  return key
}
