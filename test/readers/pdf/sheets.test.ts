import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../src/main/readers/pdf/index.ts'
import type { Block } from '../../../src/shared/data/document.ts'
import { chinese, type MadePage, makePdf, ruled } from './build.ts'

/** Sheets that lie on their side with two pages on each, as offices print to save paper, and those that only lie. */

const sheet = (content: string): MadePage => ({ content, size: [842, 595] })
const fold = 421
/** A page’s lines on the half of a sheet that begins at `left`; the last runs to the right margin. */
const prose = (left: number, first: string): string =>
  [first, ...Array.from({ length: 6 }, () => '本机关按照要求做好各项工作并对结果负责，今后继续努力改进。')]
    .map((text, at) => chinese(text, left + 50, 540 - at * 16))
    .join('')

async function blocksOf(pages: readonly MadePage[]): Promise<readonly Block[]> {
  const { document } = await readPdf(makePdf(pages), '年报.pdf')
  return document?.blocks ?? []
}
const texts = (blocks: readonly Block[]) =>
  blocks.flatMap(block => (block.kind === 'grid' ? '表' : block.kind === 'image' ? [] : block.text.slice(0, 4)))

describe('a sheet with two pages on it', () => {
  test('is read left half first, though lines of both stand at one height', async () => {
    const blocks = await blocksOf([sheet(prose(0, '一、总体情况') + prose(fold, '二、主动公开'))])
    const found = texts(blocks)
    expect(found.indexOf('一、总体')).toBe(0)
    expect(found.indexOf('二、主动')).toBeGreaterThan(found.indexOf('本机关按'))
    const right = blocks.find(block => block.kind !== 'grid' && block.kind !== 'image' && /^二、/.test(block.text))
    expect(right?.page).toBe(1)
    expect(right?.box?.[0]).toBeGreaterThan(fold)
  })

  test('hands a table on from its right half to the next sheet, where it stands on the left', async () => {
    const xs = [50, 150, 340]
    const rows = (left: number, ys: readonly number[], from: number) =>
      ruled(
        xs.map(x => x + left),
        ys,
      ) +
      ys
        .slice(0, -1)
        .map((y, at) => chinese(`第${from + at}行`, left + 55, y - 15) + chinese(String(from + at), left + 160, y - 15))
        .join('')
    const first = prose(0, '一、总体情况') + prose(fold, '二、主动公开') + rows(fold, [420, 300, 180, 60], 1)
    const blocks = await blocksOf([sheet(first), sheet(rows(0, [540, 510, 480], 4))])
    const grids = blocks.flatMap(block => (block.kind === 'grid' ? [block] : []))
    expect(grids).toHaveLength(1)
    expect(grids[0]?.cells.map(cell => [cell.text, cell.page])).toEqual([
      ...[1, 2, 3].flatMap(row => [
        [`第${row}行`, 1],
        [String(row), 1],
      ]),
      ...[4, 5].flatMap(row => [
        [`第${row}行`, 2],
        [String(row), 2],
      ]),
    ])
    expect(grids[0]?.cells.map(cell => (cell.box?.[0] ?? 0) > fold)).toEqual([
      ...Array(6).fill(true),
      ...Array(4).fill(false),
    ])
  })

  test('is not seen where a title runs over the fold', async () => {
    const title = chinese('某县二〇二三年政府信息公开工作年度报告', 320, 570)
    const found = texts(await blocksOf([sheet(title + prose(0, '一、总体情况') + prose(fold, '二、主动公开'))]))
    expect(found[0]).toBe('某县二〇')
  })
})
