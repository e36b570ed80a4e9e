import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { readCell } from '../../../src/main/recognition/cells/cellState.ts'
import {
  type CellKey,
  cellKey,
  type Edition,
  formTable,
  type TableKey,
  tableKeys,
} from '../../../src/shared/form/index.ts'
import type { Readout } from './outcome.ts'

/**
 * A naive reader of tables by official position, as a script written in an afternoon would be: the k-th table with enough rows is
 * the k-th of the form; rows are counted from the bottom, columns from the right.
 */

type Node = DefaultTreeAdapterMap['node']
type Table = readonly (readonly string[])[]

const children = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const textOf = (node: Node): string =>
  node.nodeName === '#text' && 'value' in node ? node.value : children(node).map(textOf).join('')
const attribute = (node: Node, name: string): number => {
  const found = 'attrs' in node ? node.attrs.find(item => item.name === name) : undefined
  return Math.min(100, Math.max(1, Number(found?.value ?? 1) || 1))
}

function find(node: Node, name: string, into: Node[] = []): Node[] {
  if (node.nodeName === name) into.push(node)
  for (const child of children(node)) find(child, name, into)
  return into
}

function tableOf(table: Node): Table {
  const slots: (string | undefined)[][] = []
  find(table, 'tr').forEach((line, row) => {
    let column = 0
    for (const cell of children(line).filter(item => item.nodeName === 'td' || item.nodeName === 'th')) {
      while (slots[row]?.[column] !== undefined) column++
      const [across, down] = [attribute(cell, 'colspan'), attribute(cell, 'rowspan')]
      for (let r = row; r < row + down; r++) {
        const into = slots[r] ?? []
        slots[r] = into
        for (let c = column; c < column + across; c++) into[c] = r === row && c === column ? textOf(cell).trim() : ''
      }
    }
  })
  return slots.map(row => Array.from(row, text => text ?? ''))
}

const numeric = (text: string) => /^[-\d.,０-９]+$/.test(text.trim())

/** Cells of tables that have been cut out in the order of the form. */
export function byPosition(tables: readonly Table[], editions: Readonly<Record<TableKey, Edition>>): Readout {
  const cells = new Map<
    CellKey,
    { state: ReturnType<typeof readCell>['state']; value: number | null; raw: string | null; flagged: boolean }
  >()
  const put = (key: CellKey, text: string | undefined) => {
    if (text !== undefined) cells.set(key, { ...readCell(text), flagged: false })
  }
  const usable = tables.filter(table => table.length >= 3 && table.some(row => row.some(numeric)))
  tableKeys.forEach((key, at) => {
    const table = usable[at]
    if (!table) return
    const form = formTable(key, editions[key])
    if (key === 'proceedings') {
      const figures = (table.at(-1) ?? []).slice(-15)
      form.rows.forEach((row, group) => {
        row.columns.forEach((column, index) => {
          put(cellKey(key, row.key, column.key), figures[group * 5 + index])
        })
      })
      return
    }
    // Table 二 has heads between its rows: only rows that end in figures count.
    const rows = key === 'requests' ? table.slice(-form.rows.length) : table.filter(row => row.slice(1).some(numeric))
    form.rows.forEach((row, index) => {
      const figures =
        key === 'requests' ? rows[index]?.slice(-row.columns.length) : rows[index]?.slice(1).filter(text => text !== '')
      row.columns.forEach((column, place) => {
        put(cellKey(key, row.key, column.key), figures?.[place])
      })
    })
  })
  return { cells }
}

export function tablesOfHtml(html: string): readonly Table[] {
  return find(parse(html), 'table').map(tableOf)
}

/** Lines of a layout dump as tables: runs of blanks part cells; a section heading begins a table. */
export function tablesOfLines(text: string): readonly Table[] {
  const tables: string[][][] = [[], [], []]
  let at = -1
  for (const line of text.split('\n')) {
    if (/二、主动公开/.test(line)) at = 0
    else if (/三、收到和处理/.test(line)) at = 1
    else if (/四、政府信息公开行政复议/.test(line)) at = 2
    else if (/五、存在/.test(line)) at = -1
    const cells = line
      .trim()
      .split(/\s{2,}/)
      .flatMap(cell => (/^[\d\s.]+$/.test(cell) ? cell.split(/\s+/) : [cell]))
    const figures = cells.filter(numeric)
    if (at >= 0 && figures.length > 0 && (at === 0 || figures.length >= 7)) tables[at]?.push(cells)
  }
  return tables.map(rows => (rows.length < 3 ? [[''], [''], ...rows] : rows))
}
