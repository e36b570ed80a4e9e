import { describe, expect, test } from 'vitest'
import { withoutLookalikes } from '../../../src/main/readers/pdf/drawing/lookalikes.ts'
import { type FlowLine, flowBlock, paragraphsOf } from '../../../src/main/readers/pdf/layout/flow.ts'
import { furnitureOf } from '../../../src/main/readers/pdf/layout/furniture.ts'
import type { Measures } from '../../../src/main/readers/pdf/layout/measures.ts'
import { linesOf, type TextLine, withoutDoubles } from '../../../src/main/readers/pdf/lines/text.ts'
import { withNewEnd } from '../../../src/main/readers/pdf/opening/repair.ts'
import { pageList } from '../../../src/main/readers/pdf/pages/pageList.ts'
import { glyph } from './tables.ts'

const body: Measures = { size: 16, left: 80, right: 512, pitch: 28 }

/** A line of full-width characters from `left`, on the nth line of a page. */
function line(text: string, nth: number, facts: Partial<FlowLine> = {}): FlowLine {
  const size = facts.size ?? 16
  const left = facts.box?.[0] ?? 80
  const top = 100 + nth * 28
  return {
    text,
    page: 1,
    baseline: top + 14,
    size,
    bold: false,
    spread: false,
    ...facts,
    box: [left, top, left + [...text].length * size, top + size],
  }
}

const at = (left: number): Partial<FlowLine> => ({ box: [left, 0, 0, 0] })
const texts = (lines: readonly FlowLine[]) => paragraphsOf(lines, body).map(one => one.map(part => part.text).join('|'))
const full = '这一行写满二十七个字这一行写满二十七个字这一行写满二十'

describe('lines into paragraphs', () => {
  test('an indented line begins a paragraph, full lines go on', () => {
    const indented = full.slice(2)
    expect(
      texts([
        line(indented, 0, at(112)),
        line(full, 1),
        line('完。', 2),
        line(indented, 3, at(112)),
        line('又完。', 4),
      ]),
    ).toEqual([`${indented}|${full}|完。`, `${indented}|又完。`])
  })

  test('a line that ends short ends its paragraph, even without indents', () => {
    expect(texts([line('短的一行。', 0), line(full, 1), line('完。', 2)])).toEqual(['短的一行。', `${full}|完。`])
  })

  test('a line is not short when the next piece would not have fitted', () => {
    const nearly = full.slice(0, 25)
    expect(texts([line(nearly, 0), line('2023年的事', 1)])).toEqual([`${nearly}|2023年的事`])
    expect(texts([line(nearly, 0), line('方案），其余', 1)])).toEqual([nearly, '方案），其余'])
  })

  test('a section head stands alone between full lines', () => {
    expect(texts([line(full, 0), line('二、主动公开政府信息情况', 1), line(full, 2)])).toEqual([
      full,
      '二、主动公开政府信息情况',
      full,
    ])
  })

  test('a paragraph goes on over a page break', () => {
    expect(texts([line(full, 0), { ...line('完。', 0), page: 2 }])).toEqual([`${full}|完。`])
  })

  test('rows of a table without lines are never run together', () => {
    expect(texts([line('甲 3 5', 0, { spread: true }), line('2.乙 6', 1, { spread: true })])).toEqual([
      '甲 3 5',
      '2.乙 6',
    ])
  })

  test('numbers that meet at a seam stay two, words get their space, Chinese gets none', () => {
    const joined = (one: string, other: string) => {
      const block = flowBlock([line(one, 0), line(other, 1)], body, false)
      return block.kind === 'paragraph' ? block.text : ''
    }
    expect([joined('共12', '34件'), joined('the web', 'page'), joined('办理', '情况')]).toEqual([
      '共12 34件',
      'the web page',
      '办理情况',
    ])
  })
})

describe('what a paragraph is', () => {
  const kind = (lines: readonly FlowLine[], first = false) => {
    const block = flowBlock(lines, body, first)
    return block.kind === 'heading' ? block.level : block.kind === 'paragraph' ? (block.align ?? 'plain') : block.kind
  }
  test('a large centred line is the title; a numbered line a section; the rest is text', () => {
    const title = line('年度报告', 0, { size: 22, box: [252, 0, 0, 0] })
    expect(kind([title], true)).toBe(1)
    expect(kind([line('三、收到和处理政府信息公开申请情况', 0)])).toBe(2)
    expect(kind([line('三、本年度共办理二十件，全部办结。', 0)])).toBe('plain')
    expect(kind([line('（一）主动公开。', 0)])).toBe('plain')
    expect(kind([line('2024年1月8日', 0, at(384))])).toBe('right')
  })
})

describe('page furniture', () => {
  const page = (number: number, lines: readonly TextLine[]) => ({ number, height: 842, lines })
  const words = (text: string, y: number): TextLine => ({
    text,
    box: [80, y, 200, y + 12],
    baseline: y + 10,
    size: 12,
    bold: false,
    spread: false,
  })
  test('page numbers in any dress go, at the edge of the page only', () => {
    for (const text of ['1', '- 1 -', '—1—', '第 1 页', '第1页 共5页', '1/5', '１', 'iv', '第一页']) {
      const [number, same] = [words(text, 800), words(text, 400)]
      expect([...furnitureOf([page(1, [words('正文', 300), same, number])])]).toEqual([number])
    }
  })
  test('a heading that comes back at the same height on most pages goes; the same words in the text stay', () => {
    const heads = [1, 2, 3].map(() => words('某区年度报告', 30))
    const pages = heads.map((head, index) =>
      page(index + 1, [head, words('某区年度报告', 300), words(`正文${index}`, 320)]),
    )
    expect([...furnitureOf(pages)]).toEqual(heads)
  })
  test('the first words of a page stay when no other page has them', () => {
    expect([...furnitureOf([page(1, [words('本年收件', 60)]), page(2, [words('四、结转', 60)])])]).toEqual([])
  })
})

describe('characters into lines', () => {
  const run = (text: string, x: number, y: number) =>
    [...text].map((one, index) => glyph(one, x + index * 8, y, 8, 8, index))
  test('lines come top to bottom and each from left to right, whatever the order of drawing', () => {
    const glyphs = [...run('下行', 10, 40), ...run('右', 40, 20), ...run('左', 10, 20)]
    expect(linesOf(glyphs).map(one => one.text)).toEqual(['左 右', '下行'])
  })
  test('blanks between Chinese characters are no text, between words they are one space', () => {
    const spaced = [glyph('规', 0, 20), glyph(' ', 8, 20, 4), glyph('章', 12, 20)]
    const words = [glyph('a', 0, 40, 4), glyph(' ', 4, 40, 2), glyph('b', 6, 40, 4)]
    expect(linesOf([...spaced, ...words]).map(one => one.text)).toEqual(['规章', 'a b'])
  })
  test('the same digit beside itself stays; drawn over itself it goes', () => {
    expect(withoutDoubles([glyph('0', 0, 20, 4), glyph('0', 4, 20, 4), glyph('0', 0.3, 20, 4)])).toHaveLength(2)
  })
})

test('radicals become the characters they look like; full-width digits stay as printed', () => {
  expect(withoutLookalikes('人⺠政府⼀⻘⻔１２（）⸺')).toBe('人民政府一青门１２（）——')
})

test('page lists are short', () => {
  expect(pageList([1, 3, 4, 5, 9])).toBe('1、3–5、9')
  expect(pageList(Array.from({ length: 30 }, (_, index) => index * 2))).toMatch(/^0、2、.*18…$/)
})

test('what holds no pages is not given a new end', () => {
  expect(withNewEnd(new TextEncoder().encode('%PDF-1.7 nothing'))).toBeNull()
  expect(withNewEnd(new Uint8Array(0))).toBeNull()
})
