import { type DefaultTreeAdapterMap, parse } from 'parse5'
import type { Block, GridCell, SourceDocument } from '../../src/shared/document.ts'

/** The smallest reading of an HTML page that keeps spans: enough to try recognition on pages without the application's reader. */

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const isElement = (node: Node): node is Element => 'tagName' in node

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  if (!('childNodes' in node) || node.nodeName === 'style') return ''
  return node.childNodes.map(textOf).join('')
}

function find(node: Node, names: readonly string[]): readonly Element[] {
  if (isElement(node) && names.includes(node.tagName)) return [node]
  return 'childNodes' in node ? node.childNodes.flatMap(child => find(child, names)) : []
}

const span = (cell: Element, name: string): number =>
  Number(cell.attrs.find(attribute => attribute.name === name)?.value ?? '1') || 1

function gridOf(table: Element): Block {
  const taken = new Set<string>()
  const cells: GridCell[] = []
  const rows = find(table, ['tr'])
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of find(row, ['td', 'th'])) {
      while (taken.has(`${at}/${column}`)) column++
      const rowSpan = span(cell, 'rowspan')
      const columnSpan = span(cell, 'colspan')
      for (let r = at; r < at + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) taken.add(`${r}/${c}`)
      cells.push({ row: at, column, rowSpan, columnSpan, text: textOf(cell).trim() })
    }
  })
  const columns = Math.max(...cells.map(cell => cell.column + cell.columnSpan))
  return { kind: 'grid', rows: rows.length, columns, cells }
}

export function documentOfPage(html: string): SourceDocument {
  const page = parse(html)
  const blocks = find(page, ['body'])
    .flatMap(body => find(body, ['p', 'h1', 'h2', 'table']))
    .flatMap((element): readonly Block[] => {
      if (element.tagName === 'table') return [gridOf(element)]
      const text = textOf(element).trim()
      if (text === '') return []
      return [element.tagName === 'p' ? { kind: 'paragraph', text } : { kind: 'heading', level: 2, text }]
    })
  return { format: 'html', title: find(page, ['title']).map(textOf)[0] ?? null, blocks, pages: [] }
}
