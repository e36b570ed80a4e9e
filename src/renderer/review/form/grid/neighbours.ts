import type { CellKey } from '../../../../shared/form/index.ts'
import type { FormLayout, NumberCell } from '../../../../shared/form/layout.ts'

export const directions = ['up', 'down', 'left', 'right', 'next', 'previous', 'home', 'end', 'first', 'last'] as const
export type Direction = (typeof directions)[number]

function numbers(layout: FormLayout): readonly NumberCell[] {
  return layout.cells.filter(cell => cell.kind === 'number')
}

const middle = (cell: NumberCell) => cell.column + cell.columnSpan / 2

function vertical(layout: FormLayout, from: NumberCell, down: boolean): NumberCell | undefined {
  return numbers(layout)
    .filter(cell => (down ? cell.row > from.row : cell.row < from.row))
    .filter(cell => cell.column < from.column + from.columnSpan && from.column < cell.column + cell.columnSpan)
    .toSorted(
      (a, b) =>
        Math.abs(a.row - from.row) - Math.abs(b.row - from.row) ||
        Math.abs(middle(a) - middle(from)) - Math.abs(middle(b) - middle(from)),
    )[0]
}

/**
 * The number cell a key leads to, by what lies there on the printed form, or null at its edge. next/previous go in reading order,
 * home/end within the printed row, first/last within the table.
 */
export function neighbour(layout: FormLayout, key: CellKey, direction: Direction): CellKey | null {
  const all = numbers(layout)
  const index = all.findIndex(cell => cell.id === key)
  const from = all[index]
  if (!from) return null
  const line = all.filter(cell => cell.row === from.row)
  const place = line.indexOf(from)
  switch (direction) {
    case 'up':
      return vertical(layout, from, false)?.id ?? null
    case 'down':
      return vertical(layout, from, true)?.id ?? null
    case 'left':
      return line[place - 1]?.id ?? null
    case 'right':
      return line[place + 1]?.id ?? null
    case 'next':
      return all[index + 1]?.id ?? null
    case 'previous':
      return all[index - 1]?.id ?? null
    case 'home':
      return line[0]?.id ?? null
    case 'end':
      return line.at(-1)?.id ?? null
    case 'first':
      return all[0]?.id ?? null
    case 'last':
      return all.at(-1)?.id ?? null
  }
}
