import { absentTable } from '../../../src/shared/current/current.ts'
import type { ArchiveRecord, Change, Revision } from '../../../src/shared/data/record.ts'
import type { Cell, ReportTable } from '../../../src/shared/data/report.ts'
import {
  type CellKey,
  formCells,
  sectionHeadings,
  sectionKeys,
  type TableKey,
  tableKeys,
} from '../../../src/shared/form/index.ts'
import { rightSections } from '../../shared/rightSections.ts'

/** What a test says about single cells; all others print 0. */
export type Given = Readonly<Record<string, Partial<Cell> & { readonly value?: number | null }>>

export function table(key: TableKey, given: Given = {}): ReportTable {
  const empty = absentTable(key, '2021')
  const cells = formCells(key, '2021').map(({ key: id }, index): Cell => {
    const base = empty.cells[index]
    if (!base) throw new Error('a table has as many cells as its form')
    const plain = { ...base, state: 'number' as const, value: 0, raw: '0' }
    const said = given[id]
    return said ? { ...plain, raw: String(said.value ?? ''), ...said } : plain
  })
  return { ...empty, cells }
}

/** Cells of table 三 that agree: 12 received, 2 carried over, 11 granted, 3 carried forward, all by individuals. */
export const agreeing: Given = Object.fromEntries(
  Object.entries({ newRequests: 12, carriedOver: 2, granted: 11, concluded: 11, carriedForward: 3 }).flatMap(
    ([row, value]) => [
      [`requests/${row}/individual`, { value }],
      [`requests/${row}/total`, { value }],
    ],
  ),
)

/** The same report with 8 read where 11 is printed: its row and its column fail. */
export const misread: Given = { ...agreeing, 'requests/granted/individual': { value: 8, confidence: 0.6 } }

export function recordOf(given: Given = agreeing, changes: readonly Change[] = []): ArchiveRecord {
  const record: ArchiveRecord = {
    schema: 1,
    id: '00112233aabbccdd',
    source: { sha256: 'ab'.repeat(32), bytes: 1, format: 'docx' },
    provenance: {
      name: 'a.docx',
      path: '/a.docx',
      modifiedAt: null,
      importedAt: '2024-03-12T01:00:00Z',
      importedBy: '甲',
    },
    extraction: {
      reader: 'test',
      at: '2024-03-12T01:00:00Z',
      document: null,
      messages: [],
      report: {
        title: '某区2023年报告',
        organization: '某区人民政府',
        year: 2023,
        publishedOn: null,
        region: null,
        sections: sectionKeys.map(key => ({
          ...{ key, heading: sectionHeadings[key].label, text: rightSections[key], anchor: null },
        })),
        tables: tableKeys.map(key => table(key, given)),
        fieldAnchors: {},
        kind: null,
        period: null,
        documentNumber: null,
        unsure: [],
      },
    },
    revisions: [],
  }
  return changes.reduce(withChange, record)
}

/** The record with one more revision, as main would write it. */
export function withChange(record: ArchiveRecord, change: Change): ArchiveRecord {
  const number = (record.revisions.at(-1)?.number ?? 0) + 1
  const revision: Revision = {
    number,
    at: `2024-03-18T01:${String(number).padStart(2, '0')}:00Z`,
    who: '乙',
    why: '',
    act: 'edit',
    reverses: null,
    change,
    previous: '',
    hash: `hash ${number}`,
  }
  return { ...record, revisions: [...record.revisions, revision] }
}

export const sourceError = (finding: string, cells: readonly CellKey[]): Change => ({
  kind: 'verdict',
  finding,
  cells,
  before: null,
  after: { kind: 'sourceError', note: '' },
})

export const corrected = (cell: CellKey, before: number, after: number): Change => ({
  kind: 'cell',
  cell,
  before: { state: 'number', value: before, raw: String(before) },
  after: { state: 'number', value: after, raw: String(after) },
})
