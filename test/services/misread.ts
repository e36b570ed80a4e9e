import type { ArchiveRecord, Extraction } from '../../src/shared/data/record.ts'

/** A reading in which one cell is another: what older, poorer readers would have made of the source. */
export function misread(record: ArchiveRecord, cell: string, to: number): Extraction {
  const { report } = record.extraction
  if (!report) throw new Error('the sample has a report')
  const tables = report.tables.map(table => ({
    ...table,
    cells: table.cells.map(item =>
      `${table.key}/${item.row}/${item.column}` === cell ? { ...item, value: to, raw: String(to) } : item,
    ),
  }))
  return { ...record.extraction, reader: 'older', report: { ...report, tables } }
}
