import { describe, expect, test } from 'vitest'
import type { PlacedCell } from '../../../src/main/recognition/cells/tableRows.ts'
import { doubtCountedRows } from '../../../src/main/recognition/sums/countedRows.ts'
import { type Finds, findKey, makeTable, rivalsOf } from '../../../src/main/recognition/tables/makeTable.ts'
import { doubtBelow, findCell, type ReportTable } from '../../../src/shared/data/report.ts'
import { agreeingProceedings, agreeingReport, agreeingRequests, numberTable } from '../../shared/reports.ts'

/** From the cells that were found in the source to the official table. */

const anchor = { block: 4, row: 2, column: 5 }
const placed = (text: string, more: Partial<PlacedCell> = {}): PlacedCell => ({
  ...{ block: 4, text, body: text, compact: text, column: 5, columnSpan: 1, rowSpan: 1, begins: true, edges: null },
  ...{ anchor, confidence: 1, image: false, ...more },
})
const found = (cell: PlacedCell | null, rival: PlacedCell | null = null, confidence = 1, label = 1): Finds =>
  new Map([[findKey('review', 'upheld'), { cell, rival, confidence, label, verdict: 'agree' }]])
const table = (finds: Finds) => makeTable('proceedings', '2021', finds, {}, {})
const upheld = (finds: Finds) => table(finds).cells[0]

describe('a cell of the official table', () => {
  test('is what the cell found for it says, and where it stands', () => {
    expect(upheld(found(placed('12')))).toEqual({
      ...{ row: 'review', column: 'upheld', state: 'number', value: 12, raw: '12' },
      ...{ confidence: 0.99, alternatives: [], anchor },
    })
  })

  test('is absent where none was found, and never blank or 0', () => {
    const absent = { state: 'absent', value: null, raw: null, confidence: 0, alternatives: [], anchor: null }
    expect(upheld(new Map())).toEqual({ row: 'review', column: 'upheld', ...absent })
    expect(upheld(found(null))).toEqual({ row: 'review', column: 'upheld', ...absent })
  })

  test('has all cells of the edition around it, in the form’s order, with its heads and labels', () => {
    const heads = { upheld: anchor }
    const labels = { review: { ...anchor, column: 0 } }
    const whole = makeTable('proceedings', '2019', new Map(), labels, heads)
    expect(whole).toMatchObject({ key: 'proceedings', edition: '2019', rowAnchors: labels, columnAnchors: heads })
    expect(whole.cells).toHaveLength(15)
    expect(whole.cells.map(cell => `${cell.row}/${cell.column}`)).toEqual(
      numberTable('proceedings', '2019', () => 0).cells.map(cell => `${cell.row}/${cell.column}`),
    )
  })

  test.each([
    ['the cell is not certain to stand in this column', found(placed('12'), null, 0.5)],
    ['its row may be another', found(placed('12'), null, 1, 0.5)],
    ['the reader itself was unsure', found(placed('12', { confidence: 0.5 }))],
    ['it reaches in from the row above', found(placed('12', { begins: false }))],
    ['it reaches over several rows', found(placed('12', { rowSpan: 2 }))],
    ['the print itself is odd', found(placed('1 2'))],
    ['a picture stands in it and nothing else', found(placed('', { image: true }))],
  ])('is doubtful where %s', (_, finds) => {
    expect(upheld(finds)?.confidence).toBeLessThan(doubtBelow)
  })

  test('with a picture in it is no sure blank, while a figure beside a picture is read, and a blank without one is sure', () => {
    expect(upheld(found(placed('', { image: true })))).toMatchObject({ state: 'blank', confidence: 0.2 })
    expect(upheld(found(placed('12', { image: true })))).toMatchObject({ value: 12, confidence: 0.99 })
    expect(upheld(found(placed('')))).toMatchObject({ state: 'blank', confidence: 0.99 })
  })

  test('says what else it could be: first what the other way of reading the row found', () => {
    expect(upheld(found(placed('12'), placed('7')))?.alternatives).toEqual([{ value: 7, confidence: 0.4 }])
    expect(upheld(found(placed('12'), placed('12')))?.alternatives).toEqual([])
    expect(upheld(found(placed('12'), placed('—')))?.alternatives).toEqual([])
    const parted = upheld(found(placed('12 7'), placed('9')))?.alternatives ?? []
    expect(parted[0]).toEqual({ value: 9, confidence: 0.4 })
    expect(parted.length).toBeGreaterThan(1)
  })
})

test('the other readings of a row are numbers with the place where they are printed; what is no number is none', () => {
  const elsewhere = { ...anchor, column: 6 }
  expect([...rivalsOf(found(placed('12'), placed(' 7 ', { anchor: elsewhere })))]).toEqual([
    ['review/upheld', { value: 7, raw: '7', anchor: elsewhere }],
  ])
  for (const other of [placed('—'), placed(''), placed('见附件'), null])
    expect([...rivalsOf(found(placed('12'), other))]).toEqual([])
})

describe('a row whose cells were only counted', () => {
  const counted = (whole: ReportTable, confidence: number): ReportTable => ({
    ...whole,
    cells: whole.cells.map(cell => ({ ...cell, confidence })),
  })
  const off = (whole: ReportTable, row: string): ReportTable => ({
    ...whole,
    cells: whole.cells.map(cell =>
      cell.row === row && cell.column === 'total' ? { ...cell, value: (cell.value ?? 0) + 1 } : cell,
    ),
  })
  const doubtfulRows = (whole: ReportTable) => [
    ...new Set(whole.cells.filter(cell => cell.confidence < doubtBelow).map(cell => cell.row)),
  ]
  const requests = agreeingRequests('2021', () => 2)
  const proceedings = agreeingProceedings(() => 2)

  test('is doubtful, all of it, where its own sum fails', () => {
    const judged = doubtCountedRows(off(counted(requests, 0.95), 'granted'))
    expect(doubtfulRows(judged)).toEqual(['granted'])
    const row = judged.cells.filter(cell => cell.row === 'granted')
    expect(row.map(cell => cell.confidence)).toEqual(Array(7).fill(0.85))
    expect(doubtfulRows(doubtCountedRows(off(counted(proceedings, 0.95), 'directLitigation')))).toEqual([
      'directLitigation',
    ])
  })

  test('stays as sure as it was where its sum holds, and no surer where it was doubtful before', () => {
    const agrees = counted(requests, 0.95)
    expect(doubtCountedRows(agrees)).toBe(agrees)
    const judged = doubtCountedRows(off(counted(requests, 0.5), 'granted'))
    expect(new Set(judged.cells.map(cell => cell.confidence))).toEqual(new Set([0.5]))
  })

  test('is not meant where its cells were known by their heads too', () => {
    expect(doubtfulRows(doubtCountedRows(off(counted(requests, 0.96), 'granted')))).toEqual([])
  })

  test('is not blamed for the sum of a column', () => {
    const cells = counted(requests, 0.95).cells.map(cell =>
      cell.row === 'concluded' && cell.column === 'business'
        ? { ...cell, value: (cell.value ?? 0) + 1 }
        : cell.row === 'concluded' && cell.column === 'research'
          ? { ...cell, value: (cell.value ?? 0) - 1 }
          : cell,
    )
    expect(doubtfulRows(doubtCountedRows({ ...requests, cells }))).toEqual([])
  })

  test('keeps what it says: only the confidence goes down', () => {
    const wrong = off(counted(proceedings, 0.95), 'review')
    const report = { ...agreeingReport('2021', () => 2), tables: [doubtCountedRows(wrong)] }
    expect(findCell(report, 'proceedings/review/total')).toEqual({
      ...wrong.cells[4],
      confidence: 0.85,
    })
  })
})
