import { memoized } from './memoized.ts'
import { toSimplified } from './traditional.ts'

/** Texts of labels and headings made comparable: marks, spaces, numbering and variants of characters. */

/** Word's own marks that some converters print into the text. */
const converterMarks = /\[bookmark:[^\]]{0,200}\]/gi

/** A numbering in front of a label: “一、” is ['han', 1], “（三）” ['bracket', 3], “5.” ['digit', 5]. */
export type LabelNumbering = { readonly style: 'han' | 'bracket' | 'digit'; readonly number: number }

const hanDigits = '零一二三四五六七八九'

/** Reads 一 … 九十九; null for anything else. */
export function hanNumber(text: string): number | null {
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!parts || text === '') return null
  const [, first, ten, last] = parts
  if (!ten) return last === undefined && first ? hanDigits.indexOf(first) : null
  return (first ? hanDigits.indexOf(first) : 1) * 10 + (last ? hanDigits.indexOf(last) : 0)
}

const numberings: readonly { style: LabelNumbering['style']; pattern: RegExp }[] = [
  { style: 'bracket', pattern: /^[([〔【]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[)\]〕】][、.,:]?/ },
  { style: 'han', pattern: /^([一二三四五六七八九十]{1,3})\s*[、.,:;)．。]/ },
  // “3.7总计”: of a numbering in levels the last counts.
  { style: 'digit', pattern: /^(?:\d{1,2}\.){1,3}(\d{1,2})[.、]?\s*(?=\p{Script=Han})(?!\d*[年万亿元件项])/u },
  { style: 'digit', pattern: /^(\d{1,2})\s*[、.,:;)．。](?!\d)/ },
  { style: 'digit', pattern: /^(\d{1,2})(?=\p{Script=Han})(?!\d*年)/u },
]

/** NFKC, simplified characters, converter marks dropped, white space collapsed: still readable, fit for patterns. */
export const plain = memoized(text =>
  toSimplified(text.replace(converterMarks, '').normalize('NFKC'))
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
    .trim(),
)

/** As printed, but without converters' marks and with the layout's white space gone: for titles and headings that are shown. */
export function asPrinted(text: string): string {
  return text
    .replace(converterMarks, '')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .trim()
}

/** The numbering in front of a label and what follows it. */
export const splitNumbering = memoized((text): { readonly numbering: LabelNumbering | null; readonly rest: string } => {
  const line = plain(text).replace(/(?<=^[([〔【\p{Script=Han}\d]{0,4}) /gu, '')
  for (const { style, pattern } of numberings) {
    const found = pattern.exec(line)
    if (!found) continue
    const digits = found[1] ?? ''
    const number = /^\d/.test(digits) ? Number(digits) : hanNumber(digits)
    if (number !== null) return { numbering: { style, number }, rest: line.slice(found[0].length) }
  }
  return { numbering: null, rest: line }
})

/** The mark of a note behind a label: ①, ¹, *, [1]. NFKC would make a digit of it, and “规章①” is no other label than “规章”. */
const noteMark = /(?<=[\p{Script=Han}）)”])\s*(?:[\u2460-\u2473]|[⁰¹²³⁴-⁹]{1,2}|[*＊※†]|[[〔]\d{1,2}[\]〕])\s*$/u

/** What labels are compared by: letters and digits only, numbering in front and note marks behind dropped. */
export const labelBody = memoized(text => compact(splitNumbering(text.replace(noteMark, '')).rest))

/** NFKC, simplified, without white space, punctuation and note marks. */
export const compact = memoized(text => plain(text.replace(noteMark, '')).replace(/[^\p{L}\p{N}]/gu, ''))
