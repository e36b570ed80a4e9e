import type { Block } from '../../src/shared/data/document.ts'
import type { ArchiveRecord } from '../../src/shared/data/record.ts'
import { agreeingReport } from '../shared/reports.ts'

export type Sample = {
  readonly number: number
  readonly name: string | null
  readonly year?: number | null
  readonly file?: string
  readonly blocks?: readonly Block[]
  readonly read?: boolean
}

export const paragraph = (text: string, page?: number): Block => ({
  kind: 'paragraph',
  text,
  ...(page === undefined ? {} : { page }),
})

/** A record as the archive gives it; every sum in it agrees. */
export function sampleRecord({ number, name, year = 2023, file, blocks = [], read = true }: Sample): ArchiveRecord {
  const report = agreeingReport('2021', () => number % 7)
  const at = `2026-01-02T03:04:${String(number % 60).padStart(2, '0')}.000Z`
  const sha256 = number.toString(16).padStart(16, '0').padEnd(64, 'a')
  return {
    schema: 1,
    id: sha256.slice(0, 16),
    source: { sha256, bytes: 1000 + number, format: 'docx' },
    provenance: {
      name: file ?? `${number}.docx`,
      path: `/inbox/${number}.docx`,
      modifiedAt: null,
      importedAt: at,
      importedBy: 'tester',
    },
    extraction: {
      reader: 'test',
      at,
      document: read ? { format: 'docx', title: null, blocks, pages: [] } : null,
      report: read ? { ...report, title: null, organization: name, year } : null,
      messages: [],
    },
    revisions: [],
  }
}

/** The record after a person marked it. */
export function marked(record: ArchiveRecord, after: 'reviewing' | 'reviewed'): ArchiveRecord {
  const base = { at: record.extraction.at, who: '许砚', why: '', act: 'edit', reverses: null } as const
  const change = { kind: 'status', before: 'pending', after } as const
  const revision = { ...base, number: record.revisions.length + 1, change, previous: '', hash: '' }
  return { ...record, revisions: [...record.revisions, revision] }
}

/** The record with a blank where a number is due: one open finding. */
export function withBlank(record: ArchiveRecord): ArchiveRecord {
  const { report } = record.extraction
  if (!report) return record
  const tables = report.tables.map(table => ({
    ...table,
    cells: table.cells.map((cell, index) =>
      table.key === 'disclosure' && index === 0 ? { ...cell, state: 'blank' as const, value: null, raw: '' } : cell,
    ),
  }))
  return { ...record, extraction: { ...record.extraction, report: { ...report, tables } } }
}
