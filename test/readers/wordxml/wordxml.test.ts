import { describe, expect, it } from 'vitest'
import { readAs } from '../../../src/main/readers/index.ts'
import { places, shownBlocks } from '../shown.ts'

const read = (xml: string) => readAs('wordxml', Buffer.from(xml), '报告.xml')
const word2003 = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml"><w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles><w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`
const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`

describe('Word 2003 XML', () => {
  it('gives headings, the numbers Word noted, alignment and merged cells', async () => {
    const list = '<w:listPr><wx:t wx:val="一、"/></w:listPr>'
    const body =
      `<wx:sub-section>${p('总体情况', `<w:pStyle w:val="1"/>${list}`)}</wx:sub-section>` +
      p('甲', '<w:jc w:val="right"/>') +
      `<w:tbl><w:tr>${cell('三', '<w:vmerge w:val="restart"/>')}${cell('3')}</w:tr><w:tr>${cell('', '<w:vmerge/>')}${cell('4')}</w:tr></w:tbl>`
    const reading = await read(word2003(body))
    expect(reading.messages).toEqual([])
    expect(reading.document?.format).toBe('wordxml')
    expect(reading.document?.blocks.slice(0, 2)).toEqual([
      { kind: 'heading', level: 1, text: '一、总体情况' },
      { kind: 'paragraph', text: '甲', align: 'right' },
    ])
    expect(places(reading)).toEqual(['三@0,0+2×1', '3@0,1+1×1', '4@1,1+1×1'])
  })

  it('accepts tracked changes, puts notes at the end and marks pictures', async () => {
    const change = (type: string, text: string) =>
      `<aml:annotation w:type="Word.${type}"><aml:content><w:r><w:t>${text}</w:t></w:r></aml:content></aml:annotation>`
    const picture = '<w:r><w:pict><w:binData>AAAA</w:binData><v:shape><v:imagedata src="a"/></v:shape></w:pict></w:r>'
    const note = `<w:r><w:footnote>${p('含上年')}</w:footnote></w:r>`
    const body = `<w:p>${change('Deletion', '28')}${change('Insertion', '286')}${change('Comment', '批')}${note}</w:p><w:p>${picture}</w:p>`
    const reading = await read(word2003(body))
    expect(shownBlocks(reading)).toEqual(['286[1]', 'image', '[1] 含上年'])
    expect(reading.messages).toMatchObject([{ code: 'office.trackedChanges', params: { insertions: 1, deletions: 1 } }])
  })
})

describe('a package written as one XML file', () => {
  it('is read like the package', async () => {
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const xml = `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="${main}"><w:body>${p('甲')}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`
    expect(shownBlocks(await read(xml))).toEqual(['甲'])
  })
})

describe('XML that cannot be read', () => {
  it.each([
    ['malformed', '<w:wordDocument>', 'office.damaged'],
    ['without a body', '<a/>', 'office.damaged'],
    ['with entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'office.unsafeParts'],
    ['too deep', `${'<a>'.repeat(400)}${'</a>'.repeat(400)}`, 'office.tooLarge'],
    ['without text', word2003('<w:p/>'), 'office.noText'],
  ])('%s', async (_name, xml, code) => {
    expect((await read(xml)).messages.map(item => item.code)).toEqual([code])
  })
})
