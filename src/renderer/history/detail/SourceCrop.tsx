import type { Anchor, SourceDocument } from '../../../shared/data/document.ts'
import type { ArchiveRecord } from '../../../shared/data/record.ts'
import { findCell } from '../../../shared/data/report.ts'
import { type CellKey, cellKey, formTable, splitCellKey } from '../../../shared/form/index.ts'
import { useWords } from '../../words/index.ts'

/** Columns shown: the one of the cell, one before it and what follows, so that the narrow pane need not scroll. */
const columnsShown = 4

function textAt(document: SourceDocument, anchor: Anchor | undefined): string | null {
  const block = anchor === undefined ? undefined : document.blocks[anchor.block]
  if (block?.kind !== 'grid') return null
  return block.cells.find(cell => cell.row === anchor?.row && cell.column === anchor.column)?.text ?? null
}

/** The cell in the original with its neighbours and row labels as printed: this line and the next one. */
export function SourceCrop({ record, cell }: { readonly record: ArchiveRecord; readonly cell: CellKey }) {
  const words = useWords().history
  const { document, report } = record.extraction
  const place = splitCellKey(cell)
  const table = report?.tables.find(item => item.key === place?.table)
  if (!document || !report || !place || !table) return null
  const { rows } = formTable(table.key, table.edition)
  const at = rows.findIndex(row => row.key === place.row)
  const columns = rows[at]?.columns ?? []
  const first = Math.max(
    0,
    Math.min(columns.findIndex(column => column.key === place.column) - 1, columns.length - columnsShown),
  )
  return (
    <figure className="crop song" aria-label={words.original}>
      <table>
        <tbody>
          {rows.slice(at, at + 2).map(row => (
            <tr key={row.key}>
              <td className="w">
                <span>{textAt(document, table.rowAnchors[row.key]) ?? row.label}</span>
              </td>
              {row.columns.slice(first, first + columnsShown).map(column => {
                const key = cellKey(table.key, row.key, column.key)
                return (
                  <td key={column.key} className={key === cell ? 'lit' : ''}>
                    {findCell(report, key)?.raw ?? ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
