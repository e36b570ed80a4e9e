import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDoc } from '../../../src/main/readers/doc/index.ts'
import type { Block } from '../../../src/shared/data/document.ts'

/** Files written by a word processor, of our own text. */
const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'doc')
const manifest = z
  .array(z.object({ file: z.string(), sha256: z.string(), made: z.string(), exercises: z.string() }))
  .parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))

async function read(name: string) {
  const { document, messages } = await readDoc(readFileSync(join(folder, name)), name)
  return { blocks: document?.blocks ?? [], title: document?.title, codes: messages.map(item => item.code) }
}

/** Texts of paragraphs, and of grids cell by cell. */
function outline(block: Block): string {
  switch (block.kind) {
    case 'grid':
      return block.cells.map(cell => cell.text).join('|')
    case 'image':
      return '[image]'
    case 'heading':
    case 'paragraph':
      return block.text
  }
}

describe('the fixtures', () => {
  it('are the files the manifest names, byte for byte', () => {
    expect(manifest.map(entry => entry.file).sort()).toEqual(
      readdirSync(folder)
        .filter(name => name.endsWith('.doc'))
        .sort(),
    )
    for (const { file, sha256 } of manifest) {
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ).toBe(sha256)
    }
  })
})

describe('merges.doc', () => {
  it('gives headings, aligned paragraphs and the file’s title', async () => {
    const { blocks, title, codes } = await read('merges.doc')
    expect(title).toBe('青石镇2023年报告（样本）')
    expect(codes).toEqual([])
    expect(blocks.filter(block => block.kind !== 'grid')).toEqual([
      { kind: 'paragraph', text: '青石镇2023年政府信息公开工作年度报告', align: 'center' },
      { kind: 'heading', level: 2, text: '一、总体情况' },
      { kind: 'paragraph', text: '本镇全年共收到申请３件，办结 3 件。\n联系电话：000-0000' },
      { kind: 'heading', level: 2, text: '四、行政复议、行政诉讼情况' },
      { kind: 'paragraph', text: '以上数据截至年末。' },
      { kind: 'paragraph', text: '2024年1月10日', align: 'right' },
    ])
  })

  it('keeps blank, slash, dash and zero apart', async () => {
    const { blocks } = await read('merges.doc')
    const grid = blocks.find(block => block.kind === 'grid')
    const numbers = grid?.cells.filter(cell => cell.row === 3).map(cell => cell.text)
    expect(numbers).toEqual(['1', '2', '3', '4', '10', '5', '', '/', '8', '13', '——', '0', '0', '0', '0'])
  })

  it('resolves a cell merged over rows and columns at once', async () => {
    const { blocks } = await read('merges.doc')
    expect(blocks.filter(block => block.kind === 'grid')[1]).toEqual({
      kind: 'grid',
      rows: 4,
      columns: 4,
      cells: [
        { row: 0, column: 0, rowSpan: 3, columnSpan: 1, text: '组别' },
        { row: 0, column: 1, rowSpan: 2, columnSpan: 2, text: '甲' },
        { row: 0, column: 3, rowSpan: 1, columnSpan: 1, text: '11' },
        { row: 1, column: 3, rowSpan: 1, columnSpan: 1, text: '12' },
        { row: 2, column: 1, rowSpan: 1, columnSpan: 1, text: '乙' },
        { row: 2, column: 2, rowSpan: 1, columnSpan: 1, text: '丙' },
        { row: 2, column: 3, rowSpan: 1, columnSpan: 1, text: '13' },
        { row: 3, column: 0, rowSpan: 1, columnSpan: 4, text: '合计\n二十' },
      ],
    })
  })
})

describe('nested.doc', () => {
  it('takes a frame apart, flattens a one-cell table, and gives data inside a cell a grid of its own', async () => {
    const { blocks } = await read('nested.doc')
    expect(blocks.map(outline)).toEqual([
      '外框之前',
      '框内第一段',
      '项目|数量|新收|7|结转|0',
      '框内第二段',
      '两框之间',
      '左|右上\n单格\n右下|下左|',
      'A|B|1|2',
      '外框之后',
    ])
  })
})

describe('marks.doc', () => {
  it('reads what is seen: not what was deleted or hidden, not the code of a field', async () => {
    const { blocks, codes, title } = await read('marks.doc')
    expect(title).toBe('样本：修订与域')
    expect(blocks.map(outline)).toEqual([
      '总计15件',
      '见此处',
      '网址链接文字，第1页',
      '甲\n乙\t丙-丁 戊己',
      '[image]',
      '图|',
      '注',
      '末段',
      '脚注内容',
      '文本框内容',
    ])
    expect(codes).toEqual(['doc.struckOut'])
  })

  it('marks the cell that holds a picture', async () => {
    const { blocks } = await read('marks.doc')
    const grid = blocks.find(block => block.kind === 'grid')
    expect(grid?.cells.map(cell => cell.image ?? false)).toEqual([false, true])
  })
})

describe('shapes.doc', () => {
  it('takes a floating picture for an image, on its own and in a cell, and a drawn line for none', async () => {
    const { blocks } = await read('shapes.doc')
    expect(blocks.map(outline)).toEqual(['图在下', '[image]', '线在下', '|', '完'])
    const grid = blocks.find(block => block.kind === 'grid')
    expect(grid?.cells.map(cell => cell.image ?? false)).toEqual([false, true])
  })
})
