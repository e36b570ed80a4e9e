import type { Box } from '../../../../shared/data/document.ts'
import type { AlignedFrame } from '../aligned/framed.ts'
import { alignedFrames, refined } from '../aligned/index.ts'
import type { Glyph, PageDrawing, Rules } from '../model.ts'
import { dealOut } from '../ruled/cells.ts'
import { sidesOfFills } from '../ruled/fills.ts'
import { type Frame, type Frames, frameBox, framesOf } from '../ruled/frame.ts'

/** A table's borders, drawn or made out by alignment, and how sure its cells are, where that is not for the lines to say. */
export type Skeleton = { readonly frame: Frame; readonly confidence: AlignedFrame['confidence'] | null }

export type Skeletons = {
  readonly skeletons: readonly Skeleton[]
  readonly dealt: ReturnType<typeof dealOut>
  /** There were more ruling lines than are looked at. */
  readonly cut: boolean
}

/** Lines that touch no closed table. */
function outside({ horizontal, vertical }: Rules, frames: readonly Frame[]): Rules {
  const boxes = frames.map(frameBox)
  const free = (x: number, y: number) =>
    !boxes.some(([left, top, right, bottom]) => x > left - 4 && x < right + 4 && y > top - 4 && y < bottom + 4)
  return {
    horizontal: horizontal.filter(rule => free((rule.from + rule.to) / 2, rule.at)),
    vertical: vertical.filter(rule => free(rule.at, (rule.from + rule.to) / 2)),
  }
}

function framesWith(rules: Rules, fills: readonly Box[]): Frames {
  const drawn = framesOf(rules)
  const sides = sidesOfFills(fills, drawn.frames)
  if (sides.horizontal.length === 0 || drawn.cut) return drawn
  return framesOf({
    horizontal: [...rules.horizontal, ...sides.horizontal],
    vertical: [...rules.vertical, ...sides.vertical],
  })
}

/** Tables with closed lines first; then, in what is left, those that only the alignment of their text shows. */
export function skeletonsOf(
  { rules, fills }: Pick<PageDrawing, 'rules' | 'fills'>,
  glyphs: readonly Glyph[],
): Skeletons {
  const { frames, merged, cut } = framesWith(rules, fills)
  const first = dealOut(frames, glyphs)
  const closed = frames.map((frame, index): Skeleton => {
    return refined(frame, first.texts[index] ?? [], merged) ?? { frame, confidence: null }
  })
  const onPage = first.rest.filter(glyph => !glyph.beyond)
  const aligned: readonly Skeleton[] = alignedFrames(onPage, outside(merged, frames))
  const skeletons = [...closed, ...aligned]
  const changed = aligned.length > 0 || closed.some(one => one.confidence !== null)
  const dealt = changed
    ? dealOut(
        skeletons.map(one => one.frame),
        glyphs,
      )
    : first
  return { skeletons, dealt, cut }
}
