/** Text as it is compared, and for every UTF-16 unit of it where the piece it came from begins and ends in the original. */
export type Folded = {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** A character and the marks on it: NFKC is taken piece by piece, so that every result can be traced to its origin. */
const piece = /\P{M}\p{M}*|\p{M}+/gsu
/** Han and kana with their punctuation: white space beside these is layout (a wrapped cell, 全 角 spacing), not part of a word. */
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f]/u
const blank = /^[\s\p{Cc}]+$/u
/** Zero-width characters, soft hyphens, byte order marks: invisible, so nobody can type them. */
const invisible = /^\p{Cf}+$/u
/** Printable ASCII without capitals and without two spaces in a row folds to itself. */
const plain = /^(?:[!-@[-~]| (?! ))*$/

/**
 * How text is compared when searching: NFKC (full-width digits, Kangxi radicals), lower case, white space beside Han characters
 * left out, other white space one space. Search is plain substring search over this form of text and word.
 */
export function fold(text: string): Folded {
  const folded: { text: string; start: number; end: number }[] = []
  let gap: { start: number; end: number } | null = null
  const source = text.toWellFormed()
  for (const match of source.matchAll(piece)) {
    const start = match.index
    const end = start + match[0].length
    const form = match[0].normalize('NFKC').toLowerCase()
    if (invisible.test(form)) continue
    if (blank.test(form)) {
      gap ??= { start, end }
      continue
    }
    const last = folded.at(-1)
    if (gap && last && !wide.test(last.text) && !wide.test(form)) folded.push({ text: ' ', ...gap })
    gap = null
    // A compatibility form can bring a space of its own (U+00A8 is space + mark); it stays inside the piece.
    folded.push({ text: form.replace(/[\s\p{Cc}]/gu, ' '), start, end })
  }
  return {
    text: folded.map(item => item.text).join(''),
    starts: folded.flatMap(item => Array.from({ length: item.text.length }, () => item.start)),
    ends: folded.flatMap(item => Array.from({ length: item.text.length }, () => item.end)),
  }
}

/** The folded text alone. */
export function foldText(text: string): string {
  return plain.test(text) && text.trim() === text ? text : fold(text).text
}
