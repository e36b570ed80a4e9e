import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import { cells } from './build.ts'
import { buildOldDoc, type OldBuilt, oldByte, oldRow, oldRowDefinition, oldWord } from './buildOld.ts'

async function read(built: OldBuilt) {
  const { document, messages } = await readDoc(buildOldDoc(built), 'old.doc')
  return { blocks: document?.blocks ?? [], codes: messages.map(item => item.code) }
}

const chinese = { encoding: 'gb18030', language: 0x0804 }

describe('documents of Word 6 and 95', () => {
  const report = [
    { text: '青石镇政府信息公开工作年度报告', sprms: [oldByte(5, 1)] },
    ...oldRow(['申请', '自然人', '总计'], oldRowDefinition([0, 2000, 3000, 4000])),
    ...oldRow(['本年新收', '12', '15'], oldRowDefinition([0, 2000, 3000, 4000])),
    ...oldRow(['合并', '', '备注'], oldRowDefinition([0, 2000, 3000, 4000], [1, 2, 0])),
    { text: '以上。', style: 3 },
  ]
  const expected = [
    '0,0 1×1 申请',
    '0,1 1×1 自然人',
    '0,2 1×1 总计',
    '1,0 1×1 本年新收',
    '1,1 1×1 12',
    '1,2 1×1 15',
    '2,0 1×2 合并',
    '2,2 1×1 备注',
  ]

  it.each([
    ['saved in full', {}],
    ['saved fast, in pieces out of order', { complex: true }],
    ['of an East Asian edition, each character a unit of two bytes', { mark: 0xa699, doubleBytes: true }],
    ['the same, saved fast', { mark: 0xa697, doubleBytes: true, complex: true }],
    [
      'of an edition that names English, with units of two bytes',
      { mark: 0xa699, doubleBytes: true, language: 0x0409, fonts: [0, 134] },
    ],
  ])('are read with their tables: %s', async (_, how) => {
    const { blocks, codes } = await read({ ...chinese, ...how, paragraphs: report })
    expect(blocks[0]).toEqual({ kind: 'paragraph', text: '青石镇政府信息公开工作年度报告', align: 'center' })
    expect(cells(blocks[1])).toEqual(expected)
    expect(blocks[2]).toEqual({ kind: 'heading', level: 3, text: '以上。' })
    expect(codes).toEqual([])
  })

  it('have text in the character set of its font, else in that of their language', async () => {
    const { blocks } = await read({
      encoding: 'latin1',
      language: 0x0409,
      fonts: [0, 134, 136],
      paragraphs: [
        { text: 'Bericht \xfcber 2023' },
        { text: '简体字', encoding: 'gb18030', characters: [oldWord(93, 1)] },
        { text: '繁體字', encoding: 'big5', characters: [Buffer.from([115, 2, 2, 0])] },
      ],
    })
    expect(blocks.map(block => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
      'Bericht über 2023',
      '简体字',
      '繁體字',
    ])
  })

  it('of units of two bytes may have punctuation of code page 1252 in the low byte', async () => {
    const file = buildOldDoc({ ...chinese, mark: 0xa699, doubleBytes: true, paragraphs: [{ text: '甲#' }] })
    const unit = file.indexOf(Buffer.from('#\0'))
    file.writeUInt16LE(0x1092, unit)
    const { document } = await readDoc(file, 'old.doc')
    expect(document?.blocks).toEqual([{ kind: 'paragraph', text: '甲’' }])
  })

  it('written on a Macintosh have its character set', async () => {
    const { blocks } = await read({
      encoding: 'latin1',
      language: 0x0409,
      macintosh: true,
      paragraphs: [{ text: 'l\xd5ann\x8ee' }],
    })
    expect(blocks).toEqual([{ kind: 'paragraph', text: 'l’année' }])
  })

  it('leave out what was deleted or hidden, and mark what is struck out or raised', async () => {
    const paragraph = (text: string, sprm: Buffer) => ({ text, characters: [sprm] })
    const { blocks, codes } = await read({
      ...chinese,
      paragraphs: [
        paragraph('删', oldByte(65, 1)),
        paragraph('隐', oldByte(92, 1)),
        paragraph('49', oldByte(87, 1)),
        { text: '留' },
      ],
    })
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '4\u03369\u0336' },
      { kind: 'paragraph', text: '留' },
    ])
    expect(codes).toEqual(['doc.struckOut'])
  })

  it('stop at a property of unknown size rather than misread what follows', async () => {
    const { blocks } = await read({
      ...chinese,
      paragraphs: [{ text: '甲', sprms: [oldByte(5, 1), Buffer.from([250, 5, 2, 5, 2])] }],
    })
    expect(blocks).toEqual([{ kind: 'paragraph', text: '甲', align: 'center' }])
  })
})
