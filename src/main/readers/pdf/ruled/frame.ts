import type { Box } from '../../../../shared/data/document.ts'
import { limits } from '../limits.ts'
import type { Rule, Rules } from '../model.ts'
import { coverage, mergeRules, sameLine } from './mergedLines.ts'
import { tableLines } from './tableLines.ts'

/** A cell of a frame before it has text. `sure` is false where the lines do not close round a rectangle. */
export type FrameCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly sure: boolean
}

/** The skeleton of a table: edges from left to right and top to bottom, the cells between them, and who owns each slot. */
export type Frame = {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly FrameCell[]
  /** Index into `cells` for each slot, row by row. */
  readonly owners: readonly number[]
}

/** `merged` are the ruling lines they were made of, and all others. */
export type Frames = { readonly frames: readonly Frame[]; readonly merged: Rules; readonly cut: boolean }

/** A line must run along this part of a slot's side to separate it from its neighbour. */
export const separates = 0.6
/** Lines that stick out this far beyond the outermost crossing line belong to a table without that border. */
export const stickOut = 8

/** Builds the skeletons of all tables on a page out of its ruling lines. */
export function framesOf(rules: Rules): Frames {
  const horizontal = mergeRules(rules.horizontal)
  const vertical = mergeRules(rules.vertical)
  if (horizontal.length + vertical.length > limits.rulesPerPage)
    return { frames: [], merged: { horizontal: [], vertical: [] }, cut: true }
  const frames: Frame[] = []
  let cut = false
  for (const group of tableLines(rules, { horizontal, vertical })) {
    const closed = closeOpenSides(group)
    const frame = frameOf(closed)
    if (frame === 'tooLarge') cut = true
    else if (frame) frames.push(frame)
  }
  return { frames, merged: { horizontal, vertical }, cut }
}

function positions(rules: readonly Rule[]): readonly number[] {
  const all: number[] = []
  for (const rule of rules) if (all.at(-1) !== rule.at) all.push(rule.at)
  return all
}

/** Where two or more lines end together beyond the last crossing line, the border there was left undrawn: draw it. */
function closeOpenSides(group: Rules): Rules {
  const horizontal = [...group.horizontal]
  const vertical = [...group.vertical]
  closeSide(horizontal, vertical, 'from')
  closeSide(horizontal, vertical, 'to')
  closeSide(vertical, horizontal, 'from')
  closeSide(vertical, horizontal, 'to')
  const byPosition = (a: Rule, b: Rule) => a.at - b.at
  return { horizontal: horizontal.sort(byPosition), vertical: vertical.sort(byPosition) }
}

function closeSide(lines: readonly Rule[], crossing: Rule[], end: 'from' | 'to'): void {
  const pick = end === 'from' ? Math.min : Math.max
  const ends = lines.map(line => line[end])
  const outermost = ends.reduce((a, b) => pick(a, b))
  const border = crossing.map(line => line.at).reduce((a, b) => pick(a, b))
  if ((end === 'from' ? border - outermost : outermost - border) < stickOut) return
  const reaching = lines.filter(line => Math.abs(line[end] - outermost) <= sameLine)
  if (reaching.length < 2) return
  const along = reaching.map(line => line.at)
  crossing.push({ at: outermost, from: Math.min(...along), to: Math.max(...along) })
}

export type Walls = {
  /** Is there a line left of slot (row, column)? column may be one past the last. */
  readonly left: (row: number, column: number) => boolean
  readonly above: (row: number, column: number) => boolean
}

function wallsOf(rules: Rules, xs: readonly number[], ys: readonly number[]): Walls {
  const grid = (edges: readonly number[], rulesAlong: readonly Rule[], across: readonly number[]) =>
    edges.map(edge => {
      const stretches = rulesAlong.filter(rule => rule.at === edge)
      return across.slice(1).map((to, index) => coverage(stretches, across[index] ?? to, to) >= separates)
    })
  const upright = grid(xs, rules.vertical, ys)
  const level = grid(ys, rules.horizontal, xs)
  return {
    left: (row, column) => upright[column]?.[row] ?? false,
    above: (row, column) => level[row]?.[column] ?? false,
  }
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index)
}

/** Taking one idle edge away can make another idle; after this many rounds the rest may stay, as cells without text. */
const rounds = 6

function frameOf(rules: Rules): Frame | 'tooLarge' | null {
  let xs = positions(rules.vertical)
  let ys = positions(rules.horizontal)
  for (let round = 1; ; round += 1) {
    const [rows, columns] = [ys.length - 1, xs.length - 1]
    if (rows < 1 || columns < 1) return null
    if (rows * columns > limits.slotsPerFrame) return 'tooLarge'
    const walls = wallsOf(rules, xs, ys)
    // An edge that separates nothing (an underline that touches the border) makes neither row nor column.
    const usefulXs = xs.filter((_, column) => range(rows).some(row => walls.left(row, column)))
    const usefulYs = ys.filter((_, row) => range(columns).some(column => walls.above(row, column)))
    const settled = usefulXs.length === xs.length && usefulYs.length === ys.length
    if (settled || round === rounds) return fillFrame(xs, ys, walls)
    xs = usefulXs
    ys = usefulYs
  }
}

/** The cells that the walls leave between the edges. */
export function fillFrame(xs: readonly number[], ys: readonly number[], walls: Walls): Frame {
  const rows = ys.length - 1
  const columns = xs.length - 1
  const regions = regionsOf(rows, columns, walls)
  const sizes = new Map<number, number>()
  for (const region of regions) sizes.set(region, (sizes.get(region) ?? 0) + 1)
  const owners: number[] = Array.from({ length: rows * columns }, () => -1)
  const cells: FrameCell[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const slot = row * columns + column
      if (owners[slot] !== -1) continue
      const free = (r: number, c: number) =>
        owners[r * columns + c] === -1 && regions[r * columns + c] === regions[slot] && r < rows && c < columns
      let columnSpan = 1
      while (free(row, column + columnSpan)) columnSpan += 1
      let rowSpan = 1
      while (range(columnSpan).every(step => free(row + rowSpan, column + step))) rowSpan += 1
      for (const down of range(rowSpan))
        for (const step of range(columnSpan)) owners[(row + down) * columns + column + step] = cells.length
      const whole = sizes.get(regions[slot] ?? -1) === rowSpan * columnSpan
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        sure: whole && isEnclosed(walls, row, column, rowSpan, columnSpan),
      })
    }
  }
  return { xs, ys, cells, owners }
}

function isEnclosed(walls: Walls, row: number, column: number, rowSpan: number, columnSpan: number): boolean {
  return (
    range(rowSpan).every(step => walls.left(row + step, column) && walls.left(row + step, column + columnSpan)) &&
    range(columnSpan).every(step => walls.above(row, column + step) && walls.above(row + rowSpan, column + step))
  )
}

/** Numbers the slots so that slots with no line between them share a number. */
function regionsOf(rows: number, columns: number, walls: Walls): readonly number[] {
  const regions: number[] = Array.from({ length: rows * columns }, () => -1)
  let next = 0
  for (let start = 0; start < regions.length; start += 1) {
    if (regions[start] !== -1) continue
    const open = [start]
    regions[start] = next
    for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
      const row = Math.floor(slot / columns)
      const column = slot % columns
      const visit = (r: number, c: number, wall: boolean) => {
        if (wall || r < 0 || c < 0 || r >= rows || c >= columns || regions[r * columns + c] !== -1) return
        regions[r * columns + c] = next
        open.push(r * columns + c)
      }
      visit(row, column - 1, walls.left(row, column))
      visit(row, column + 1, walls.left(row, column + 1))
      visit(row - 1, column, walls.above(row, column))
      visit(row + 1, column, walls.above(row + 1, column))
    }
    next += 1
  }
  return regions
}

export function frameBox(frame: Frame): Box {
  return [frame.xs[0] ?? 0, frame.ys[0] ?? 0, frame.xs.at(-1) ?? 0, frame.ys.at(-1) ?? 0]
}

export function cellBox(frame: Frame, cell: FrameCell): Box {
  const { xs, ys } = frame
  return [
    xs[cell.column] ?? 0,
    ys[cell.row] ?? 0,
    xs[cell.column + cell.columnSpan] ?? 0,
    ys[cell.row + cell.rowSpan] ?? 0,
  ]
}
