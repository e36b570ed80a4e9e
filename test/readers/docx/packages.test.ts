import { describe, expect, it } from 'vitest'
import type { SourceReading } from '../../../src/main/readers/common/reading.ts'
import { readSource } from '../../../src/main/readers/index.ts'
import { encode } from '../../fixtures/encode.ts'
import { buildZip, docxEntries, type Entry, paragraph } from '../common/zip/build.ts'
import { shownBlocks } from '../shown.ts'

/** Packages as programs other than Word write them. Each is read through the entrance, so that it is told for what it is. */

const entries = docxEntries(paragraph('年度报告'))
const read = (changed: readonly Entry[]): Promise<SourceReading> => readSource(buildZip(changed), '报告.docx')
const main = (change: (data: string) => string | Uint8Array) =>
  entries.map(entry => (entry.name === 'word/document.xml' ? { ...entry, data: change(String(entry.data)) } : entry))
/** The main part by another name, with what points to it. */
const renamed = (name: string, target: string) =>
  entries.map(entry => ({
    name: entry.name.replace('word/document.xml', name),
    data: String(entry.data).replace('Target="word/document.xml"', `Target="${target}"`),
  }))
const utf16 = (text: string) => Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')

describe('a Word document is read', () => {
  it.each<[string, readonly Entry[]]>([
    ['with parts in UTF-16', main(text => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(text)]))],
    ['with parts in UTF-16 without a mark', main(utf16)],
    ['with parts in UTF-16, high byte first', main(text => Buffer.from(utf16(`\ufeff${text}`)).swap16())],
    ['with a mark before UTF-8', main(text => `\ufeff${text}`)],
    ['with parts in the encoding they declare', main(text => encode(text.replace('UTF-8', 'GBK'), 'gb18030'))],
    ['with a main part of any name', renamed('doc/main.xml', 'doc/main.xml')],
    ['with a target from the root', renamed('word/document.xml', '/word/document.xml')],
    ['with a target in other letters', renamed('doc/Main.xml', 'Doc/main.xml')],
    ['with a target for Windows', renamed('doc/main.xml', 'doc\\main.xml')],
    ['with an escaped target', renamed('word/正文 1.xml', 'word/%E6%AD%A3%E6%96%87%201.xml')],
    ['with a target that only looks escaped', renamed('word/100%.xml', 'word/100%.xml')],
    ['with backslashes in its names', entries.map(entry => ({ ...entry, name: entry.name.replaceAll('/', '\\') }))],
    ['with entries for folders', [{ name: 'word/', data: '' }, ...entries]],
    ['without a list of content types', entries.slice(1)],
    ['without relationships', entries.filter(entry => !entry.name.includes('rels'))],
    ['with parts that are not compressed', entries.map(entry => ({ ...entry, stored: true }))],
    ['with sizes behind the data', entries.map(entry => ({ ...entry, sizesBehind: true }))],
  ])('%s', async (_name, changed) => {
    const reading = await read(changed)
    expect(shownBlocks(reading)).toEqual(['年度报告'])
    expect(reading).toMatchObject({ format: 'docx', messages: [] })
  })

  it('with what its bytes lost counted', async () => {
    const broken = main(text => {
      const [before = '', after = ''] = text.split('年')
      return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)])
    })
    expect((await read(broken)).messages).toMatchObject([{ code: 'office.lostCharacters', params: { count: 1 } }])
  })

  it('but not where its cells hide from the count in another encoding', async () => {
    const cells = `<w:tbl><w:tr>${'<w:tc/>'.repeat(20_001)}</w:tr></w:tbl>`
    const [types, rels, document] = docxEntries(cells)
    if (!types || !rels || !document) throw new Error('no parts')
    const wide = { name: document.name, data: utf16(String(document.data)), level: 0 }
    expect((await read([types, rels, wide])).messages).toMatchObject([{ code: 'office.tooManyCells' }])
  })
})
