import type { Glyph } from '../model.ts'

/** Text that runs in vertical columns. */

function middle(glyph: Glyph): number {
  return (glyph.box[0] + glyph.box[2]) / 2
}

/** The next character stands straight below; numbers among vertical text lie on their side. */
function standsBelow(glyph: Glyph, before: Glyph): boolean {
  const gap = glyph.box[1] - before.box[3]
  return Math.abs(middle(glyph) - middle(before)) < 0.4 * glyph.size && gap > -0.4 * glyph.size && gap < 2 * glyph.size
}

function beginsColumn(glyph: Glyph, before: Glyph): boolean {
  return middle(before) - middle(glyph) > 0.7 * glyph.size && before.box[3] > glyph.box[3]
}

/** More than this is running text, not a label. */
const longest = 200

/**
 * Vertical writing: columns of upright characters from right to left. What tells it from short lines of two characters is the
 * order of drawing. null for everything else, a single column of upright characters included, which reads the same as lines of
 * one character.
 */
export function verticalColumns(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] | null {
  const inked = glyphs.filter(glyph => glyph.text.trim() !== '')
  if (inked.length < 3 || inked.length > longest) return null
  if (!inked.every(glyph => glyph.turn === 0 || glyph.turn === 1)) return null
  const columns: Glyph[][] = []
  for (const glyph of [...inked].sort((a, b) => a.order - b.order)) {
    const column = columns.at(-1)
    const before = column?.at(-1)
    if (!column || !before || beginsColumn(glyph, before)) columns.push([glyph])
    else if (standsBelow(glyph, before)) column.push(glyph)
    else return null
  }
  const upright = inked.some(glyph => glyph.turn === 0)
  const mixed = upright && inked.some(glyph => glyph.turn === 1)
  const tall = columns.length > 1 && columns.length * 2 <= inked.length && (columns[0]?.length ?? 0) > 2
  return upright && (mixed || tall) ? columns : null
}
