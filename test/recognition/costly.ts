import type { Block, GridBlock, GridCell } from '../../src/shared/data/document.ts'

/** Blocks over which a careless recognition does the same work again and again: `npm run bench:guards` looks at how the cost grows. */

function grid(count: number, columns: number, text: (at: number) => string): GridBlock {
  const cells = Array.from(
    { length: count },
    (_, at): GridCell => ({
      row: Math.floor(at / columns),
      column: at % columns,
      rowSpan: 1,
      columnSpan: 1,
      text: text(at),
    }),
  )
  return { kind: 'grid', rows: Math.ceil(count / columns), columns, cells }
}

const pieces = '本年处理决定数量信息内容政府公开申请自然人法人科研机构其他总计结果维持行政复议'
const outOf = (texts: readonly string[]) => (at: number) => texts[at % texts.length] ?? ''
const labelLike = (at: number) =>
  pieces.slice((at * 7) % 20, ((at * 7) % 20) + 4 + (at % 13)) + String.fromCharCode(0x4e00 + (at % 5_000))

/** Grids of so many cells. */
export const costlyGrids: Readonly<Record<string, (count: number) => GridBlock>> = {
  'label-like text': count => grid(count, 20, labelLike),
  'one label of two places': count => grid(count, 20, () => '其他'),
  'heads in rows of a thousand': count => grid(count, 1_000, outOf(['自然人', '总计', '12', '行政复议', '结果维持'])),
  'heads and torn figures': count =>
    grid(count, 100, outOf(['行政复议', '结果维持', '未经复议直接起诉', '3 4', '结果纠正'])),
  'labels of several rows': count =>
    grid(count, 5, outOf(['其他', '总计', '（七）总计', '3.其他', '1.申请人无正当理由'])),
  headings: count => grid(count, 1, () => '三、收到和处理政府信息公开申请情况'),
  'names of places': count => grid(count, 20, () => '重庆市九龙坡区白市驿镇朝阳区长安县城区'),
}

/** So many grids that claim a million rows and hold one cell, each behind a heading. */
export function claimingGrids(count: number): readonly Block[] {
  const cell: GridCell = { row: 0, column: 0, rowSpan: 1_000_000, columnSpan: 1, text: '（七）总计' }
  return Array.from({ length: count }, (_, at): readonly Block[] => [
    { kind: 'paragraph', text: `${'一二三四五六'.charAt(at % 6)}、主动公开政府信息情况` },
    { kind: 'grid', rows: 1_000_000, columns: 1, cells: [cell] },
  ]).flat()
}

/** So many paragraphs of ten thousand characters that name places. */
export function proseOfPlaces(count: number): readonly Block[] {
  const text = '重庆市南岸区魅力嘉兴发布'.repeat(900)
  return Array.from({ length: count }, (): Block => ({ kind: 'paragraph', text }))
}
