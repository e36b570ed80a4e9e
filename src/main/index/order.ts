/** The order of names in lists. */

/** Pinyin order, the same on every machine whatever its language. */
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** A key is compared unit by unit; below this lie what SQLite and JavaScript treat in ways of their own (NUL, controls). */
const first = 0x20
/** Stands after a rank, higher than all ranks: what follows comes after everything that begins with that rank. */
const beyond = '\ud7ff'

/** The words that Unicode's pinyin order (CLDR zh, checked with all pairs of 6,763 common characters) sounds as one: 重 is chóng in 重庆. */
const soundedAsOne = ['重庆', '沈阳', '藏文']
const pieces = new RegExp(String.raw`\d+|${soundedAsOne.join('|')}|.`, 'gsu')

type Alphabet = { readonly inOrder: readonly string[]; readonly ranks: ReadonlyMap<string, string> }
let sorted: Alphabet | null = null

/** All characters of the basic plane that a name can hold, in order. Sorted when a name is first put: some 100 ms. */
function alphabet(): Alphabet {
  if (sorted) return sorted
  const characters = [...soundedAsOne]
  for (let code = 0x20; code < 0xd800; code++) {
    const character = String.fromCharCode(code)
    if (/[\p{L}\p{N}\p{P}\p{S} ]/u.test(character) && plain(character) === character) characters.push(character)
  }
  const inOrder = characters.sort(collator.compare)
  sorted = { inOrder, ranks: new Map(inOrder.map((character, at) => [character, String.fromCharCode(first + at)])) }
  return sorted
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * A rare character (𠮷, a mark on its own) goes into the gap where collation puts it; several in one gap go by code point. Two units for it, each
 * far from surrogates, so that UTF-8 and UTF-16 compare them alike.
 */
function unranked(character: string): string {
  const { inOrder, ranks } = alphabet()
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (collator.compare(inOrder[middle] ?? '', character) < 0) low = middle + 1
    else high = middle
  }
  const before = ranks.get(inOrder[low - 1] ?? '') ?? ''
  const code = character.codePointAt(0) ?? 0
  return before + beyond + String.fromCharCode(0x1000 + (code >> 12), 0x1000 + (code & 0xfff))
}

/**
 * A text by which names sort as plain strings: by pinyin, whole numbers by their value, width and case of letters without weight. SQLite
 * has no Chinese collation, and one of our own would make the file unreadable to anything else.
 */
export function sortKey(name: string): string {
  const { ranks } = alphabet()
  let key = ''
  for (const [piece] of plain(name).matchAll(pieces)) {
    if (/^\d/.test(piece)) {
      const digits = piece.replace(/^0+(?=\d)/, '')
      // Longer numbers are larger; names hold no number of more than a few hundred digits.
      key += ranks.get('0') + String.fromCharCode(first + Math.min(digits.length, 0xfff)) + digits
    } else key += ranks.get(piece) ?? unranked(piece)
  }
  return key
}
