import type { Box } from '../../../../shared/data/document.ts'
import type { PageDrawing, Rule } from '../model.ts'

/** Two pages printed on one sheet lying on its side, as offices do to save paper. */

/** A sheet is at least so many times as wide as high. */
const lying = 1.2
/** Characters on each half: fewer may be a label beside a drawing. */
const enough = 40
/** Points left free on each side of the fold, and how far the halves' edges may differ: they are two pages of one layout. */
const free = 20
const leftTolerance = 3
const rightTolerance = 12
/** A filled rectangle thinner than this is a line. */
const thin = 3

/** Where the fold is, or null: nothing crosses it, and both halves have the same margins. */
export function gutterOf(page: PageDrawing): number | null {
  if (page.width < lying * page.height) return null
  const fold = page.width / 2
  const ink = page.glyphs.filter(glyph => glyph.text.trim() !== '' && !glyph.beyond).map(glyph => glyph.box)
  const level = page.rules.horizontal.map(({ from, at, to }): Box => [from, at, to, at])
  const bars = page.fills.filter(box => box[3] - box[1] < thin)
  const all = [...ink, ...level, ...bars, ...page.images]
  if (all.some(box => box[0] < fold && box[2] > fold)) return null
  const sides = [ink.filter(box => box[2] <= fold), ink.filter(box => box[0] >= fold)]
  if (sides.some(side => side.length < enough)) return null
  const edges = (boxes: readonly Box[], from: number) => ({
    left: boxes.reduce((least, box) => Math.min(least, box[0] - from), fold),
    right: boxes.reduce((most, box) => Math.max(most, box[2] - from), 0),
  })
  const one = edges(
    all.filter(box => box[2] <= fold),
    0,
  )
  const other = edges(
    all.filter(box => box[0] >= fold),
    fold,
  )
  const alike = Math.abs(one.left - other.left) <= leftTolerance && Math.abs(one.right - other.right) <= rightTolerance
  return alike && fold - one.right >= free && other.left >= free ? fold : null
}

/** What is drawn left and right of the fold, each still where it stands on the sheet. */
export function sidesOf(page: PageDrawing, fold: number): readonly [PageDrawing, PageDrawing] {
  const side = (isOn: (middle: number) => boolean): PageDrawing => {
    const has = (box: Box) => isOn((box[0] + box[2]) / 2)
    const level = (rule: Rule) => isOn((rule.from + rule.to) / 2)
    return {
      ...page,
      glyphs: page.glyphs.filter(glyph => has(glyph.box)),
      rules: {
        horizontal: page.rules.horizontal.filter(level),
        vertical: page.rules.vertical.filter(rule => isOn(rule.at)),
      },
      fills: page.fills.filter(has),
      images: page.images.filter(has),
    }
  }
  return [side(middle => middle < fold), side(middle => middle >= fold)]
}
