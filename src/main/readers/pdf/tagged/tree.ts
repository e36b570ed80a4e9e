import { limits } from '../limits.ts'
import type { TaggedCell, TaggedTable } from '../model.ts'

/** Tables in a page's structure tree (tagged PDF). */

/** What pdf.js gives of a node (ISO 32000-1, 14.7; its spans: 14.8.5.7). */
type Node = { readonly role: string; readonly children: readonly unknown[]; readonly spans: readonly [number, number] }

const span = (value: unknown): number => (typeof value === 'number' && value > 1 ? Math.min(value, 1000) : 1)

function nodeOf(value: unknown): Node | null {
  if (typeof value !== 'object' || value === null || !('role' in value) || !('children' in value)) return null
  const { role, children } = value
  if (typeof role !== 'string' || !Array.isArray(children)) return null
  const has = (key: string) => (key in value ? Reflect.get(value, key) : undefined)
  return { role, children, spans: [span(has('rowSpan')), span(has('colSpan'))] }
}

const isCell = (role: string) => role === 'TD' || role === 'TH'

/** Nodes below one of the roles wanted, in order; it is not looked for inside a table within the table. */
function below(node: Node, wanted: (role: string) => boolean): readonly Node[] {
  return node.children.flatMap(child => {
    const one = nodeOf(child)
    if (!one) return []
    if (wanted(one.role)) return [one]
    return one.role === 'Table' ? [] : below(one, wanted)
  })
}

function contents(node: Node): readonly string[] {
  return node.children.flatMap(child => {
    const one = nodeOf(child)
    if (one) return contents(one)
    const isContent = typeof child === 'object' && child !== null && 'type' in child && child.type === 'content'
    return isContent && 'id' in child && typeof child.id === 'string' ? [child.id] : []
  })
}

/** Tables without another table inside: one that has others lays out the page. */
function leafTables(node: Node): readonly Node[] {
  const inner = node.children.flatMap(child => {
    const one = nodeOf(child)
    return one ? leafTables(one) : []
  })
  return inner.length === 0 && node.role === 'Table' ? [node] : inner
}

/** Deals the cells to slots as HTML does. null where they leave a slot open or want one twice: then the tags are not to be trusted. */
function tableOf(node: Node, page: string): TaggedTable | null {
  const rows = below(node, role => role === 'TR')
  const taken = new Set<number>()
  const slot = (row: number, column: number) => row * 1000 + column
  const cells: TaggedCell[] = []
  let columns = 0
  for (const [row, line] of rows.entries()) {
    let column = 0
    for (const one of below(line, isCell)) {
      while (taken.has(slot(row, column))) column += 1
      const [rowSpan, columnSpan] = [Math.min(one.spans[0], rows.length - row), one.spans[1]]
      if (column + columnSpan > 999 || rows.length * (column + columnSpan) > limits.slotsPerFrame) return null
      for (let down = 0; down < rowSpan; down += 1)
        for (let step = 0; step < columnSpan; step += 1) {
          if (taken.has(slot(row + down, column + step))) return null
          taken.add(slot(row + down, column + step))
        }
      const ids = contents(one)
      const marks = ids.flatMap(id => (id.startsWith(page) ? [Number(id.slice(page.length))] : []))
      cells.push({ row, column, rowSpan, columnSpan, marks, elsewhere: marks.length < ids.length })
      columns = Math.max(columns, column + columnSpan)
    }
  }
  const whole = rows.length > 1 && columns > 1 && taken.size === rows.length * columns
  return whole ? { rows: rows.length, columns, cells } : null
}

/** The tables of a page's structure tree that are filled without gap. `pageId` is pdf.js's name of the page's object, as 12R. */
export function tablesOf(tree: unknown, pageId: string): readonly TaggedTable[] {
  const root = nodeOf(tree)
  return root ? leafTables(root).flatMap(node => tableOf(node, `p${pageId}_mc`) ?? []) : []
}
