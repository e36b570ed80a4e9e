import type { Glyph, Rule } from '../model.ts'

/** Figures struck out by a drawn line. */

/** The stroke that a character struck out is seen with, as in the other formats: 2̶2̶1 is never 221. */
const stroke = '\u0336'

/** In em above the baseline: where lines run that strike figures out. */
const [lowest, highest] = [0.12, 0.5]
/** In em: such a line begins and ends with its text. */
const overhang = 0.35
/** Longer ones are ruling lines; more are a drawing. In points. */
const longest = 120
const mostRules = 20_000
/** Glyphs are looked up by their height on the page, in steps of so many points. */
const step = 8

const isFigure = (glyph: Glyph) => glyph.turn === 0 && /^[0-9]$/.test(glyph.text)

function strikes(rule: Rule, glyph: Glyph): boolean {
  const rise = (glyph.baseline - rule.at) / Math.max(1, glyph.size)
  const middle = (glyph.box[0] + glyph.box[2]) / 2
  return rise > lowest && rise < highest && middle > rule.from && middle < rule.to
}

/** Figures with a line drawn through them alone, which print programs draw as any other line, get their stroke back. */
export function withStruckFigures(glyphs: readonly Glyph[], lines: readonly Rule[]): readonly Glyph[] {
  const short = lines.filter(rule => rule.to - rule.from <= longest)
  if (short.length === 0 || short.length > mostRules) return glyphs
  const byHeight = new Map<number, Glyph[]>()
  for (const glyph of glyphs) {
    if (glyph.turn !== 0 || glyph.text.trim() === '') continue
    const key = Math.floor(glyph.baseline / step)
    const some = byHeight.get(key) ?? []
    byHeight.set(key, some)
    some.push(glyph)
  }
  const struck = new Set<Glyph>()
  for (const rule of short) {
    const key = Math.floor(rule.at / step)
    const own = [0, 1, 2].flatMap(one => byHeight.get(key + one) ?? []).filter(glyph => strikes(rule, glyph))
    const size = Math.max(...own.map(glyph => glyph.size))
    const [left, right] = [Math.min(...own.map(one => one.box[0])), Math.max(...own.map(one => one.box[2]))]
    const fits = Math.abs(left - rule.from) < overhang * size && Math.abs(right - rule.to) < overhang * size
    if (own.length > 0 && fits) for (const glyph of own) if (isFigure(glyph)) struck.add(glyph)
  }
  return struck.size === 0 ? glyphs : glyphs.map(one => (struck.has(one) ? { ...one, text: one.text + stroke } : one))
}
