import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/main/readers/text/index.ts'
import type { Block } from '../../../src/shared/data/document.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/text')

async function read(text: string | Uint8Array): Promise<readonly Block[]> {
  const { document } = await readText(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'x.txt')
  return document?.blocks ?? []
}

/** A grid as rows of texts. */
function rows(block: Block | undefined): readonly (readonly string[])[] {
  if (block?.kind !== 'grid') return []
  return Array.from({ length: block.rows }, (_, row) =>
    block.cells.filter(cell => cell.row === row).map(cell => cell.text),
  )
}

describe('paragraphs', () => {
  test('every line that is not empty is one, its indent gone', async () => {
    expect(await read('标题\r\n\r\n　　第一段。\n第二段。\u2028第三段。')).toEqual(
      ['标题', '第一段。', '第二段。', '第三段。'].map(text => ({ kind: 'paragraph', text })),
    )
  })

  test('prose that is only indented by a tab is no table', async () => {
    const blocks = await read('\t全年公开信息若干条。\n\n\t全年收到申请若干件。\n\n\t均已办结。\n')
    expect(blocks.map(block => block.kind)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })

  test('one bar in a sentence makes no table', async () => {
    expect((await read('首页 | 政务公开\n正文')).map(block => block.kind)).toEqual(['paragraph', 'paragraph'])
  })
})

describe('tables', () => {
  test('of cells behind tabs: an empty line ends a row, a line without tab goes on with its cell', async () => {
    const text = '表前\n\t信息内容\n\t本年制发\n件数\n\n\t规章\n\t0\n\n\t\n\t7\n\n\n表后'
    const blocks = await read(text)
    expect(blocks.map(block => block.kind)).toEqual(['paragraph', 'grid', 'paragraph'])
    expect(rows(blocks[1])).toEqual([
      ['信息内容', '本年制发\n件数'],
      ['规章', '0'],
      ['', '7'],
    ])
  })

  test('of rows between bars: rules are passed over, empty cells kept', async () => {
    const blocks = await read('| 信息内容 | 件数 |\n|---|:-:|\n| 规章 | 0 |\n| 其他 |  |\n表后')
    expect(rows(blocks[0])).toEqual([
      ['信息内容', '件数'],
      ['规章', '0'],
      ['其他', ''],
    ])
    expect(blocks[1]).toEqual({ kind: 'paragraph', text: '表后' })
  })

  test('of rows drawn with box characters', async () => {
    const blocks = await read('┌──┬──┐\n│规章│ 0 │\n├──┼──┤\n│其他│ 1 │\n└──┴──┘\n')
    expect(rows(blocks.find(block => block.kind === 'grid'))).toEqual([
      ['规章', '0'],
      ['其他', '1'],
    ])
  })

  test('of rows with cells parted by tabs, ragged as they are', async () => {
    const blocks = await read('信息内容\t本年制发件数\t本年废止件数\n规章\t0\t0\n\n行政许可\t12\n')
    expect(rows(blocks[0])).toEqual([
      ['信息内容', '本年制发件数', '本年废止件数'],
      ['规章', '0', '0'],
      ['行政许可', '12'],
    ])
  })

  test('cells take their slots from the left and span nothing', async () => {
    const [block] = await read('\t\n\t自然人\n\t总计\n\n\t一、本年新收\n\t3\n')
    expect(block).toMatchObject({ kind: 'grid', rows: 2, columns: 3 })
    if (block?.kind === 'grid')
      expect(block.cells.every(cell => cell.rowSpan === 1 && cell.columnSpan === 1)).toBe(true)
  })
})

describe('bytes', () => {
  test('GB 18030 and UTF-16 are read like UTF-8', async () => {
    const expected: readonly Block[] = [{ kind: 'paragraph', text: '政府信息公开工作年度报告' }]
    expect(await read(readFileSync(join(fixtures, 'gb18030.txt')))).toEqual(expected)
    expect(await read(readFileSync(join(fixtures, 'utf16.txt')))).toEqual(expected)
  })

  test('bytes that are no character are told', async () => {
    const text = new TextEncoder().encode('政府信息公开工作年度报告')
    const { messages } = await readText(Uint8Array.from([...text, 0xff, 0xff, ...text]), '坏.txt')
    expect(messages.map(item => item.code)).toContain('read.lostCharacters')
  })

  test('white space alone is an empty file', async () => {
    const { document, messages } = await readText(new TextEncoder().encode(' \n\t\n'), '空.txt')
    expect(document).toBeNull()
    expect(messages).toMatchObject([{ code: 'read.empty', severity: 'error', params: { file: '空.txt' } }])
  })

  test('a file of endless lines is cut off with a word', async () => {
    const { document, messages } = await readText(new TextEncoder().encode('一\n'.repeat(200_010)), '长.txt')
    expect(document?.blocks).toHaveLength(200_000)
    expect(messages.map(item => item.code)).toEqual(['text.tooManyLines'])
  })
})

test('no printed character is lost, whatever the lines are', async () => {
  const line = fc.string({ unit: fc.constantFrom('\t', '|', ' ', '规', '章', '0', '7', '一', '、'), maxLength: 12 })
  const printed = (text: string) => [...text].filter(character => !/[\s|]/.test(character)).join('')
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), async lines => {
      const blocks = await read(lines.join('\n'))
      const texts = blocks.flatMap(block =>
        block.kind === 'grid' ? block.cells.map(cell => cell.text) : block.kind === 'image' ? [] : [block.text],
      )
      expect(printed(texts.join(''))).toBe(printed(lines.join('')))
    }),
    { numRuns: 500 },
  )
})
