import type { Glyph } from '../model.ts'
import { withoutLookalikes } from './lookalikes.ts'
import { applyToPoint, identity, type Matrix, multiply } from './matrix.ts'

/** What the positions of characters depend on, out of a font. */
export type FontFacts = {
  readonly matrix: Matrix
  readonly vertical: boolean
  readonly type3: boolean
  readonly bold: boolean
}
export const plainFont: FontFacts = { matrix: [0.001, 0, 0, 0.001, 0, 0], vertical: false, type3: false, bold: false }

/** The text state of ISO 32000-1, 9.3, kept as pdf.js's own renderer keeps it (canvas.js, showText). */
export type TextState = {
  readonly font: FontFacts
  readonly size: number
  readonly matrix: Matrix
  readonly x: number
  readonly y: number
  readonly lineX: number
  readonly lineY: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly horizontalScale: number
  readonly leading: number
  readonly rise: number
  readonly invisible: boolean
}

export const initialText: TextState = {
  font: plainFont,
  size: 0,
  matrix: identity,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  charSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  invisible: false,
}

export function moveText(text: TextState, x: number, y: number): TextState {
  const lineX = text.lineX + x
  const lineY = text.lineY + y
  return { ...text, x: lineX, y: lineY, lineX, lineY }
}

type ShownGlyph = {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric: readonly number[] | null
}

function shownGlyph(piece: unknown): ShownGlyph | null {
  if (typeof piece !== 'object' || piece === null || !('width' in piece) || !('unicode' in piece)) return null
  const { unicode, width } = piece
  if (typeof width !== 'number' || !Number.isFinite(width)) return null
  const metric = 'vmetric' in piece && Array.isArray(piece.vmetric) ? piece.vmetric : null
  return {
    unicode: typeof unicode === 'string' ? unicode : '',
    width,
    isSpace: 'isSpace' in piece && piece.isSpace === true,
    vmetric: metric?.every(value => typeof value === 'number') ? metric : null,
  }
}

/** Control and format characters in a font's code table print nothing. */
function plainText(unicode: string): string {
  return withoutLookalikes(unicode.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ''))
}

/** A control code in place of a character: the font has lost its table. Tabs and line ends are set as blanks by some writers. */
function isUnmapped(glyph: ShownGlyph): boolean {
  return !glyph.isSpace && glyph.width > 0 && /^(?![\t\n\r\0])\p{Cc}+$/u.test(glyph.unicode)
}

/** Height above and below the baseline that a character's box takes, in em: that of Chinese type. */
const ascent = 0.88
const descent = 0.12

/** Which way the text runs: quarter turns, or null when it is slanted by more than 8 degrees. */
function turnOf(x: number, y: number): Glyph['turn'] {
  const degrees = (Math.atan2(y, x) * 180) / Math.PI
  const quarter = Math.round(degrees / 90)
  if (Math.abs(degrees - quarter * 90) > 8) return null
  const turns = [0, 1, 2, 3] as const
  return turns[(quarter + 4) % 4] ?? 0
}

function place(
  text: TextState,
  base: Matrix,
  along: number,
  width: number,
  size: number,
  metric: readonly number[] | null,
) {
  const perEm = text.size * text.font.matrix[0]
  const scale = text.horizontalScale
  let x = along * scale
  let y = text.rise
  if (text.font.vertical) {
    const [, originX = 0, originY = 0] = metric ?? [0, width / perEm / 2, 880]
    x = -originX * perEm * scale
    y = -along - originY * perEm + text.rise
  }
  const matrix = multiply(base, multiply(text.matrix, [1, 0, 0, 1, text.x, text.y]))
  const advance = width * scale
  const corners = [
    applyToPoint(matrix, x, y - descent * size),
    applyToPoint(matrix, x + advance, y - descent * size),
    applyToPoint(matrix, x, y + ascent * size),
    applyToPoint(matrix, x + advance, y + ascent * size),
  ] as const
  return { corners, origin: applyToPoint(matrix, x, y), matrix }
}

/** The characters of one showText operator, and the text state after it. */
export function glyphsOf(
  pieces: readonly unknown[],
  text: TextState,
  base: Matrix,
  firstOrder: number,
  marks: { readonly artifact: boolean; readonly id: number | null },
): { readonly glyphs: readonly Glyph[]; readonly text: TextState; readonly unmapped: number } {
  const { font } = text
  const direction = text.size < 0 ? -1 : 1
  const size = Math.abs(text.size)
  const upward = { ...text, size, horizontalScale: text.horizontalScale * direction }
  const perEm = size * font.matrix[0]
  const glyphs: Glyph[] = []
  let along = 0
  let unmapped = 0
  for (const piece of pieces) {
    if (typeof piece === 'number') {
      along += ((font.vertical ? 1 : -1) * piece * size) / 1000
      continue
    }
    const glyph = shownGlyph(piece)
    if (!glyph) continue
    const spacing = ((glyph.isSpace ? text.wordSpacing : 0) + text.charSpacing) * direction
    const width = glyph.width * perEm
    // The units of a font whose characters are drawings are its own; most map the em square to one (Skia, cairo), bitmaps of old do not.
    const tall = font.type3 ? Math.max(Math.abs(width), size) : size
    const shown = plainText(glyph.unicode)
    if (shown === '' && isUnmapped(glyph)) unmapped += 1
    if (shown !== '') {
      const { corners, origin, matrix } = place(upward, base, along, width, tall, glyph.vmetric)
      const xs = corners.map(corner => corner[0])
      const ys = corners.map(corner => corner[1])
      const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
      if (box.every(Number.isFinite)) {
        const turn = turnOf(matrix[0] * upward.horizontalScale, matrix[1] * upward.horizontalScale)
        glyphs.push({
          text: shown,
          box,
          baseline: turn === 0 ? origin[1] : (box[1] + box[3]) / 2,
          size: tall * Math.hypot(matrix[2], matrix[3]),
          turn,
          order: firstOrder + glyphs.length,
          bold: font.bold,
          invisible: text.invisible,
          artifact: marks.artifact,
          mark: marks.id,
        })
      }
    }
    if (font.vertical) along += (glyph.vmetric ? -(glyph.vmetric[0] ?? 0) : 1000) * perEm - spacing
    else along += width + spacing
  }
  const moved = font.vertical ? { ...text, y: text.y - along } : { ...text, x: text.x + along * upward.horizontalScale }
  return { glyphs, text: moved, unmapped }
}
