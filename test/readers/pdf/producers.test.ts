import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../src/main/readers/pdf/index.ts'
import { framesOf } from '../../../src/main/readers/pdf/ruled/frame.ts'
import type { Block, GridBlock } from '../../../src/shared/data/document.ts'
import { chinese, latin, makePdf, ruled } from './build.ts'

/** What other programs than office ones do when they print: tags, painted cells, drawn fonts, lines beside a table. */

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/pdf', name))

async function read(bytes: Uint8Array) {
  const { document, messages } = await readPdf(bytes, 'x.pdf')
  const blocks: readonly Block[] = document?.blocks ?? []
  const grids = blocks.filter((block): block is GridBlock => block.kind === 'grid')
  return { blocks, grids, codes: messages.map(one => one.code) }
}

const rowsOf = (grid: GridBlock | undefined) =>
  Array.from({ length: grid?.rows ?? 0 }, (_, row) =>
    grid?.cells.filter(cell => cell.row === row).map(cell => cell.text.replaceAll('\n', '')),
  )
const isSure = (grid: GridBlock | undefined) => grid?.cells.every(cell => (cell.confidence ?? 1) >= 0.9)

describe('a table whose columns only the tags of the file tell apart', () => {
  test('is read by its tags, spans and all, and every cell stands somewhere on the page', async () => {
    const { grids } = await read(fixture('tagged.pdf'))
    expect(grids).toHaveLength(1)
    expect(rowsOf(grids[0])).toEqual([
      ['事项', '来人', '合计'],
      ['本县居民', '外来人员'],
      ['（一）甲组事项', '12', '3', '15'],
      ['（二）乙组事项', '1.查阅旧档', '4', '0', '4'],
      ['2.借出又归还的簿册，含当年新装订的和上年未还的各类簿册在内', '105', '27', '132'],
      ['3.抄录', '0', '1', '1'],
      ['（三）合计', '121', '31', '152'],
    ])
    expect(isSure(grids[0])).toBe(true)
    const places = grids[0]?.cells.map(cell => cell.page === 1 && cell.box && cell.box[2] > cell.box[0])
    expect(new Set(places)).toEqual(new Set([true]))
  })
})

test('cells painted on a darker table are cells, as if they had borders', async () => {
  const { grids } = await read(fixture('painted.pdf'))
  expect(rowsOf(grids[0])).toEqual([
    ['类别', '年度'],
    ['上年', '本年'],
    ['规章', '0', '3'],
    ['行政规范性文件', '11', ''],
    ['合计', '14'],
  ])
  expect(isSure(grids[0])).toBe(true)
})

test('words marked with colour in running text make no table', async () => {
  const marks = [0, 1, 2, 3].flatMap(line =>
    [0, 1, 2].map(at => `0.9 g ${50 + at * 61 + line * 7} ${700 - line * 20} 58 18 re f\n`),
  )
  const lines = [0, 1, 2, 3].map(line => `0 g ${chinese('公开栏每周一更换旧页收回装订', 50, 705 - line * 20)}`)
  const { grids, blocks } = await read(makePdf([{ content: marks.join('') + lines.join('') }]))
  expect(grids).toEqual([])
  expect(blocks.length).toBeGreaterThan(0)
})

describe('a table that runs over the edge of the page', () => {
  const content =
    ruled([450, 520, 640], [700, 720, 740]) +
    chinese('件数', 460, 725) +
    chinese('规章', 460, 705) +
    latin('3549', 578, 705, 12) +
    latin('12', 600, 725)
  test('has its cells there doubted, and no number stands for the half of it that is seen', async () => {
    const { grids } = await read(makePdf([{ content }]))
    expect(rowsOf(grids[0])).toEqual([
      ['件数', '12'],
      ['规章', '3549'],
    ])
    expect(grids[0]?.cells.filter(cell => cell.column === 1).map(cell => cell.confidence)).toEqual([0.5, 0.5])
  })
})

test('a figure with a line through it keeps its stroke, and is not one with the figure behind it', async () => {
  const box = ruled([100, 200, 300], [700, 720, 740]) + chinese('件数', 110, 725) + chinese('规章', 110, 705)
  const { grids } = await read(
    makePdf([{ content: `${box}${latin('221', 210, 705)}0.7 w 210 708.2 m 221.1 708.2 l S\n` }]),
  )
  expect(grids[0]?.cells.find(cell => cell.row === 1 && cell.column === 1)?.text).toBe('2\u03362\u03361')
})

test('a font of drawings in units of its own stands where it is shown', async () => {
  const drawn = [
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 49 /LastChar 50 /Widths [0.5 0.5] /CharProcs << /one 21 0 R /two 21 0 R >> /Encoding << /Differences [49 /one /two] >> /ToUnicode 22 0 R >>',
    '<< /Length 34 >>\nstream\n0.5 0 0 0 0.4 0.7 d1 0 0 .4 .7 re f\nendstream',
    '<< /Length 121 >>\nstream\n1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <31> <0031> <32> <0032> endbfchar                        \nendstream',
  ]
  const content = `${ruled([100, 200, 300], [700, 720, 740])}BT /T3 10 Tf 210 705 Td (12) Tj ET ${chinese('规章', 110, 705)}`
  const { grids } = await read(makePdf([{ content, resources: '/Font << /T3 20 0 R /F2 4 0 R >>' }], drawn))
  expect(grids[0]?.cells.map(cell => cell.text)).toEqual(['', '', '规章', '12'])
})

test('letters that no report is printed with say that the font names only some characters: all cells there are doubted', async () => {
  const content =
    ruled([100, 250, 400], [680, 700, 720, 740]) +
    chinese('本ç告所列数据', 110, 725) +
    chinese('第ÿ一Ā项', 110, 705) +
    chinese('规章', 110, 685) +
    latin('12', 260, 685) +
    chinese('统«期限ó之和', 260, 725)
  const { grids, codes } = await read(makePdf([{ content }]))
  expect(codes).toContain('pdf.textSuspicious')
  expect(grids[0]?.cells.every(cell => (cell.confidence ?? 1) < 0.9)).toBe(true)
})

test('the outer sides of a table that no line of its own crosses on this page are still its sides', () => {
  const across = [100, 130, 160, 190].map(at => ({ at, from: 120, to: 300 }))
  const down = [40, 120, 200, 300].map(at => ({ at, from: 60, to: 200 }))
  const { frames } = framesOf({ horizontal: across, vertical: down })
  expect(frames.map(frame => frame.xs)).toEqual([[40, 120, 200, 300]])
})

describe('prose in two columns', () => {
  const left = [
    '公开栏每周一更换旧页收回装订编',
    '号连续可供查考。窗口设咨询台一',
    '处来访者先问后填填错的当场改正',
    '不让人多走一趟。栏目之外不另立',
    '名目读者按图可以找到原文所在。',
    '又一段写在左栏的末尾。',
  ]
  const right = [
    '全年收到申请二十一件均在期限内',
    '答复其中予以公开十五件其余六件',
    '说明理由后归档备查按月对账逐件',
    '复盘把常见申请整理成问答供后来',
    '的人取用。窗口照旧每日开放不休',
    '到年底为止。',
  ]
  const column = (lines: readonly string[], x: number) =>
    lines.map((text, index) => chinese(text, x, 700 - index * 16)).join('')
  const content = `${chinese('一、总体情况', 60, 730, 14)}${column(left, 60)}${column(right, 300)}${chinese('二、其他情况', 60, 560, 14)}`

  test('is read down the left one first, and what stands below comes after both', async () => {
    const { blocks } = await read(makePdf([{ content }]))
    const text = blocks.map(block => ('text' in block ? block.text : '')).join('')
    expect(text).toBe(`一、总体情况${left.join('')}${right.join('')}二、其他情况`)
  })

  test('is joined to paragraphs by the width of its column', async () => {
    const { blocks } = await read(makePdf([{ content }]))
    const paragraphs = blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : []))
    expect(paragraphs).toContain(right.join(''))
  })
})
