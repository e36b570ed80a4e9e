import { describe, expect, it } from 'vitest'
import { readAs } from '../../../src/main/readers/index.ts'
import { buildZip, docxEntries, paragraph } from '../common/zip/build.ts'
import { places as placesOf } from '../shown.ts'
import { cell, codes, read, row, shown, table } from './build.ts'

const places = async (body: string) => placesOf(await read(body))
const begins = '<w:vMerge w:val="restart"/>'
const goesOn = '<w:vMerge/>'
const wide = (span: number) => `<w:gridSpan w:val="${span}"/>`

describe('the tables of a Word document', () => {
  it('do not merge a cell downwards where nothing above it is merged', async () => {
    expect(await places(table(row(cell('1'), cell('2')), row(cell('3', goesOn), cell('4'))))).toEqual([
      '1@0,0+1×1',
      '2@0,1+1×1',
      '3@1,0+1×1',
      '4@1,1+1×1',
    ])
  })

  it('do not merge a cell into a wider one, nor past a row without it', async () => {
    const body = table(
      row(cell('甲', begins), cell('乙')),
      row(cell('丙', wide(2))),
      row(cell('丁', goesOn), cell('戊')),
    )
    expect(await places(body)).toEqual(['甲@0,0+1×1', '乙@0,1+1×1', '丙@1,0+1×2', '丁@2,0+1×1', '戊@2,1+1×1'])
  })

  it('merge wide cells downwards', async () => {
    const body = table(row(cell('甲', begins + wide(2)), cell('1')), row(cell('', goesOn + wide(2)), cell('2')))
    expect(await places(body)).toEqual(['甲@0,0+2×2', '1@0,2+1×1', '2@1,2+1×1'])
  })

  it('merge a header row with the body below it', async () => {
    const header = row(cell('项目', begins), cell('数')).replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>')
    expect(await places(table(header, row(cell('', goesOn), cell('5'))))).toEqual([
      '项目@0,0+2×1',
      '数@0,1+1×1',
      '5@1,1+1×1',
    ])
  })

  it('merge sideways the old way', async () => {
    const body = table(
      row(cell('甲', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('1')),
      row(cell('2'), cell('3'), cell('4')),
    )
    expect(await places(body)).toEqual(['甲@0,0+1×2', '1@0,2+1×1', '2@1,0+1×1', '3@1,1+1×1', '4@1,2+1×1'])
  })

  it('keep their places where rows leave columns out on both sides', async () => {
    const short = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${cell('5')}</w:tr>`
    expect((await places(table(row(cell('1'), cell('2'), cell('3')), short))).at(-1)).toBe('5@1,1+1×1')
  })

  it('stay tables inside cells and text boxes of tables', async () => {
    const inner = table(row(cell('内一'), cell('1')), row(cell('内二'), cell('2')))
    const body = table(row(`<w:tc>${paragraph('说明')}${inner}${paragraph('')}</w:tc>`, cell('外')))
    expect(await shown(body)).toEqual([
      '说明',
      [
        ['内一', '1'],
        ['内二', '2'],
      ],
      '外',
    ])
    expect(await codes(body)).toEqual([])
  })
})

describe('other kinds of Word document', () => {
  it('in strict Office Open XML reads as any other', async () => {
    const strict = (data: string) =>
      data
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
    const body = `${paragraph('年度报告', '<w:jc w:val="end"/>')}${table(row(cell('三', begins), cell('3')), row(cell('', goesOn), cell('4')))}`
    const entries = docxEntries(body).map(entry => ({ ...entry, data: strict(String(entry.data)) }))
    const reading = await readAs('docx', buildZip(entries), '报告.docx')
    expect(reading.messages).toEqual([])
    expect(reading.document?.blocks).toMatchObject([
      { text: '年度报告', align: 'right' },
      { cells: [{ text: '三', rowSpan: 2 }, { text: '3' }, { text: '4' }] },
    ])
  })

  it('finds its text by the relationships, whatever the part is called and whatever prefix it uses', async () => {
    const entries = docxEntries(paragraph('甲')).map(entry => ({
      name: entry.name.replace('document.xml', 'document2.xml'),
      data: String(entry.data)
        .replaceAll('document.xml', 'document2.xml')
        .replaceAll('w:', 'ns0:')
        .replaceAll('xmlns:w', 'xmlns:ns0'),
    }))
    expect((await readAs('docx', buildZip(entries), '报告.docx')).document?.blocks).toEqual([
      { kind: 'paragraph', text: '甲' },
    ])
  })
})
