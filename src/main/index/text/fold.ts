/** Text as it is compared, and for every UTF-16 unit of it where the piece it came from begins and ends in the original. */
export type Folded = {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Characters that fold to themselves, a run at a time for speed; else a character and the marks on it: NFKC is taken piece by piece,
 * so that every result can be traced to its origin.
 */
const piece = /[\u4e00-\u9fff!-@[-~、。《》“”—]+(?!\p{M})|\P{M}\p{M}*|\p{M}+/gsu
const unchanging = /^[\u4e00-\u9fff!-@[-~、。《》“”—]/
/** Han and kana with their punctuation: white space beside these is layout (a wrapped cell, 全 角 spacing), not part of a word. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f]/u
const blank = /^[\s\p{Cc}]+$/u
/** Zero-width characters, soft hyphens, byte order marks: invisible, so nobody can type them. */
const invisible = /^\p{Cf}+$/u

/** Takes the folded pieces in order, with their place in the original. */
type Take = (form: string, start: number, end: number) => void

function formOf(text: string): string {
  if (unchanging.test(text) && text.normalize('NFKC') === text) return text
  // A compatibility form can bring a space of its own (U+00A8 is space + mark); it stays inside the piece.
  return text.normalize('NFKC').toLowerCase()
}

function walk(text: string, take: Take): void {
  let gap = -1
  let last = ''
  for (const match of text.toWellFormed().matchAll(piece)) {
    const form = formOf(match[0])
    if (invisible.test(form)) continue
    if (blank.test(form)) {
      if (gap < 0) gap = match.index
      continue
    }
    const first = String.fromCodePoint(form.codePointAt(0) ?? 0)
    if (gap >= 0 && last !== '' && !wide.test(last) && !wide.test(first)) take(' ', gap, gap + 1)
    gap = -1
    last = form.slice(-1)
    if (/[\uDC00-\uDFFF]/.test(last)) last = form.slice(-2)
    take(form.replace(/[\s\p{Cc}]/gu, ' '), match.index, match.index + match[0].length)
  }
}

/**
 * How text is compared when searching: NFKC (full-width digits, Kangxi radicals), lower case, white space beside Han characters
 * left out, other white space one space. Search is plain substring search over this form of text and word.
 */
export function fold(text: string): Folded {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  walk(text, (form, start, end) => {
    folded += form
    // A piece as long as its form is a run of characters that stand for themselves, or one character.
    const alike = form.length === end - start && unchanging.test(form)
    for (let at = 0; at < form.length; at++) {
      starts.push(alike ? start + at : start)
      ends.push(alike ? start + at + 1 : end)
    }
  })
  return { text: folded, starts, ends }
}

/** The folded text alone. */
export function foldText(text: string): string {
  let folded = ''
  walk(text, form => {
    folded += form
  })
  return folded
}
