import type { Placed } from '../model.ts'

/**
 * Raised figures: the marks of notes. LibreOffice sets them at 0.58 of the size and 0.33 em up, Word at about two thirds, browsers at
 * 0.83 of the size; figures moved up by hand keep their size. All in parts of the size of the character they stand beside.
 */

const smaller = { size: 0.88, rise: 0.15 }
const moved = { size: 1.02, rise: 0.28 }
/** Higher than this is another line. */
const highest = 0.75
/** Farther away is another text. */
const beside = 0.6

const figure = /^[0-9]+$/

/** Is the character a figure set higher than the one it stands beside? */
function standsAbove({ glyph }: Placed, base: Placed): boolean {
  if (glyph.turn !== 0 || base.glyph.turn !== 0) return false
  const size = Math.max(1, base.glyph.size)
  const rise = (base.glyph.baseline - glyph.baseline) / size
  const scale = glyph.size / size
  return rise < highest && [smaller, moved].some(kind => scale <= kind.size && rise >= kind.rise)
}

/**
 * Is the character a raised mark? `base` is the last character before it that is none, `last` the one right before it. At the very
 * beginning the characters after it say so.
 */
export function isRaised(item: Placed, last: Placed | undefined, base: Placed | undefined, after: readonly Placed[]) {
  if (!figure.test(item.glyph.text)) return false
  if (last && base) return item.from - last.to < beside * base.glyph.size && standsAbove(item, base)
  const next = after.find(other => other !== item && other.glyph.text.trim() !== '' && !figure.test(other.glyph.text))
  const larger = after.find(other => figure.test(other.glyph.text) && standsAbove(item, other))
  return larger !== undefined && (next === undefined || larger.from < next.from)
}
