import fc from 'fast-check'
import type { LaidCell, LaidTable } from './layout.ts'

/** Harmless changes that real tables have undergone; after each a person still reads the same numbers. */

export type Damage = (table: LaidTable) => readonly LaidTable[]

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
