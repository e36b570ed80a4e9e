import type { Entry } from './common/zip/build.ts'
import { type BuiltParagraph, container, row, rowDefinition } from './doc/build.ts'
import { p, part, run } from './docx/build.ts'

/**
 * Input over which a careless reader does the same work again and again. What is read of it is looked at in each reader's tests, how the
 * cost grows with its size in `npm run bench:guards`. The sizes used there and here do no harm to other programs.
 */

export type Word = { readonly body: string; readonly more: readonly Entry[] }

const times = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join('')

/** Bodies of Word documents, each ending in a paragraph 后. */
export const costlyWord = {
  'fields that never end': (count: number): Word => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r>'
    return { body: p(begin.repeat(count)) + p(run('后')), more: [] }
  },
  'thousands of notes': (count: number): Word => {
    const notes = times(count, id => `<w:footnote w:id="${id}"><w:p/></w:footnote>`)
    const references = times(count, id => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`)
    return { body: p(references) + p(run('后')), more: [part('footnotes', 'footnotes', notes)] }
  },
  'thousands of embedded documents': (count: number): Word => {
    return { body: '<w:altChunk/>'.repeat(count) + p(run('后')), more: [] }
  },
  'deleted marks one after the other': (count: number): Word => {
    return { body: '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>'.repeat(count) + p(run('后')), more: [] }
  },
} as const

const page = '<p>清河区年度报告</p>'

/** Messages in which the page stands where it can be read. */
export const costlyMail = {
  'parts within parts': (count: number) =>
    `Content-Type: multipart/mixed; boundary=b\n\n--b\n${'Content-Type: message/rfc822\n\n'.repeat(count)}\n--b\nContent-Type: text/html\n\n${page}\n--b--\n`,
  'boundaries without end': (count: number) =>
    `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n${page}\n${'--b\nContent-Type: multipart/mixed; boundary=b\n\n'.repeat(count)}`,
  'a line of spaces': (count: number) =>
    `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${' '.repeat(count)}=E6=B8=85`,
  'headers without end': (count: number) => `Content-Type: text/html${';a="'.repeat(count)}${page}`,
} as const

/** Words of RTF, again and again. */
export const costlyRtf = [
  '\\u24180\\cell',
  '{\\listtext a}',
  '\\trowd\\cellx1\\row',
  "\\'81",
  '{\\footnote x}',
  ' ',
] as const

/** A compound file whose stream Long begins in its last sector and runs back to its first; each sector is filled with its own number. */
export function backwards(sectors: number): Buffer {
  const bytes = container({
    Long: Buffer.concat(Array.from({ length: sectors }, (_, at) => Buffer.alloc(512, at % 251))),
  })
  const entry = bytes.indexOf(Buffer.from('Long\0', 'utf16le'))
  const start = bytes.readUInt32LE(entry + 116)
  // [MS-CFB] 2.2 and 2.3: the header names the sectors of the table, of which each holds 128 numbers.
  const place = (sector: number) => (bytes.readUInt32LE(76 + (sector >>> 7) * 4) + 1) * 512 + (sector & 127) * 4
  for (let at = 0; at < sectors; at++) bytes.writeInt32LE(at === 0 ? -2 : start + at - 1, place(start + at))
  bytes.writeUInt32LE(start + sectors - 1, entry + 116)
  return bytes
}

/** A table of which every row has edges of its own. */
export function manyEdges(rows: number): readonly BuiltParagraph[] {
  return Array.from({ length: rows }, (_, at) => row(['1', '2'], rowDefinition([at, 5000 + at * 7, 32_000]))).flat()
}

/** A table in a cell that the row repeats ten times, and so on. */
export function repeatedTables(depth: number): string {
  let body = '<text:p>1</text:p>'
  for (let level = 0; level < depth; level += 1) {
    const cells = `<table:table-cell table:number-columns-repeated="10">${body}</table:table-cell>`
    // A row of nothing but covered cells below: a table of one row would be taken for layout.
    body = `<table:table><table:table-row>${cells}</table:table-row><table:table-row><table:covered-table-cell/></table:table-row></table:table>`
  }
  return body
}

/** Text behind many comments, in each of them the sign that ends other declarations. */
export const comments = (count: number): string => `${'<!-- > -->'.repeat(count)}年`
