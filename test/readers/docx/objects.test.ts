import { describe, expect, it } from 'vitest'
import type { GridCell } from '../../../src/shared/data/document.ts'
import { buildDocx, type Entry, paragraph } from '../common/zip/build.ts'
import { cell, codes, p, read, relations, relationships, row, run, shown, table } from './build.ts'

const office = 'urn:schemas-microsoft-com:office:office'
const object = (id: string, program: string) =>
  `<w:r><w:object xmlns:o="${office}" xmlns:r="${relations}"><o:OLEObject Type="Embed" ProgID="${program}" r:id="${id}"/></w:object></w:r>`
const word = object('a', 'Word.Document.12')
const figures = table(row(cell('行政许可'), cell('134942')))
const withPart = (bytes: Uint8Array): readonly Entry[] => [
  relationships(['a', 'package', 'embeddings/Document1.docx']),
  { name: 'word/embeddings/Document1.docx', data: bytes, stored: true },
]
const inner = withPart(buildDocx(`${paragraph('全文')}${figures}`))

describe('a document embedded as an object', () => {
  it('is read in its place where it holds the tables that the document has not', async () => {
    const body = p(run('见下：'), word) + paragraph('完')
    expect(await shown(body, inner)).toEqual(['见下：', '全文', [['行政许可', '134942']], '完'])
    expect(await codes(body, inner)).toEqual(['office.embeddedReport'])
  })

  it('is an annex where the document has tables of its own, and told of', async () => {
    const body = figures + p(run('附件'), word)
    expect(await shown(body, inner)).toEqual([[['行政许可', '134942']], '附件'])
    expect((await read(body, inner)).messages).toMatchObject([
      { code: 'office.embeddedObjects', params: { count: 1, programs: 'Word' } },
    ])
  })

  it('is told of where it has no tables, is not there, or is damaged', async () => {
    const others = [withPart(buildDocx(paragraph('说明'))), [], withPart(Buffer.from('PK\x03\x04word/document.xml'))]
    for (const more of others) expect(await codes(p(run('甲'), word), more)).toEqual(['office.embeddedObjects'])
  })

  it('is read no deeper than alternative chunks are', async () => {
    const around = (bytes: Uint8Array): Uint8Array => buildDocx(`<w:p>${word}</w:p>`, withPart(bytes))
    const nested = (depth: number): Uint8Array => (depth === 0 ? buildDocx(figures) : around(nested(depth - 1)))
    const body = p(run('见下：'), word)
    expect(await shown(body, withPart(nested(1)))).toEqual(['见下：', [['行政许可', '134942']]])
    expect(await codes(body, withPart(nested(2)))).toEqual(['office.embeddedObjects'])
  })
})

describe('an object of another program', () => {
  it('makes the cell it stands in one that holds more than text', async () => {
    const body = table(row(cell('规章'), `<w:tc>${p(object('b', 'Excel.Sheet.12'))}</w:tc>`))
    const reading = await read(body)
    const cells = reading.document?.blocks.flatMap((block): readonly GridCell[] =>
      block.kind === 'grid' ? block.cells : [],
    )
    expect(cells).toMatchObject([{ text: '规章' }, { text: '', image: true }])
    expect(reading.messages).toMatchObject([{ code: 'office.embeddedObjects', params: { programs: 'Excel' } }])
  })

  it('is named with others, a control of a form as what it is', async () => {
    const control = '<w:r><w:object><w:control r:id="c" w:name="TextBox1"/></w:object></w:r>'
    expect((await read(p(run('甲'), object('b', 'Excel.Sheet.8'), control))).messages).toMatchObject([
      { params: { count: 2, programs: 'Excel、ActiveX' } },
    ])
  })

  it('is not told of where it is a formula, which is seen as its picture', async () => {
    expect(await codes(p(run('甲'), object('b', 'Equation.DSMT4')))).toEqual([])
  })
})
