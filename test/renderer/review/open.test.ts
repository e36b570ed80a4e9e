import { describe, expect, it } from 'vitest'
import type { ReviewPlace } from '../../../src/renderer/places.ts'
import { derive } from '../../../src/renderer/review/state/derive.ts'
import { namesOf } from '../../../src/renderer/review/state/desk.ts'
import { openDesk } from '../../../src/renderer/review/state/open.ts'
import { createStore } from '../../../src/renderer/review/state/store.ts'
import { editionByHand, layoutOf, tableFound } from '../../../src/renderer/review/state/tables.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import type { Report } from '../../../src/shared/data/report.ts'
import { agreeing, corrected, misread, recordOf, table } from './records.ts'

const suspect = 'requests/granted/individual'
const open = (record: ArchiveRecord, at: ReviewPlace | null = null) =>
  openDesk({ record, path: null, sourceIntact: true, previous: null }, at)

/** The same record with another report read from it. */
function reading(change: (report: Report) => Report | null, given = agreeing): ArchiveRecord {
  const record = recordOf(given)
  const { report } = record.extraction
  if (!report) throw new Error('the record has a report')
  return { ...record, extraction: { ...record.extraction, report: change(report) } }
}

describe('a desk that opens', () => {
  it('has nothing under way', () => {
    const record = recordOf(misread)
    expect(openDesk({ record, path: null, sourceIntact: false, previous: null }, null)).toMatchObject({
      ...{ record, sourceIntact: false, previous: null, waiting: [], saving: false, savedAt: null },
      ...{ problem: null, problemShown: false, draft: null, note: null, byHand: new Set(), target: null },
      ...{ history: null, rereading: false, tracing: false, notice: null, grab: 1 },
    })
  })

  it('begins at its first open line, with the heads of the cell named', () => {
    const desk = open(recordOf(misread))
    expect(desk).toMatchObject({ line: 'sums:E1:requests/granted', focus: suspect, tab: 'requests' })
    expect(desk.named).toEqual(namesOf(layoutOf(desk.record, desk.current, 'requests'), suspect))
    expect(desk.named.size).toBeGreaterThan(0)
  })

  it('passes by what is settled', () => {
    const blank = { state: 'blank', value: null, raw: '' } as const
    const desk = open(recordOf({ ...misread, 'disclosure/licensing/decisions': blank }, [corrected(suspect, 8, 11)]))
    expect(desk).toMatchObject({ focus: 'disclosure/licensing/decisions', tab: 'disclosure' })
  })

  it('begins at the first cell of table 三 where nothing is open', () => {
    expect(open(recordOf())).toMatchObject({
      ...{ line: null, focus: 'requests/newRequests/individual', tab: 'requests', grab: 1 },
    })
  })

  it('begins at the cell that was asked for, and at its open line', () => {
    const at = { kind: 'cell', cell: 'requests/granted/total' } as const
    expect(open(recordOf(misread), at)).toMatchObject({ focus: at.cell, line: 'sums:E1:requests/granted' })
    const elsewhere = { kind: 'cell', cell: 'proceedings/review/upheld' } as const
    expect(open(recordOf(misread), elsewhere)).toMatchObject({
      ...{ focus: elsewhere.cell, line: null, tab: 'proceedings' },
    })
    const settled = recordOf(misread, [corrected(suspect, 8, 11)])
    expect(open(settled, { kind: 'cell', cell: suspect })).toMatchObject({ focus: suspect, line: null })
  })

  it('shows the passage that was asked for, and no cell', () => {
    const at = { kind: 'block', block: 3, row: 1, column: 2, words: ['公开'] } as const
    expect(open(recordOf(misread), at)).toMatchObject({
      ...{ target: at, focus: null, line: null, tab: 'requests', grab: 0, named: new Set() },
    })
  })

  it('has no cell in a table that was not found, and begins with one that was', () => {
    const short = reading(report => ({ ...report, tables: [table('disclosure')], sections: report.sections }))
    const missing = open(short)
    expect(missing).toMatchObject({ focus: null, grab: 0 })
    expect(missing.line).not.toBeNull()
    const at = { kind: 'block', block: 0, row: null, column: null, words: [] } as const
    expect(open(short, at).tab).toBe('disclosure')
    const asked = { kind: 'cell', cell: 'requests/newRequests/individual' } as const
    expect(open(short, asked)).toMatchObject({ tab: 'requests', focus: null, named: new Set() })
    const nothing = reading(() => null)
    expect(open(nothing)).toMatchObject({ tab: 'requests', focus: null, line: null, lines: [] })
  })

  it('begins with the facts of the report where one of them is in question', () => {
    const desk = open(reading(report => ({ ...report, title: '某区2022年政府信息公开工作年度报告' })))
    expect(desk.lines.map(line => [line.id.slice(0, 2), line.tab])).toEqual([['F4', 'fields']])
    expect(desk).toMatchObject({ tab: 'fields', focus: null, named: new Set(), target: null })
  })

  it('counts the year before among what it checks by', () => {
    const record = recordOf(agreeing)
    const { report } = record.extraction
    const before = report && { ...report, year: 2022 }
    const desk = openDesk({ record, path: null, sourceIntact: true, previous: before }, null)
    expect(desk.previous).toBe(before)
    expect(desk.lines.map(line => line.id.slice(0, 1))).toContain('Y')
  })
})

describe('a table', () => {
  it('was found where one of its cells is not missing', () => {
    const { current } = derive(recordOf(), [], null)
    expect(tableFound(current, 'requests')?.key).toBe('requests')
    const without = derive(
      reading(report => ({ ...report, tables: report.tables.filter(item => item.key !== 'requests') })),
      [],
      null,
    )
    expect(tableFound(without.current, 'requests')).toBeNull()
    const absent = reading(report => ({
      ...report,
      tables: report.tables.map(one => ({
        ...one,
        cells: one.cells.map((cell, at) =>
          at === 0 && one.key === 'disclosure' ? cell : { ...cell, state: 'absent' },
        ),
      })),
    }))
    const { current: empty } = derive(absent, [], null)
    expect(tableFound(empty, 'requests')).toBeNull()
    expect(tableFound(empty, 'disclosure')?.key).toBe('disclosure')
  })

  it('is typed by hand in the edition of its year', () => {
    const of = (year: number | null) => editionByHand(reading(report => ({ ...report, year })))
    expect([2019, 2020, 2021, 2023, null].map(of)).toEqual(['2019', '2019', '2021', '2021', '2021'])
    expect(editionByHand(reading(() => null))).toBe('2021')
  })

  it('is laid out in its own edition, else in the one it is typed in', () => {
    const old = reading(report => ({ ...report, year: 2020, tables: [{ ...table('requests'), edition: '2021' }] }))
    const { current } = derive(old, [], null)
    const rows = (key: 'requests' | 'disclosure') => layoutOf(old, current, key)
    const now = derive(recordOf(), [], null).current
    expect(rows('requests')).toEqual(layoutOf(recordOf(), now, 'requests'))
    expect(rows('disclosure')).not.toEqual(layoutOf(recordOf(), now, 'disclosure'))
  })
})

describe('the heads of a cell', () => {
  const { current } = derive(recordOf(), [], null)
  const layout = layoutOf(recordOf(), current, 'requests')

  it('are those of its row and its column, and none of a cell of another table', () => {
    expect(namesOf(layout, suspect).size).toBeGreaterThan(1)
    expect(namesOf(layout, suspect)).not.toEqual(namesOf(layout, 'requests/granted/total'))
    expect(namesOf(layout, 'disclosure/licensing/decisions')).toEqual(new Set())
    expect(namesOf(layout, null)).toEqual(new Set())
    expect(namesOf(null, suspect)).toEqual(new Set())
  })
})

describe('the store', () => {
  it('tells who listens of every other value, and nobody of the same one', () => {
    const store = createStore(1)
    const heard: string[] = []
    const leave = store.subscribe(() => heard.push(`a${store.get()}`))
    store.subscribe(() => heard.push(`b${store.get()}`))
    store.set(old => old + 1)
    store.set(old => old)
    expect(store.get()).toBe(2)
    leave()
    store.set(() => 7)
    expect(heard).toEqual(['a2', 'b2', 'b7'])
  })
})
