import fc from 'fast-check'
import type { LaidCell, LaidTable } from './layout.ts'

/** Harmless changes that real tables have undergone; after each a person still reads the same numbers. */

type Damage = (table: LaidTable) => readonly LaidTable[]

const mapCells = (table: LaidTable, change: (cell: LaidCell, index: number) => LaidCell): LaidTable => ({
  ...table,
  cells: table.cells.map(change),
})
const one =
  (change: (table: LaidTable) => LaidTable): Damage =>
  table => [change(table)]
const labels = (change: (text: string, index: number) => string): Damage =>
  one(table => mapCells(table, (cell, at) => (cell.kind === 'value' ? cell : { ...cell, text: change(cell.text, at) })))

const wide = (text: string): string =>
  text.replace(/[0-9.,-]/g, character => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** One character of some labels dropped or replaced. */
function misprint(seed: number, drop: boolean): Damage {
  return labels((text, at) => {
    const where = (seed * 31 + at * 17) % Math.max(1, text.length)
    if ((seed + at) % 4 !== 0 || text.length < 2) return text
    return text.slice(0, where) + (drop ? '' : '口') + text.slice(where + 1)
  })
}

/** Some spans of labels or heads lost: the cell stays in its slot, the rest of its slots empty. */
function losingSpans(kind: 'head' | 'label'): Damage {
  return one(table => {
    const extra: LaidCell[] = []
    const cells = table.cells.map(cell => {
      if (cell.kind !== kind || cell.rowSpan * cell.columnSpan === 1) return cell
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
        for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
          if (row !== cell.row || column !== cell.column)
            extra.push({ ...cell, row, column, rowSpan: 1, columnSpan: 1, text: '' })
      return { ...cell, rowSpan: 1, columnSpan: 1 }
    })
    const all = [...cells, ...extra].sort((a, b) => a.row - b.row || a.column - b.column)
    return { ...table, cells: all }
  })
}

/** An empty column between two others; cells that span over the place span one more. */
function emptyColumn(at: number): Damage {
  return one(table => {
    const where = at % (table.columns + 1)
    const covered = new Set<number>()
    const cells = table.cells.map(cell => {
      if (cell.column >= where) return { ...cell, column: cell.column + 1 }
      if (cell.column + cell.columnSpan <= where) return cell
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) covered.add(row)
      return { ...cell, columnSpan: cell.columnSpan + 1 }
    })
    for (let row = 0; row < table.rows; row++)
      if (!covered.has(row))
        cells.push({ row, column: where, rowSpan: 1, columnSpan: 1, text: '', kind: 'label', key: null })
    cells.sort((a, b) => a.row - b.row || a.column - b.column)
    return { ...table, columns: table.columns + 1, cells }
  })
}

/** A table cut between two rows, as pages do: spans end at the cut and go on without their text. */
function cut(at: number): Damage {
  return table => {
    const where = 1 + (at % (table.rows - 1))
    const upper: LaidCell[] = []
    const lower: LaidCell[] = []
    for (const cell of table.cells) {
      if (cell.row >= where) lower.push({ ...cell, row: cell.row - where })
      else if (cell.row + cell.rowSpan <= where) upper.push(cell)
      else {
        upper.push({ ...cell, rowSpan: where - cell.row })
        lower.push({ ...cell, row: 0, rowSpan: cell.row + cell.rowSpan - where, text: '' })
      }
    }
    lower.sort((a, b) => a.row - b.row || a.column - b.column)
    return [
      { rows: where, columns: table.columns, cells: upper },
      { rows: table.rows - where, columns: table.columns, cells: lower },
    ]
  }
}

/** Cells from the left, one slot each, spans gone: what plain text keeps of a table. */
const packed: Damage = one(table => {
  const next = new Map<number, number>()
  const cells = table.cells.map(cell => {
    const column = next.get(cell.row) ?? 0
    next.set(cell.row, column + 1)
    return { ...cell, column, rowSpan: 1, columnSpan: 1 }
  })
  return { ...table, columns: Math.max(...next.values()), cells }
})

const withoutKey = (table: LaidTable, lost: (key: string) => boolean): LaidTable => ({
  ...table,
  cells: table.cells.filter(cell => cell.key === null || !lost(cell.key)),
})
const keysOf = (table: LaidTable): readonly string[] => table.cells.flatMap(cell => cell.key ?? [])
const pick = <T>(list: readonly T[], seed: number): T | undefined => list[seed % Math.max(1, list.length)]

/** A figure's cell gone, its slot empty. */
function losingCell(seed: number): Damage {
  return one(table => {
    const lost = pick(keysOf(table), seed * 13)
    return withoutKey(table, key => key === lost)
  })
}

/** A figure's cell gone and those behind it moved up, as a page with a cell too few is laid out. */
function movingUp(seed: number): Damage {
  return one(table => {
    const lost = table.cells.find(cell => cell.key !== null && cell.key === pick(keysOf(table), seed * 13))
    if (!lost) return table
    const cells = table.cells.flatMap(cell => {
      if (cell === lost) return []
      const behind = cell.row === lost.row && cell.column > lost.column
      return [behind ? { ...cell, column: cell.column - lost.columnSpan } : cell]
    })
    return { ...table, cells }
  })
}

/** Two neighbouring rows in each other's place. */
function swappingRows(seed: number): Damage {
  return one(table => {
    const first = seed % Math.max(1, table.rows - 1)
    const moved = (row: number) => (row === first ? first + 1 : row === first + 1 ? first : row)
    const loose = (row: number) =>
      table.cells.every(
        cell => cell.rowSpan === 1 || cell.row > row + 1 || cell.row + cell.rowSpan <= row || cell.row < row,
      )
    if (!loose(first)) return table
    const cells = table.cells.map(cell => (cell.rowSpan === 1 ? { ...cell, row: moved(cell.row) } : cell))
    return { ...table, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) }
  })
}

/** Heads one column too far to the left or right. */
function movingHeads(seed: number): Damage {
  return one(table => {
    const by = seed % 2 ? 1 : -1
    const cells = table.cells.map(cell =>
      cell.kind === 'head' && cell.column + by >= 0 && cell.columnSpan < 4
        ? { ...cell, column: cell.column + by }
        : cell,
    )
    return { ...table, columns: table.columns + 1, cells }
  })
}

/** Two columns, heads and figures, in each other's place. */
function swappingColumns(seed: number): Damage {
  return one(table => {
    const first = seed % Math.max(1, table.columns - 1)
    const moved = (column: number) => (column === first ? first + 1 : column === first + 1 ? first : column)
    const cells = table.cells.map(cell => (cell.columnSpan === 1 ? { ...cell, column: moved(cell.column) } : cell))
    return { ...table, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) }
  })
}

/** One harmful change at random: something is gone or in the wrong place. What can no longer be known must not be claimed. */
export const anyHarm: fc.Arbitrary<NamedDamage> = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.nat({ max: 400 }))
  .map(([which, seed]): NamedDamage => {
    const named = (name: string, apply: Damage): NamedDamage => ({ name: `${name} ${seed}`, apply })
    switch (which) {
      case 0:
        return named('a cell lost', losingCell(seed))
      case 1:
        return named('a cell lost, the others moved up', movingUp(seed))
      case 2:
        return named('rows swapped', swappingRows(seed))
      case 3:
        return named('heads moved', movingHeads(seed))
      case 4:
        return named('columns swapped', swappingColumns(seed))
      default: {
        const column = (table: LaidTable) => pick(keysOf(table), seed)?.split('/')[1]
        return named(
          'a column lost',
          one(table => withoutKey(table, key => key.split('/')[1] === column(table))),
        )
      }
    }
  })

export type NamedDamage = { readonly name: string; readonly apply: Damage }

/** One harmless change at random. */
export const anyDamage: fc.Arbitrary<NamedDamage> = fc
  .tuple(fc.integer({ min: 0, max: 13 }), fc.nat({ max: 400 }))
  .map(([which, seed]): NamedDamage => {
    const named = (name: string, apply: Damage): NamedDamage => ({ name: `${name} ${seed}`, apply })
    switch (which) {
      case 0:
        return named(
          'spaces in labels',
          labels(text => [...text].join(seed % 2 ? ' ' : '　')),
        )
      case 1:
        return named(
          'line breaks in labels',
          labels(text => text.replace(/(.{3})/gu, '$1\n')),
        )
      case 2:
        return named(
          'one character a line',
          labels(text => [...text].join('\n')),
        )
      case 3:
        return named(
          'other punctuation',
          labels(text =>
            text
              .replace(/（/g, '(')
              .replace(/）/g, ')')
              .replace(/[、，]/g, ',')
              .replace(/[“”]/g, '"'),
          ),
        )
      case 4:
        return named(
          'no punctuation but the numbering',
          labels(text => text.replace(/[“”，]/g, '')),
        )
      case 5:
        return named(
          'wide digits',
          one(table => mapCells(table, cell => ({ ...cell, text: wide(cell.text) }))),
        )
      case 6:
        return named(
          'blanks around figures',
          one(table =>
            mapCells(table, cell => ({ ...cell, text: cell.text === '' ? '\u00a0' : ` \u00a0${cell.text}\u3000` })),
          ),
        )
      case 7:
        return named('a dropped character', misprint(seed, true))
      case 8:
        return named('a wrong character', misprint(seed, false))
      case 9:
        return named('heads without spans', losingSpans('head'))
      case 10:
        return named('labels without spans', losingSpans('label'))
      case 11:
        return named('an empty column', emptyColumn(seed))
      case 12:
        return named('packed', packed)
      default:
        return named('cut', cut(seed))
    }
  })
