import type { SourceReading } from '../../../src/main/readers/common/reading.ts'
import { readAs } from '../../../src/main/readers/index.ts'
import { buildZip, docxEntries, type Entry, paragraph } from '../common/zip/build.ts'
import { shownBlocks } from '../shown.ts'

/** Word documents from pieces of their markup, and what the reader makes of them. */

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declarations = [
  `xmlns:w="${word}"`,
  `xmlns:r="${relations}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

/** A part of a package: `<w:name …>content</w:name>` in word/`file`.xml. */
export const part = (file: string, name: string, content: string): Entry => ({
  name: `word/${file}.xml`,
  data: `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${declarations}>${content}</w:${name}>`,
})

export const relationships = (...items: readonly (readonly [id: string, type: string, target: string])[]): Entry => ({
  name: 'word/_rels/document.xml.rels',
  data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
})

/** Not compressed, so that bodies made by repetition do not look like zip bombs. */
export async function read(body: string, more: readonly Entry[] = []): Promise<SourceReading> {
  const entries = docxEntries('', more).with(2, part('document', 'document', `<w:body>${body}</w:body>`))
  return readAs('docx', buildZip(entries.map(entry => ({ ...entry, level: 0 }))), '报告.docx')
}

/** Texts of the blocks; a grid as rows of cell texts. */
export async function shown(body: string, more: readonly Entry[] = []): Promise<readonly unknown[]> {
  return shownBlocks(await read(body, more))
}

export const codes = async (body: string, more: readonly Entry[] = []): Promise<readonly string[]> =>
  (await read(body, more)).messages.map(item => item.code)

export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
export const p = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`
export const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
export const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
export const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`
