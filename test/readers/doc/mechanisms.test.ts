import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import { type Built, buildDoc, byte, cells, inTable, long, row, rowDefinition, word } from './build.ts'

/** What Word and WPS write and LibreOffice, which made the other fixtures, does not. */

async function read(built: Built) {
  const { document, messages } = await readDoc(buildDoc(built), 'sample.doc')
  return { blocks: document?.blocks ?? [], codes: messages.map(item => item.code) }
}

const texts = ({ blocks }: Awaited<ReturnType<typeof read>>) =>
  blocks.map(block => (block.kind === 'paragraph' || block.kind === 'heading' ? block.text : block.kind))

describe('what a style says', () => {
  const normal = { kind: 'paragraph' } as const

  it('holds for its paragraphs, and through the style it is based on: tables, alignment, outline level', async () => {
    const { blocks } = await read({
      styles: [
        normal,
        null,
        { kind: 'paragraph', base: 0, paragraph: [byte(0x2416, 1), byte(0x2461, 1)] },
        { kind: 'paragraph', base: 2, paragraph: [byte(0x2417, 1)] },
        ...Array.from({ length: 8 }, () => null),
        { kind: 'paragraph', base: 0, paragraph: [byte(0x2640, 1)] },
      ],
      paragraphs: [
        { text: '二级', style: 12 },
        { text: '甲', mark: '\x07', style: 2 },
        { text: '1', mark: '\x07', style: 2 },
        { text: '', mark: '\x07', style: 3, sprms: [rowDefinition([0, 1000, 2000])] },
      ],
    })
    expect(blocks[0]).toEqual({ kind: 'heading', level: 2, text: '二级' })
    expect(cells(blocks[1])).toEqual(['0,0 1×1 甲', '0,1 1×1 1'])
  })

  it('gives way to what the paragraph says itself', async () => {
    const { blocks } = await read({
      styles: [{ kind: 'paragraph', paragraph: [byte(0x2461, 1)] }],
      paragraphs: [{ text: '不居中', sprms: [byte(0x2461, 0)] }],
    })
    expect(blocks).toEqual([{ kind: 'paragraph', text: '不居中' }])
  })

  it.each([
    ['raised by a character style', [word(0x4a30, 1)], '12¹'],
    ['raised by a character style, and lowered again', [word(0x4a30, 1), byte(0x2a48, 0)], '121'],
    ['raised by a character style that a plain run takes away', [byte(0x2a48, 1), byte(0x2a33, 0)], '121'],
    ['hidden by a character style', [word(0x4a30, 2)], '12'],
    ['the opposite of a style that hides', [word(0x4a30, 2), byte(0x083c, 0x81)], '121'],
    ['as a style that hides', [word(0x4a30, 2), byte(0x083c, 0x80)], '12'],
    ['struck out by a style based on another', [word(0x4a30, 4)], '121\u0336'],
  ])('decides how characters look: %s', async (_, sprms, expected) => {
    const result = await read({
      styles: [
        normal,
        { kind: 'character', character: [byte(0x2a48, 1)] },
        { kind: 'character', character: [byte(0x083c, 1)] },
        { kind: 'character', character: [byte(0x0837, 1)] },
        { kind: 'character', base: 3, character: [] },
      ],
      paragraphs: [{ text: '121' }],
      characters: [{ paragraph: 0, from: 2, to: 3, sprms }],
    })
    expect(texts(result)).toEqual([expected])
  })

  it('of a paragraph hides all its characters but those that say otherwise', async () => {
    const result = await read({
      styles: [normal, null, { kind: 'paragraph', base: 0, character: [byte(0x083c, 1)] }],
      paragraphs: [{ text: '看得见' }, { text: '看不见1', style: 2 }],
      characters: [{ paragraph: 1, from: 3, to: 4, sprms: [byte(0x083c, 0)] }],
    })
    expect(texts(result)).toEqual(['看得见', '1'])
  })

  it('comes to an end where styles are based on each other', async () => {
    const result = await read({
      styles: [
        { kind: 'paragraph', base: 1 },
        { kind: 'paragraph', base: 0, paragraph: [byte(0x2461, 2)] },
      ],
      paragraphs: [{ text: '甲' }],
    })
    expect(result.blocks).toEqual([{ kind: 'paragraph', text: '甲', align: 'right' }])
  })
})

describe('what a fast save lays over a piece', () => {
  it('is one property, or a block of them, of paragraphs, rows and characters', async () => {
    const result = await read({
      blocks: [
        Buffer.concat([byte(0x083c, 1)]),
        Buffer.concat([byte(0x2416, 1), byte(0x2417, 1), rowDefinition([0, 900, 1800])]),
      ],
      paragraphs: [
        { text: '居中', over: [0x05, 1] },
        { text: '删去', over: [0x41, 1] },
        { text: '隐藏', block: 0 },
        { text: '甲', mark: '\x07', over: [0x18, 1] },
        { text: '1', mark: '\x07', over: [0x18, 1] },
        { text: '', mark: '\x07', block: 1 },
      ],
    })
    expect(result.blocks[0]).toEqual({ kind: 'paragraph', text: '居中', align: 'center' })
    expect(cells(result.blocks[1])).toEqual(['0,0 1×1 甲', '0,1 1×1 1'])
    expect(result.codes).toEqual(['doc.struckOut'])
  })

  it('is another style', async () => {
    const { blocks } = await read({
      styles: [{ kind: 'paragraph' }, { kind: 'paragraph', base: 0 }],
      blocks: [word(0x4600, 1)],
      paragraphs: [{ text: '成为标题', block: 0 }],
    })
    expect(blocks).toEqual([{ kind: 'heading', level: 1, text: '成为标题' }])
  })
})

describe('rows changed after their definition', () => {
  const edges = [0, 1000, 2000, 3000]
  const inserted = Buffer.from([0x21, 0x76, 1, 1, 0xf4, 0x01])
  const deleted = Buffer.from([0x22, 0x56, 0, 2])
  const wider = Buffer.from([0x23, 0x76, 0, 1, 0xd0, 0x07])

  it('have the columns they were given: cells put in, taken out, made wider', async () => {
    const { blocks } = await read({
      paragraphs: [
        ...row(['甲', '新', '乙', '丙'], rowDefinition(edges), inserted),
        ...row(['剩'], rowDefinition(edges), deleted),
        ...row(['宽', '1', '2'], rowDefinition(edges), wider),
      ],
    })
    // Edges 0 1000 1500 2500 3500; 0 1000; 0 2000 3000 4000.
    expect(cells(blocks[0])).toEqual([
      '0,0 1×1 甲',
      '0,1 1×1 新',
      '0,2 1×2 乙',
      '0,4 1×2 丙',
      '1,0 1×1 剩',
      '2,0 1×3 宽',
      '2,3 1×2 1',
      '2,5 1×2 2',
    ])
  })
})

describe('characters of symbol fonts', () => {
  const symbol = (font: number, code: number) => Buffer.from([0x09, 0x6a, font, 0, code & 0xff, code >>> 8])

  it.each([
    ['a tick of Wingdings', symbol(1, 0xf0fc), '✓是'],
    ['a letter of a font with its own characters', symbol(0, 0x00b5), 'µ是'],
    ['a character nobody knows', symbol(2, 0xf041), '\ufffd是'],
  ])('are read as what they show and not as the bracket that holds their place: %s', async (_, sprm, expected) => {
    const result = await read({
      fonts: ['Times New Roman', 'Wingdings', 'Unbekannt'],
      paragraphs: [{ text: '(是' }],
      characters: [{ paragraph: 0, from: 0, to: 1, sprms: [sprm] }],
    })
    expect(texts(result)).toEqual([expected])
  })
})

describe('automatic numbers', () => {
  const han = 37
  const list = [
    { format: han, text: '%1、' },
    { format: han, text: '（%2）' },
    { format: 0, text: '%3.' },
  ]
  const numbered = (text: string, level: number, override = 1) => ({
    text,
    sprms: [byte(0x260a, level), word(0x460b, override)],
  })

  it('are written in front of headings and labels, and count on in the cells of a table', async () => {
    const cell = (text: string, level: number | null) => ({
      text,
      mark: '\x07' as const,
      sprms: [...inTable(), ...(level === null ? [] : [byte(0x260a, level), word(0x460b, 2)])],
    })
    const end = {
      text: '',
      mark: '\x07' as const,
      sprms: [...inTable(), byte(0x2417, 1), rowDefinition([0, 1000, 2000])],
    }
    const { blocks } = await read({
      lists: [list, list],
      overrides: [{ list: 0 }, { list: 1, start: 3 }],
      paragraphs: [
        numbered('总体情况', 0),
        numbered('主动公开', 0),
        numbered('要点', 1),
        numbered('收到申请', 0),
        ...[cell('本年度办理结果', 0), cell('', null), end],
        ...[cell('予以公开', 1), cell('3', null), end],
        ...[cell('不予公开', 1), cell('1', null), end],
        ...[cell('国家秘密', 2), cell('1', null), end],
      ],
    })
    expect(blocks.slice(0, 4).map(block => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
      '一、总体情况',
      '二、主动公开',
      '（一）要点',
      '三、收到申请',
    ])
    expect(cells(blocks[4])).toEqual([
      '0,0 1×1 三、本年度办理结果',
      '0,1 1×1 ',
      '1,0 1×1 （一）予以公开',
      '1,1 1×1 3',
      '2,0 1×1 （二）不予公开',
      '2,1 1×1 1',
      '3,0 1×1 1.国家秘密',
      '3,1 1×1 1',
    ])
  })

  it('come from the style as well, and are taken away by the paragraph', async () => {
    const result = await read({
      styles: [{ kind: 'paragraph' }, { kind: 'paragraph', base: 0, paragraph: [byte(0x260a, 0), word(0x460b, 1)] }],
      lists: [[{ format: han, text: '%1、' }]],
      overrides: [{ list: 0 }],
      paragraphs: [
        { text: '甲', style: 1 },
        { text: '无编号', style: 1, sprms: [word(0x460b, 0)] },
        { text: '乙', style: 1 },
      ],
    })
    expect(texts(result)).toEqual(['一、甲', '无编号', '二、乙'])
  })

  it('do not count in cells that go on from above', async () => {
    const edges = [0, 1000, 2000]
    const [merged, plain] = [0x60, 0]
    const cell = { text: '', mark: '\x07' as const, sprms: [...inTable(), word(0x460b, 1)] }
    const value = { text: '1', mark: '\x07' as const, sprms: inTable() }
    const end = (flags: readonly number[]) => ({
      text: '',
      mark: '\x07' as const,
      sprms: [...inTable(), byte(0x2417, 1), rowDefinition(edges, flags)],
    })
    const { blocks } = await read({
      lists: [[{ format: 0, text: '%1' }]],
      overrides: [{ list: 0 }],
      paragraphs: [
        cell,
        value,
        end([merged, plain]),
        cell,
        value,
        end([0x20, plain]),
        cell,
        value,
        end([plain, plain]),
      ],
    })
    expect(cells(blocks[0])).toEqual(['0,0 2×1 1', '0,1 1×1 1', '1,1 1×1 1', '2,0 1×1 2', '2,1 1×1 1'])
  })
})

describe('paragraphs whose mark was deleted', () => {
  it('go on in the next one; the mark of a cell stays', async () => {
    const result = await read({
      paragraphs: [
        { text: '前半' },
        { text: '后半' },
        { text: '甲', mark: '\x07', sprms: inTable() },
        { text: '1', mark: '\x07', sprms: inTable() },
        { text: '', mark: '\x07', sprms: [...inTable(), byte(0x2417, 1), rowDefinition([0, 1000, 2000])] },
      ],
      characters: [
        { paragraph: 0, from: 2, to: 3, sprms: [byte(0x0800, 1)] },
        { paragraph: 2, from: 1, to: 2, sprms: [byte(0x0800, 1)] },
      ],
    })
    expect(texts(result)).toEqual(['前半后半', 'grid'])
    expect(cells(result.blocks[1])).toEqual(['0,0 1×1 甲', '0,1 1×1 1'])
  })
})

describe('tables in tables', () => {
  it('end their cells and rows by properties of paragraphs, deeper down than the outermost', async () => {
    const inner = (text: string, ...sprms: readonly Buffer[]) => ({ text, sprms: [...inTable(2), ...sprms] })
    const innerRow = (...values: readonly string[]) => [
      ...values.map(value => inner(value, byte(0x244b, 1))),
      inner('', byte(0x244b, 1), byte(0x244c, 1), rowDefinition([0, 500, 1000])),
    ]
    const { blocks } = await read({
      paragraphs: [
        ...innerRow('甲', '1'),
        ...innerRow('乙', '2'),
        { text: '外', mark: '\x07', sprms: inTable() },
        {
          text: '',
          mark: '\x07',
          sprms: [byte(0x2416, 1), byte(0x2417, 1), long(0x6649, 1), rowDefinition([0, 3000])],
        },
      ],
    })
    expect(blocks.map(block => block.kind)).toEqual(['grid', 'paragraph'])
    expect(cells(blocks[0])).toEqual(['0,0 1×1 甲', '0,1 1×1 1', '1,0 1×1 乙', '1,1 1×1 2'])
  })
})
