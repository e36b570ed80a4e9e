import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsCsv, csvHead } from '../../src/main/exchange/cellsCsv.ts'
import type { ArchiveRecord } from '../../src/shared/data/record.ts'
import type { Cell, Reading } from '../../src/shared/data/report.ts'
import { recordOf } from '../archive/samples.ts'

const sha256 = 'a'.repeat(64)
const empty = recordOf({ id: 'a'.repeat(16), sha256, bytes: 1, path: '', record: null }, '甲.txt')

/** A record of one cell. */
function withCell(organization: string | null, reading: Reading): ArchiveRecord {
  const cell: Cell = { ...reading, row: 'granted', column: 'total', confidence: 1, alternatives: [], anchor: null }
  const table = { key: 'requests', edition: '2021', cells: [cell], rowAnchors: {}, columnAnchors: {} } as const
  const { report } = empty.extraction
  if (!report) throw new Error('no report')
  return { ...empty, extraction: { ...empty.extraction, report: { ...report, organization, tables: [table] } } }
}

/** A CSV reader of the simplest kind: RFC 4180, nothing more. */
function fields(line: string): readonly string[] {
  return [...line.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}
const head = fields(csvHead.slice(1))
const text = (reading: Reading, organization: string | null = '清河区') =>
  Object.fromEntries(fields(cellsCsv(withCell(organization, reading))).map((value, at) => [head[at], value]))

describe('cells as CSV', () => {
  test('keep number, blank, dash and words apart', () => {
    expect(text({ state: 'number', value: -3, raw: '-3' })).toMatchObject({ state: 'number', value: '-3' })
    expect(text({ state: 'blank', value: null, raw: '' })).toMatchObject({ state: 'blank', value: '', raw: '' })
    expect(text({ state: 'dash', value: null, raw: '/' })).toMatchObject({ state: 'dash', value: '', raw: '/' })
    expect(text({ state: 'text', value: null, raw: '1.2万' })).toMatchObject({ state: 'text', value: '', raw: '1.2万' })
  })

  test('never hand a spreadsheet a formula', () => {
    for (const bad of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])
      expect(text({ state: 'text', value: null, raw: bad }).raw).toBe(`'${bad}`)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (organization, raw) => {
        const made = text({ state: 'text', value: null, raw }, organization)
        for (const one of [made.organization, made.raw]) expect(one).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })

  test('can be read back whatever the words are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), raw => {
        expect(text({ state: 'text', value: null, raw }).raw?.replace(/^'(?=\s*[=+\-@\t\r])/, '')).toBe(raw)
      }),
    )
  })
})
