import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { glyphsOf, initialText, plainFont, type TextState } from '../../../src/main/readers/pdf/drawing/showText.ts'
import type { Glyph } from '../../../src/main/readers/pdf/model.ts'
import { DiskResources, pdfjs, resources } from '../../../src/main/readers/pdf/opening/pdfjs.ts'
import { openPdf } from '../../../src/main/readers/pdf/pages/openPdf.ts'
import { chinese, latin, makePdf } from './build.ts'

const wide = (unicode: string) => ({ unicode, width: 1000, isSpace: unicode === ' ' })
/** A page 800 points high: y is flipped. */
const page = [1, 0, 0, -1, 0, 800] as const
const state: TextState = { ...initialText, size: 10, x: 100, y: 700 }
const unmarked = { artifact: false, id: null } as const
const lefts = (glyphs: readonly Glyph[]) => glyphs.map(glyph => glyph.box[0])

describe('where characters stand', () => {
  test('one em after the other, from the top of the page', () => {
    const { glyphs, text } = glyphsOf([wide('甲'), wide('乙')], state, page, 0, unmarked)
    expect(lefts(glyphs)).toEqual([100, 110])
    expect(glyphs[0]?.baseline).toBe(100)
    expect(glyphs[0]?.box.map(Math.round)).toEqual([100, 91, 110, 101])
    expect(text.x).toBe(120)
  })

  test('character spacing after each, word spacing after blanks, numbers move back by thousandths', () => {
    const spaced = { ...state, charSpacing: 2, wordSpacing: 5 }
    expect(lefts(glyphsOf([wide('甲'), wide(' '), wide('乙')], spaced, page, 0, unmarked).glyphs)).toEqual([
      100, 112, 129,
    ])
    expect(lefts(glyphsOf([wide('甲'), -500, wide('乙')], state, page, 0, unmarked).glyphs)).toEqual([100, 115])
  })

  test('horizontal scale narrows characters and spacing alike', () => {
    const narrow = { ...state, charSpacing: 2, horizontalScale: 0.5 }
    const { glyphs, text } = glyphsOf([wide('甲'), wide('乙')], narrow, page, 0, unmarked)
    expect(lefts(glyphs)).toEqual([100, 106])
    expect(glyphs[0]?.box[2]).toBe(105)
    expect(text.x).toBe(112)
  })

  test('a font of vertical writing goes down, centred on its column', () => {
    const font = { ...plainFont, vertical: true }
    const vertical = (unicode: string) => ({ ...wide(unicode), vmetric: [-1000, 500, 880] })
    const { glyphs, text } = glyphsOf([vertical('甲'), vertical('乙')], { ...state, font }, page, 0, unmarked)
    expect(glyphs.map(glyph => glyph.box.map(Math.round))).toEqual([
      [95, 100, 105, 110],
      [95, 110, 105, 120],
    ])
    expect([text.x, text.y]).toEqual([100, 680])
  })

  test('turned text knows its direction, slanted text has none', () => {
    const turned = (degrees: number) => {
      const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
      const matrix = [cos, sin, -sin, cos, 100, 300] as const
      return glyphsOf([wide('甲')], { ...state, x: 0, y: 0, matrix }, page, 0, unmarked).glyphs[0]?.turn
    }
    expect([0, 90, 180, 270, 45].map(turned)).toEqual([0, 3, 2, 1, null])
  })

  test('characters that print nothing are left out, but keep their room', () => {
    expect(lefts(glyphsOf([wide('\u200b'), wide('乙')], state, page, 0, unmarked).glyphs)).toEqual([110])
  })
})

const folder = join(import.meta.dirname, '../../fixtures/pdf')
const spaced = `BT /F1 10 Tf 2 Tc 7 Tw 80 Tz 12 TL 100 700 Td (one two) Tj T* (next) Tj (x) ' 1 2 (y z) " 2 0 0 3 50 500 Tm (big) Tj ET\n`
const samples: [string, Uint8Array][] = [
  ...['split.pdf', 'rectangles.pdf', 'paragraphs.pdf'].map((name): [string, Uint8Array] => [
    name,
    readFileSync(join(folder, name)),
  ]),
  ['text operators of all kinds', makePdf([{ content: spaced + latin('end', 300, 300) + chinese('规章', 100, 200) }])],
]

test.each(samples)('every piece that pdf.js itself extracts begins at a character of ours: %s', async (_, bytes) => {
  const library = await pdfjs()
  const task = library.getDocument({
    ...resources,
    data: new Uint8Array(bytes),
    BinaryDataFactory: DiskResources,
    verbosity: 0,
  })
  const opened = await openPdf(bytes, 'x.pdf', true)
  if (!opened.ok) throw new Error('not opened')
  const reference = await (await task.promise).getPage(1)
  const { items } = await reference.getTextContent({ disableNormalization: true })
  const { glyphs, height } = await opened.value.drawing(1)
  let checked = 0
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [, , , , x, y] = item.transform.map(Number)
    const near = glyphs.filter(
      glyph => Math.abs(glyph.box[0] - (x ?? 0)) < 0.1 && Math.abs(glyph.baseline - (height - (y ?? 0))) < 0.1,
    )
    expect([item.str, near.length > 0]).toEqual([item.str, true])
    checked += 1
  }
  expect(checked).toBeGreaterThan(5)
  await Promise.all([task.destroy(), opened.value.close()])
})
