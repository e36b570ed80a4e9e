import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import type { Block, GridBlock } from '../../../src/shared/data/document.ts'
import { type Built, buildDoc, byte, cells, inTable, long, row, rowDefinition, word } from './build.ts'

async function read(built: Built) {
  const { document, messages } = await readDoc(buildDoc(built), 'sample.doc')
  return { blocks: document?.blocks ?? [], codes: messages.map(item => item.code) }
}

const isGrid = (block: Block): block is GridBlock => block.kind === 'grid'

describe('text in pieces', () => {
  it('joins pieces of one and of two bytes a character in the order of the piece table', async () => {
    const { blocks, codes } = await read({
      backwards: true,
      paragraphs: [
        { text: '收到申请' },
        { text: 'ABC 123', wide: false },
        { text: '办结', style: 2 },
        { text: '\x93quoted\x94 \x96 \x8085', wide: false },
      ],
    })
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '收到申请' },
      { kind: 'paragraph', text: 'ABC 123' },
      { kind: 'heading', level: 2, text: '办结' },
      { kind: 'paragraph', text: '“quoted” – €85' },
    ])
    expect(codes).toEqual([])
  })

  it('shows the result of a field, of a nested field too, and keeps the text behind a field that never ends', async () => {
    const { blocks } = await read({
      paragraphs: [
        { text: '第\x13 PAGE \x14 7\x15页' },
        { text: '甲\x13 IF \x13 X \x14不显示\x15 \x14显示\x15乙' },
        { text: '前\x13未完的域，数据 42' },
      ],
    })
    expect(blocks.map(block => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
      '第 7页',
      '甲显示乙',
      '前未完的域，数据 42',
    ])
  })

  it.each([
    ['a phonetic guide', '\x13EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(qīng),青)\x15石镇', '青石镇'],
    ['a circled figure', '\x13 eq \\o\\ac(○,1)\x15', '1'],
    ['an equation of another kind', '甲\x13 EQ \\f(1,2) \x15乙', '甲乙'],
    ['one that does not end', '甲\x13 EQ \\o(1,2 \x15乙', '甲乙'],
    ['one inside the code of another field', '\x13 IF \x13EQ \\o(a,b)\x15 \x14结果\x15', '结果'],
  ])('shows of characters drawn over each other the last: %s', async (_, text, expected) => {
    const { blocks } = await read({ paragraphs: [{ text }] })
    expect(blocks).toEqual([{ kind: 'paragraph', text: expected }])
  })

  it('leaves out what a tracked change deleted, and says so', async () => {
    const { blocks, codes } = await read({
      paragraphs: [{ text: '十二' }, { text: '十五' }],
      characters: [{ paragraph: 0, sprms: [byte(0x0800, 1)] }],
    })
    expect(blocks).toEqual([{ kind: 'paragraph', text: '十五' }])
    expect(codes).toEqual(['doc.struckOut'])
  })

  it.each([
    ['superscript', '121', 2, 3, byte(0x2a48, 1), '12¹'],
    ['moved up by three points', '1210', 2, 4, word(0x4845, 6), '12¹⁰'],
    ['before the figure', '112', 0, 1, byte(0x2a48, 1), '¹12'],
    ['after a word', '合计2', 2, 3, byte(0x2a48, 1), '合计²'],
    ['alone in their paragraph, a number raised by mistake', '121', 0, 3, byte(0x2a48, 1), '121'],
    ['subscript', '121', 2, 3, byte(0x2a48, 2), '121'],
    ['moved down', '121', 2, 3, word(0x4845, -6), '121'],
    ['superscript and hidden', '121', 2, 3, Buffer.concat([byte(0x2a48, 1), byte(0x083c, 1)]), '12'],
  ])('never joins raised figures to those beside them: %s', async (_, text, from, to, sprm, expected) => {
    for (const wide of [true, false]) {
      if (!wide && text.startsWith('合')) continue
      const { blocks } = await read({
        paragraphs: [{ text, wide }],
        characters: [{ paragraph: 0, from, to, sprms: [sprm] }],
      })
      expect(blocks).toEqual([{ kind: 'paragraph', text: expected }])
    }
  })

  it('takes alignment and outline level from the paragraph, and a lone picture for an image', async () => {
    const { blocks } = await read({
      paragraphs: [
        { text: '标题', sprms: [byte(0x2461, 1)] },
        { text: '日期', sprms: [byte(0x2403, 2)] },
        { text: '第一章', sprms: [byte(0x2640, 0)] },
        { text: '\x01' },
        { text: '' },
      ],
    })
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '标题', align: 'center' },
      { kind: 'paragraph', text: '日期', align: 'right' },
      { kind: 'heading', level: 1, text: '第一章' },
      { kind: 'image', description: '' },
    ])
  })
})

describe('tables', () => {
  it('keeps columns in place where a row has other edges than its neighbours', async () => {
    const { blocks } = await read({
      paragraphs: [
        ...row(['标签', '一', '二'], rowDefinition([0, 3000, 5000, 7000])),
        ...row(['整行'], rowDefinition([0, 7000])),
        ...row(['标签', '3', '4'], rowDefinition([4, 2998, 5010, 6990])),
        ...row(['半', '5', '6', '7'], rowDefinition([0, 1500, 3000, 5000, 7000])),
      ],
    })
    expect(cells(blocks[0])).toEqual([
      '0,0 1×2 标签',
      '0,2 1×1 一',
      '0,3 1×1 二',
      '1,0 1×4 整行',
      '2,0 1×2 标签',
      '2,2 1×1 3',
      '2,3 1×1 4',
      '3,0 1×1 半',
      '3,1 1×1 5',
      '3,2 1×1 6',
      '3,3 1×1 7',
    ])
  })

  it('lets an indented row start in its own column', async () => {
    const { blocks } = await read({
      paragraphs: [...row(['甲', '1'], rowDefinition([0, 2000, 4000])), ...row(['2'], rowDefinition([2000, 4000]))],
    })
    expect(cells(blocks[0])).toEqual(['0,0 1×1 甲', '0,1 1×1 1', '1,1 1×1 2'])
  })

  const [none, goesOn, restart] = [0, 0x20, 0x60]

  it('gives a vertically merged cell the text of its first cell', async () => {
    const edges = [0, 1000, 2000]
    const { blocks } = await read({
      paragraphs: [
        ...row(['组', '1'], rowDefinition(edges, [restart, none])),
        ...row(['', '2'], rowDefinition(edges, [goesOn, none])),
        ...row(['另一组', '3'], rowDefinition(edges, [restart, none])),
        ...row(['', '4'], rowDefinition(edges, [goesOn, none])),
      ],
    })
    expect(cells(blocks[0])).toEqual([
      '0,0 2×1 组',
      '0,1 1×1 1',
      '1,1 1×1 2',
      '2,0 2×1 另一组',
      '2,1 1×1 3',
      '3,1 1×1 4',
    ])
  })

  it('keeps a cell that claims to go on where nothing of its width stands above', async () => {
    const { blocks } = await read({
      paragraphs: [
        ...row(['宽', '1'], rowDefinition([0, 2000, 3000], [restart, none])),
        ...row(['窄', '2', '3'], rowDefinition([0, 1000, 2000, 3000], [goesOn, none, none])),
      ],
    })
    expect(cells(blocks[0])).toEqual(['0,0 1×2 宽', '0,2 1×1 1', '1,0 1×1 窄', '1,1 1×1 2', '1,2 1×1 3'])
  })

  it('understands both notations of cells merged within a row', async () => {
    const edges = [0, 1000, 2000, 3000]
    const { blocks } = await read({
      paragraphs: [
        ...row(['新', '', '1'], rowDefinition(edges, [2, 1, 0])),
        ...row(['旧', '', '2'], rowDefinition(edges, [1, 2, 0])),
        ...row(['甲', '乙', '3'], rowDefinition(edges)),
      ],
    })
    expect(cells(blocks[0]).slice(0, 5)).toEqual(['0,0 1×2 新', '0,2 1×1 1', '1,0 1×2 旧', '1,2 1×1 2', '2,0 1×1 甲'])
  })

  it('applies merges that come after the definition', async () => {
    const edges = [0, 1000, 2000, 3000]
    const vertical = (cell: number, value: number) => Buffer.from([0x2b, 0xd6, 2, cell, value])
    const { blocks } = await read({
      paragraphs: [
        ...row(['组', '1', ''], rowDefinition(edges), vertical(0, 3), Buffer.from([0x24, 0x56, 1, 3])),
        ...row(['', '2', '3'], rowDefinition(edges), vertical(0, 1)),
      ],
    })
    expect(cells(blocks[0])).toEqual(['0,0 2×1 组', '0,1 1×2 1', '1,1 1×1 2', '1,2 1×1 3'])
  })

  it('follows a definition too long for its page into the Data stream', async () => {
    const definition = Buffer.concat([...inTable(), byte(0x2417, 1), rowDefinition([0, 500, 2500])])
    const data = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([definition.length & 0xff, definition.length >>> 8]),
      definition,
    ])
    const [first, second] = row(['甲', '1'])
    if (!first || !second) throw new Error('no cells')
    const { blocks, codes } = await read({
      data,
      paragraphs: [first, second, { text: '', mark: '\x07', sprms: [long(0x6646, 16)] }],
    })
    expect(cells(blocks[0])).toEqual(['0,0 1×1 甲', '0,1 1×1 1'])
    expect(codes).toEqual([])
  })

  it('puts nothing into a table where the Data stream is lost, and says so', async () => {
    const { blocks, codes } = await read({
      paragraphs: [{ text: '前' }, { text: '甲', mark: '\x07', sprms: [long(0x6646, 16)] }],
    })
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '前' },
      { kind: 'paragraph', text: '甲' },
    ])
    expect(codes).toEqual(['doc.layoutLost'])
  })

  it('reads properties that a fast save laid over a piece', async () => {
    const { blocks } = await read({
      blocks: [Buffer.from([0x61, 0x24, 1])],
      paragraphs: [{ text: '居中', block: 0 }, { text: '不居中' }],
    })
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '居中', align: 'center' },
      { kind: 'paragraph', text: '不居中' },
    ])
  })

  it('borrows the edges of the next row for a row that lost its own, is less sure of it, and says so', async () => {
    const { blocks, codes } = await read({
      paragraphs: [
        ...row(['甲', '1'], rowDefinition([0, 3000, 4000])),
        ...row(['乙', '2']),
        ...row(['整行'], rowDefinition([0, 4000])),
      ],
    })
    expect(cells(blocks[0])).toEqual(['0,0 1×1 甲', '0,1 1×1 1', '1,0 1×1 乙', '1,1 1×1 2', '2,0 1×2 整行'])
    const grid = blocks.find(isGrid)
    expect(grid?.cells.map(cell => cell.confidence)).toEqual([undefined, undefined, 0.5, 0.5, undefined])
    expect(codes).toEqual(['doc.rowsGuessed'])
  })

  it('keeps the row whose end is missing', async () => {
    const { blocks } = await read({
      paragraphs: [...row(['甲', '1'], rowDefinition([0, 3000, 4000])), ...row(['乙', '2']).slice(0, 2)],
    })
    expect(cells(blocks[0]).slice(2)).toEqual(['1,0 1×1 乙', '1,1 1×1 2'])
  })

  it('puts nothing into a table whose layout is lost, and says so', async () => {
    const lost = row(['乙', '2']).map(paragraph => ({ ...paragraph, layout: false }))
    const { blocks, codes } = await read({
      paragraphs: [...row(['甲', '1'], rowDefinition([0, 3000, 4000])), ...lost],
    })
    expect(blocks.slice(1)).toEqual([
      { kind: 'paragraph', text: '乙' },
      { kind: 'paragraph', text: '2' },
    ])
    expect(codes).toEqual(['doc.layoutLost'])
  })

  it('reads the text alone, and says so, where the whole layout is lost', async () => {
    const { blocks, codes } = await read({
      paragraphs: [
        { text: '第一段', layout: false },
        { text: '第二段', layout: false },
      ],
    })
    expect(blocks).toHaveLength(2)
    expect(codes).toEqual(['doc.fallback'])
  })
})
