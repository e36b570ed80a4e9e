import { describe, expect, it } from 'vitest'
import { parseXml } from '../../../src/main/readers/common/xml/parse.ts'
import { writeXml } from '../../../src/main/readers/common/xml/write.ts'
import { repairPackage } from '../../../src/main/readers/docx/repair/index.ts'
import { readAs } from '../../../src/main/readers/index.ts'
import type { Block } from '../../../src/shared/data/document.ts'
import { buildZip, docxEntries, type Entry, paragraph } from '../common/zip/build.ts'
import { cell, codes, part, read, row, table } from './build.ts'

const blocks = async (body: string): Promise<readonly Block[]> => (await read(body)).document?.blocks ?? []

describe('reading a Word document', () => {
  it('keeps headings, paragraphs, their alignment and the spaces inside them', async () => {
    const body =
      paragraph('清河区年度报告', '<w:jc w:val="center"/>') +
      paragraph('全年  新收 315 件') +
      paragraph('2024年1月26日', '<w:jc w:val="right"/>')
    expect(await blocks(body)).toEqual([
      { kind: 'paragraph', text: '清河区年度报告', align: 'center' },
      { kind: 'paragraph', text: '全年  新收 315 件' },
      { kind: 'paragraph', text: '2024年1月26日', align: 'right' },
    ])
  })

  it('tells headings by the name of their style, in English or Chinese, or by an outline level, their own or a style’s', async () => {
    const style = (id: string, name: string, more = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
    const styles = part(
      'styles',
      'styles',
      style('2', 'heading 1') +
        style('a', '标题 2') +
        style('b', '章', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
        style('c', '节', '<w:basedOn w:val="b"/>') +
        style('d', '正文', '<w:basedOn w:val="b"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
    )
    const styled = ['2', 'a', 'b', 'c', 'd'].map(id => paragraph(id, `<w:pStyle w:val="${id}"/>`)).join('')
    const reading = await read(`${styled}${paragraph('e', '<w:outlineLvl w:val="0"/>')}`, [styles])
    expect(reading.document?.blocks.map(block => (block.kind === 'heading' ? block.level : 0))).toEqual([
      1, 2, 3, 3, 0, 1,
    ])
  })

  it('keeps cells merged sideways and downwards', async () => {
    const body = table(
      row(cell('项目', '<w:vMerge w:val="restart"/>'), cell('件数', '<w:gridSpan w:val="2"/>')),
      row(cell('', '<w:vMerge/>'), cell('3'), cell('4')),
    )
    expect(await blocks(body)).toEqual([
      {
        kind: 'grid',
        rows: 2,
        columns: 3,
        cells: [
          { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: '项目' },
          { row: 0, column: 1, rowSpan: 1, columnSpan: 2, text: '件数' },
          { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: '3' },
          { row: 1, column: 2, rowSpan: 1, columnSpan: 1, text: '4' },
        ],
      },
    ])
  })

  it('keeps merges though bookmarks stand between the rows, as Word writes them', async () => {
    const mark = '<w:bookmarkStart w:id="0" w:name="a > b"/>'
    const body = table(
      row(cell('三', '<w:vMerge w:val="restart"/>'), cell('3')),
      mark,
      row(mark, cell('', '<w:vMerge/>'), cell('4')),
    )
    const reading = await read(body)
    expect(reading.messages).toEqual([])
    expect(reading.document?.blocks).toMatchObject([
      { rows: 2, columns: 2, cells: [{ text: '三', rowSpan: 2 }, { text: '3' }, { text: '4', row: 1, column: 1 }] },
    ])
  })

  it('keeps the place of cells in a row that begins further right', async () => {
    const short = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('5')}</w:tr>`
    const [grid] = await blocks(table(row(cell('1'), cell('2'), cell('3')), short))
    expect(grid?.kind === 'grid' && grid.cells.at(-1)).toMatchObject({ text: '5', row: 1, column: 2 })
  })

  it('says when content was passed over or merges are in doubt', async () => {
    expect(await codes(`${paragraph('甲')}<w:altChunk/>`)).toEqual(['office.skippedElements'])
    expect(await codes(table(row(cell('1'), cell('2')), paragraph('插在行间')))).toEqual(['office.irregularTables'])
  })

  it('keeps an empty cell empty: blank is not 0', async () => {
    const [grid] = await blocks(table(row(cell('规章'), cell(''), cell('0'))))
    expect(grid?.kind === 'grid' && grid.cells.map(item => item.text)).toEqual(['规章', '', '0'])
  })

  it('reads tracked changes as if accepted, and says so', async () => {
    const body = `<w:p><w:r><w:t>新收</w:t></w:r><w:del w:id="1"><w:r><w:delText>28</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>286</w:t></w:r></w:ins></w:p>`
    const reading = await read(body)
    expect(reading.document?.blocks).toEqual([{ kind: 'paragraph', text: '新收286' }])
    expect(reading.messages).toMatchObject([{ code: 'office.trackedChanges', params: { insertions: 1, deletions: 1 } }])
  })

  it('marks a cell with a picture, and be it a link, without ever reading the picture', async () => {
    const drawing =
      '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="图" descr="表三"><a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId8"/></wp:docPr><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    const picture = `<w:p><w:r>${drawing}</w:r></w:p>`
    const rels: Entry = {
      name: 'word/_rels/document.xml.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>',
    }
    const body = paragraph('见图') + picture + table(row(`<w:tc>${picture}</w:tc>`, cell('3')))
    const reading = await read(body, [rels, { name: 'word/media/image1.png', data: 'no picture at all' }])
    expect(reading.document?.blocks).toMatchObject([
      { kind: 'paragraph', text: '见图' },
      { kind: 'image', description: '表三' },
      { kind: 'grid', cells: [{ image: true, text: '' }, { text: '3' }] },
    ])
  })

  it('takes the title from the properties', async () => {
    const core: Entry = {
      name: 'docProps/core.xml',
      data: '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>清河区 &amp; 年报</dc:title></cp:coreProperties>',
    }
    expect((await read(paragraph('甲'), [core])).document?.title).toBe('清河区 & 年报')
  })
})

describe('a Word document that cannot be read', () => {
  it('is refused with too many cells', async () => {
    const body = table(...Array.from({ length: 5_001 }, () => row(cell('1'), cell('2'), cell('3'), cell('4'))))
    expect(await codes(body)).toEqual(['office.tooManyCells'])
  })

  it.each([
    ['nested too deep', '<w:sdt><w:sdtContent>'.repeat(130), 'office.tooLarge'],
    ['too many elements', '<w:p/>'.repeat(250_001), 'office.tooLarge'],
    ['no text', '<w:p/>', 'office.noText'],
    ['malformed', '<w:p><w:r></w:p>', 'office.damaged'],
    ['an unfinished comment', '<!-- <w:p/>', 'office.damaged'],
  ])('%s', async (_name, body, code) => {
    expect(await codes(body)).toEqual([code])
  })

  it('is refused when a part brings its own entities', async () => {
    const styles = { name: 'word/styles.xml', data: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }
    expect(await codes(paragraph('甲'), [styles])).toEqual(['office.unsafeParts'])
  })

  it('is read though parts beside its text are malformed, which are named', async () => {
    const styles = { name: 'word/styles.xml', data: '<w:styles>< <' }
    const reading = await read(paragraph('甲', '<w:pStyle w:val="a"/>'), [styles])
    expect(reading.document?.blocks).toEqual([{ kind: 'paragraph', text: '甲' }])
    expect(reading.messages).toMatchObject([{ code: 'office.brokenPart', params: { part: 'word/styles.xml' } }])
  })

  it('comes to mammoth as XML that we wrote, and of its own parts not a byte', () => {
    const parts = new Map(
      docxEntries(paragraph('甲 &amp; 乙', '<w:pStyle w:val="a"/>'), [
        { name: 'word/_rels/document.xml.rels', data: '<Relationships xmlns="r"><Relationship Id="rId9"' },
        ...['styles', 'numbering', 'settings', 'footnotes', 'endnotes', 'comments', 'theme/theme1'].map(name => ({
          name: `word/${name}.xml`,
          data: `<w:${name}>< <`,
        })),
      ]).map(({ name, data }) => [name, Buffer.from(data)]),
    )
    const repaired = repairPackage(parts, 'word/document.xml')
    if (!repaired.ok) throw new Error(repaired.detail)
    expect([...repaired.value.parts.keys()]).toEqual(['word/document.xml'])
    for (const text of repaired.value.parts.values()) {
      const parsed = parseXml(text)
      expect(parsed.ok && writeXml(parsed.root)).toBe(text)
    }
  })

  it('is refused when its main part is missing', async () => {
    const entries = docxEntries('').filter(entry => entry.name !== 'word/document.xml')
    const reading = await readAs('docx', buildZip(entries), '报告.docx')
    expect(reading.messages.map(item => item.code)).toEqual(['office.damaged'])
  })

  it('does not fetch or open what a link to an outside picture names', async () => {
    const rels: Entry = {
      name: 'word/_rels/document.xml.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd"/></Relationships>',
    }
    const body = `<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/></v:shape></w:pict></w:r></w:p>`
    const reading = await read(body, [rels])
    expect(JSON.stringify(reading)).not.toMatch(/root:|passwd/)
    expect(reading.document?.blocks[0]).toEqual({ kind: 'paragraph', text: '甲' })
  })
})
