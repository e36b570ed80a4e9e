import { type Board, gapOf, guesses, isFailed, neededBy, valueOn, withChange } from './board.ts'
import { couldSettle } from './bound.ts'
import { makeMarks, markOf } from './marks.ts'
import type { Suspect } from './model.ts'

/** The search for parts: a few cells that settle every failed sum they stand in, and break none. */

/** `settles` has a bit for each failed sum that the part settles, in the order of the failed sums. */
export type Part = { readonly changes: readonly Suspect[]; readonly settles: number }

/** How many steps a search may still take; below 0 it has been given up. */
export type Steps = { left: number }

/** A part has no more cells than this: of more, nobody could look through all. */
export const mostCells = 5

/** The failed sums that the changed cells settle. In others of theirs what they change cancels out. */
function settledBy(board: Board, failed: readonly number[]): number {
  let bits = 0
  for (const [at, sum] of failed.entries()) if (!isFailed(board, sum)) bits |= 1 << at
  return bits
}

function countOf(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Whether some of the cells are a part without the others: of each sum, either all of its change comes from them, or none. */
function comesApart(board: Board, cells: readonly number[]): boolean {
  const all = (1 << cells.length) - 1
  const whole = new Map<number, number>()
  const add = (into: Map<number, number>, at: number) => {
    const cell = board.cells[at]
    for (const { sum, sign } of cell?.shares ?? []) into.set(sum, (into.get(sum) ?? 0) + sign * (cell?.changedBy ?? 0))
  }
  for (const at of cells) add(whole, at)
  for (let some = 1; some < all; some++) {
    const own = new Map<number, number>()
    for (const [index, at] of cells.entries()) if (some & (1 << index)) add(own, at)
    if ([...own].every(([sum, by]) => by === 0 || by === whole.get(sum))) return true
  }
  return false
}

/** The first sum that the changes leave in another disagreement than it was in; −1 where there is none. */
function firstBroken(board: Board): number {
  for (let sum = 0; sum < board.touched.length; sum++)
    if (board.touched[sum] !== 0 && isFailed(board, sum) && gapOf(board, sum) !== board.before[sum]) return sum
  return -1
}

/**
 * All parts of at most five cells that can stand in an answer of `most` cells altogether. It starts in each failed sum with a cell that
 * settles it, and goes on in a sum that is broken by what was changed, with a cell that settles this sum or another of its own. In that way every part is
 * found of which no sum holds several cells that could share the difference as they like; of those only the ones that go down to 0 or to
 * what the reader saw. A part of more cells than it settles sums assumes more than it explains, and is none.
 */
export function partsWithin(board: Board, failed: readonly number[], most: number, steps: Steps): readonly Part[] {
  const parts: Part[] = []
  const seen = makeMarks()
  const cells: number[] = []

  const tryIn = (sum: number) => {
    for (const at of board.members[sum] ?? []) {
      const cell = board.cells[at]
      if (!cell) continue
      let before = 0
      for (const share of cell.shares) {
        const by = isFailed(board, share.sum) ? neededBy(board, cell, share) : 0
        if (by === 0 || by === before) continue
        before = by
        cells.push(at)
        withChange(board, cell, by, goOn)
        cells.pop()
      }
    }
  }

  const goOn = () => {
    steps.left--
    if (steps.left < 0) return
    let mark = 0
    for (const at of cells) mark += markOf(at, board.cells[at]?.changedBy ?? 0)
    if (!seen.add(mark)) return
    const broken = firstBroken(board)
    if (broken < 0) {
      const settles = settledBy(board, failed)
      if (countOf(settles) < cells.length || comesApart(board, cells)) return
      const changes = cells.flatMap(at => {
        const cell = board.cells[at]
        return cell ? [{ cell: cell.key, value: valueOn(cell) }] : []
      })
      parts.push({ changes, settles })
    } else if (cells.length < mostCells && couldSettle(board, most - cells.length)) tryIn(broken)
  }

  for (const sum of failed) {
    for (const at of board.members[sum] ?? []) {
      const cell = board.cells[at]
      const share = cell?.shares.find(item => item.sum === sum)
      if (!cell || !share || cell.known) continue
      for (const by of new Set([neededBy(board, cell, share), ...guesses(board, cell)])) {
        if (by === 0) continue
        cells.push(at)
        withChange(board, cell, by, goOn)
        cells.pop()
      }
    }
  }
  return parts
}
