import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPdf, readPdfWithPassword } from '../../../src/main/readers/pdf/index.ts'
import type { Block, GridBlock } from '../../../src/shared/data/document.ts'
import { messageLines } from '../../../src/shared/messages/index.ts'

const folder = join(import.meta.dirname, '../../fixtures/pdf')
const manifest: Record<string, { sha256: string }> = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))

const known = new Map<string, ReturnType<typeof readAnew>>()

/** Each fixture is read once: nothing changes what was read. */
function read(name: string): ReturnType<typeof readAnew> {
  const reading = known.get(name) ?? readAnew(name)
  known.set(name, reading)
  return reading
}

async function readAnew(name: string) {
  const { document, messages } = await readPdf(readFileSync(join(folder, name)), name)
  const blocks = document?.blocks ?? []
  return { document, messages, blocks, codes: messages.map(one => one.code), grids: blocks.filter(isGrid) }
}

const isGrid = (block: Block): block is GridBlock => block.kind === 'grid'
const shapes = (grid: GridBlock | undefined) =>
  grid?.cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text])
const running = (blocks: readonly Block[]) =>
  blocks.flatMap(block => (block.kind === 'heading' || block.kind === 'paragraph' ? [[block.kind, block.text]] : []))

test('the fixtures are those of the manifest, byte for byte, and none is missing from it', () => {
  const files = readdirSync(folder).filter(name => name.endsWith('.pdf'))
  expect(files.sort()).toEqual(Object.keys(manifest).sort())
  for (const name of files) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
    expect([name, hash]).toEqual([name, manifest[name]?.sha256])
  }
})

describe.each(['split.pdf', 'browser-split.pdf', 'cut-off.pdf'])('a table over several pages: %s', name => {
  test('comes out as one grid with its merged labels whole and its blank values blank', async () => {
    const { grids, document } = await read(name)
    expect(document?.pages.length).toBeGreaterThan(1)
    const expected: unknown[] = ['组别', '事项', '件数', '金额'].map((text, column) => [0, column, 1, 1, text])
    for (let row = 1; row <= 43; row += 1) {
      if (row === 1) expected.push([1, 0, 40, 1, '（一）甲组事项'])
      if (row === 41) expected.push([41, 0, 3, 1, '（二）乙组事项'])
      const values = [`${row}.第${row}类事项`, `${row * 3}`, row % 7 === 0 ? '' : `${row * 5}`]
      values.forEach((text, index) => {
        expected.push([row, index + 1, 1, 1, text])
      })
    }
    const bare = shapes(grids[0])?.map(cell => [...cell.slice(0, 4), String(cell[4]).replace(/\n/g, '')])
    expect(grids).toHaveLength(1)
    expect(bare).toEqual(expected)
  })

  test('keeps the text before and after it', async () => {
    const { blocks } = await read(name)
    expect(running(blocks)).toEqual([
      ['heading', '青禾县事项统计表'],
      ['paragraph', '下表逐项列出，空白处为未填。'],
      ['paragraph', '表后一段。'],
    ])
  })
})

test.each(['shading.pdf', 'rectangles.pdf'])(
  'shaded heads and thin rectangles make no cells of their own: %s',
  async name => {
    const { grids, codes } = await read(name)
    expect(codes).toEqual([])
    expect(shapes(grids[0])).toEqual([
      [0, 0, 2, 1, '类别'],
      [0, 1, 1, 2, '年度'],
      [1, 1, 1, 1, '上年'],
      [1, 2, 1, 1, '本年'],
      [2, 0, 1, 1, '规章'],
      [2, 1, 1, 1, '0'],
      [2, 2, 1, 1, '3'],
      [3, 0, 1, 1, '行政规范性文件'],
      [3, 1, 1, 1, '11'],
      [3, 2, 1, 1, ''],
      [4, 0, 1, 1, '合计'],
      [4, 1, 1, 2, '14'],
    ])
  },
)

test('a label of one character a line, dashes and slashes come out as printed', async () => {
  const { grids } = await read('rectangles.pdf')
  expect(grids[1]?.cells.map(cell => cell.text)).toEqual([
    '不\n予\n公\n开',
    '1.国家秘密',
    '6',
    '2.第三方',
    '0',
    '3.内部事务',
    '/',
    '4.过程性',
    '——',
  ])
})

test('labels in vertical columns are read down each column, from right to left, with numbers on their side', async () => {
  const { grids } = await read('vertical.pdf')
  expect(shapes(grids[0])).toEqual([
    [0, 0, 2, 1, '三、本年度办理结果2023年\n（续）'],
    [0, 1, 1, 1, '（一）予以公开'],
    [0, 2, 1, 1, '5'],
    [1, 1, 1, 1, '总\n计'],
    [1, 2, 1, 1, '6'],
  ])
})

const bareText = (text: string) => text.replace(/\n/g, '')

describe.each([
  ['no-lines.pdf', 'no line at all'],
  ['row-lines.pdf', 'lines between the rows only'],
  ['stacked.pdf', 'lines between the columns only'],
  ['dotted.pdf', 'borders of single dots'],
])('%s: a table with %s', name => {
  const numbers = [
    ['（一）甲组事项', '12', '3', '15'],
    ['1.查阅旧档', '4', '0', '4'],
    ['2.借出又归还的簿册，含当年新装订的和上年未还的各类簿册在内', '105', '27', '132'],
    ['3.抄录', '0', '1', '1'],
    ['（三）合计', '121', '31', '152'],
  ]

  test('has each number beside its label and under its head', async () => {
    const { grids, codes } = await read(name)
    expect(codes).toEqual([])
    expect(grids).toHaveLength(1)
    const cells = grids[0]?.cells ?? []
    for (const [label, ...values] of numbers) {
      const own = cells.find(cell => bareText(cell.text) === label)
      const row = cells.filter(cell => cell.row === own?.row && /^\d+$/.test(cell.text))
      expect([label, row.map(cell => cell.text)]).toEqual([label, values])
      const heads = row.map(value =>
        cells
          .filter(cell => cell.column <= value.column && value.column < cell.column + cell.columnSpan)
          .filter(cell => cell.row < 2)
          .map(cell => bareText(cell.text)),
      )
      expect(heads).toEqual([['来人', '本县居民'], ['来人', '外来人员'], ['合计']])
    }
  })

  test('has the label of the group over its rows, and the text around it as text', async () => {
    const { grids, blocks } = await read(name)
    const cells = grids[0]?.cells ?? []
    const group = cells.find(cell => bareText(cell.text) === '（二）乙组事项')
    const first = cells.find(cell => cell.text === '1.查阅旧档')
    expect([group?.row, group?.rowSpan]).toEqual([first?.row, 3])
    expect(running(blocks).map(one => one[1])).toEqual(['表前一段。', '表后一段。'])
  })
})

test('title, section heads, indented paragraphs and signature are told apart', async () => {
  const { blocks } = await read('paragraphs.pdf')
  expect(
    blocks.map(block => [block.kind, 'level' in block ? block.level : 'align' in block ? block.align : '']),
  ).toEqual([
    ['heading', 1],
    ['heading', 2],
    ['paragraph', ''],
    ['paragraph', ''],
    ['heading', 2],
    ['paragraph', ''],
    ['paragraph', 'right'],
    ['paragraph', 'right'],
  ])
  expect(running(blocks)[2]?.[1]).toBe(
    '本县地处河谷，办公室设公开栏三处。全年收到申请二十一件，均在期限内答复，其中予以公开十五件，其余六件说明理由后归档备查。',
  )
  expect(running(blocks)[5]?.[1]).toBe('本年度 Web 页面改版两次，访问量增加 12.5%。')
})

test('a scanned page is a picture block, and named', async () => {
  const { blocks, messages } = await read('scan.pdf')
  expect(blocks.map(block => [block.kind, block.page])).toEqual([
    ['paragraph', 1],
    ['image', 2],
  ])
  expect(messages.map(one => [one.code, one.params])).toEqual([['pdf.noText', { pages: '2' }]])
})

test('a file cut off at its end is read, with a warning that says how many pages', async () => {
  const { messages, document } = await read('cut-off.pdf')
  expect(messages[0]?.code).toBe('pdf.incomplete')
  expect(messages[0]?.params).toEqual({ pages: document?.pages.length })
})

test('a byte spoilt inside a compressed page is never passed over in silence', async () => {
  const whole = readFileSync(join(folder, 'split.pdf'))
  const start = whole.indexOf('stream\n') + 7
  const end = whole.indexOf('endstream', start)
  for (let step = 1; step < 20; step += 1) {
    const bytes = new Uint8Array(whole)
    const at = start + Math.floor(((end - start) * step) / 20)
    bytes[at] = (bytes[at] ?? 0) ^ 0x55
    const { messages } = await readPdf(bytes, 'split.pdf')
    expect(messages.length).toBeGreaterThan(0)
  }
})

test('a file that needs a password is read with it; a wrong one is told apart from none', async () => {
  const bytes = readFileSync(join(folder, 'locked.pdf'))
  const right = await readPdfWithPassword(bytes, 'locked.pdf', 'kaijuan')
  expect(right.messages).toEqual([])
  expect(running(right.document?.blocks ?? [])).toEqual([['paragraph', '上锁。']])
  const wrong = await readPdfWithPassword(bytes, 'locked.pdf', 'kaihu')
  expect(wrong.document).toBeNull()
  expect(wrong.messages.map(one => one.code)).toEqual(['pdf.wrongPassword'])
})

test('a password that only forbids changes is not asked for', async () => {
  const { codes, blocks } = await read('owned.pdf')
  expect(codes).toEqual([])
  expect(running(blocks)).toEqual([['paragraph', '可读，不可改。']])
})

test.each([
  ['locked.pdf', 'pdf.encrypted'],
  ['half.pdf', 'pdf.damaged'],
])('%s cannot be read: the message says what, what is kept and what to do', async (name, code) => {
  const { document, messages } = await read(name)
  expect(document).toBeNull()
  expect(messages.map(one => one.code)).toEqual([code])
  for (const message of messages) {
    const { what, kept, todo } = messageLines(message, 'zh')
    expect(what).toContain(name)
    expect(kept).not.toBe('')
    expect(todo).toMatch(/^请/)
  }
})
