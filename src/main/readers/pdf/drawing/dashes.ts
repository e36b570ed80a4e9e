import type { Box } from '../../../../shared/data/document.ts'
import type { Rule, Rules } from '../model.ts'

/** Dashed and dotted lines, joined into the ruling lines they are seen as. */

/** Longer pieces are lines in their own right. All lengths in points. */
const longestPiece = 12
const widestGap = 6
/** Fewer pieces, or a shorter row of them, are ornaments. */
const fewest = 5
const shortest = 16
/** Pieces of one line stand at the same height within this. */
const sameHeight = 0.6

/**
 * Lines drawn as many dashes or dots of their own (browsers and office programs do so). Dots are no longer than wide: they may
 * belong to a line either way.
 */
export function withDashes(rules: Rules, dots: readonly Box[]): Rules {
  const across = dots.map(([left, top, right, bottom]): Rule => ({ at: (top + bottom) / 2, from: left, to: right }))
  const down = dots.map(([left, top, right, bottom]): Rule => ({ at: (left + right) / 2, from: top, to: bottom }))
  return {
    horizontal: [...rules.horizontal, ...dashedLines(rules.horizontal, across)],
    vertical: [...rules.vertical, ...dashedLines(rules.vertical, down)],
  }
}

function dashedLines(rules: readonly Rule[], dots: readonly Rule[]): readonly Rule[] {
  const pieces = [...rules.filter(rule => rule.to - rule.from <= longestPiece), ...dots]
  const heights: Rule[][] = []
  for (const piece of pieces.sort((a, b) => a.at - b.at)) {
    const height = heights.at(-1)
    if (height?.[0] && piece.at - height[0].at <= sameHeight) height.push(piece)
    else heights.push([piece])
  }
  return heights.flatMap(chains)
}

/** Pieces of like length one after the other at like distance. */
function chains(pieces: readonly Rule[]): readonly Rule[] {
  const lines: Rule[] = []
  let chain: Rule[] = []
  const end = () => {
    const [first, last] = [chain[0], chain.at(-1)]
    if (first && last && chain.length >= fewest && last.to - first.from >= shortest)
      lines.push({ at: first.at, from: first.from, to: last.to })
    chain = []
  }
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = chain.at(-1)
    // The same piece drawn twice, as on a border that two cells share.
    if (last && piece.from - last.from < 0.05) continue
    const like = last && Math.abs(piece.to - piece.from - (last.to - last.from)) <= 1 + 0.5 * (last.to - last.from)
    if (last && (piece.from - last.to > widestGap || !like)) end()
    chain.push(piece)
  }
  end()
  return lines
}
