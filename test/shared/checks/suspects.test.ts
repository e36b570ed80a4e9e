import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport, findSuspects, likeliest } from '../../../src/shared/checks/index.ts'
import type { Cell, Report, ReportTable } from '../../../src/shared/data/report.ts'
import { type CellKey, formCells } from '../../../src/shared/form/index.ts'
import { agreeingReport, figures, withCells } from '../reports.ts'

const plain = agreeingReport('2021', (row, column) => (row.length * 7 + column.length) % 23)

/** The report with some cells changed: a number, or any part of a cell. */
function changed(report: Report, changes: Readonly<Record<CellKey, number | Partial<Cell>>>): Report {
  return Object.entries(changes).reduce((whole, [key, change]) => {
    const [table, row, column] = key.split('/')
    const key2 = table === 'requests' || table === 'proceedings' ? table : 'disclosure'
    const cell = typeof change === 'number' ? { value: change, raw: String(change) } : change
    return withCells(whole, key2, item => (item.row === row && item.column === column ? cell : null))
  }, report)
}

function tableIn(report: Report, key: ReportTable['key']): ReportTable {
  const table = report.tables.find(item => item.key === key)
  if (!table) throw new Error(`no ${key}`)
  return table
}

function value(report: Report, key: CellKey): number {
  const [table, row, column] = key.split('/')
  const cell = report.tables.find(item => item.key === table)?.cells.find(c => c.row === row && c.column === column)
  return cell?.value ?? 0
}

const setsOf = (report: Report, key: ReportTable['key'] = 'requests') =>
  findSuspects(tableIn(report, key)).map(group => group.sets.map(set => set.changes))

describe('the cells most likely misread', () => {
  it('hold the one misread cell of table 三 whatever was read in its place', () => {
    const cells = formCells('requests', '2021')
    fc.assert(
      fc.property(figures, fc.constantFrom(...cells), fc.integer({ min: 1, max: 90 }), (figure, { key }, by) => {
        const report = agreeingReport('2021', figure)
        const right = value(report, key)
        const [sets] = setsOf(changed(report, { [key]: right + by }))
        expect(sets).toEqual([[{ cell: key, value: right }]])
      }),
    )
  })

  it('settle all failed sums of their group, whatever is wrong in the table', () => {
    const cells = formCells('requests', '2021').map(cell => cell.key)
    const error = fc.tuple(fc.constantFrom(...cells), fc.nat({ max: 500 }))
    let seen = 0
    fc.assert(
      fc.property(figures, fc.array(error, { minLength: 1, maxLength: 4 }), (figure, errors) => {
        const wrong = changed(agreeingReport('2021', figure), Object.fromEntries(errors))
        const groups = findSuspects(tableIn(wrong, 'requests'))
        const failed = checkReport(wrong).flatMap(item => (item.severity === 'error' ? [item.id] : []))
        // Every failed sum is in one group, and no other sum is.
        expect(groups.flatMap(group => group.sums).toSorted()).toEqual(failed.toSorted())
        const sets = groups.flatMap(group => group.sets)
        seen += sets.length
        // One error can always be settled; of more, nobody may know how.
        if (errors.length === 1) expect(sets.length > 0).toBe(failed.length > 0)
        for (const { sums, sets } of groups) {
          for (const { changes } of sets) {
            const right = changed(wrong, Object.fromEntries(changes.map(item => [item.cell, item.value])))
            const left = checkReport(right).flatMap(item => (item.severity === 'error' ? [item.id] : []))
            expect(left).toEqual(failed.filter(id => !sums.includes(id)))
          }
        }
      }),
    )
    expect(seen).toBeGreaterThan(0)
  })

  it('hold both cells where two were misread, each in a group of its own', () => {
    const wrong = changed(plain, {
      'requests/granted/individual': value(plain, 'requests/granted/individual') + 3,
      'requests/denied.process/research': value(plain, 'requests/denied.process/research') + 40,
    })
    expect(setsOf(wrong)).toEqual([
      [[{ cell: 'requests/granted/individual', value: value(plain, 'requests/granted/individual') }]],
      [[{ cell: 'requests/denied.process/research', value: value(plain, 'requests/denied.process/research') }]],
    ])
  })

  it('know a number that slipped into the next column as one slip', () => {
    const base = changed(
      agreeingReport('2021', () => 0),
      { 'requests/granted/individual': 0 },
    )
    const whole = agreeingReport('2021', (row, column) => (row === 'granted' && column === 'individual' ? 7 : 0))
    const slipped = changed(whole, { 'requests/granted/individual': 0, 'requests/granted/business': 7 })
    expect(setsOf(base)).toEqual([])
    expect(setsOf(slipped)[0]?.[0]).toEqual([
      { cell: 'requests/granted/individual', value: 7 },
      { cell: 'requests/granted/business', value: 0 },
    ])
  })

  it('know two numbers of neighbour rows that changed places as one slip', () => {
    const whole = agreeingReport('2021', row => (row === 'granted' ? 30 : row === 'partiallyGranted' ? 4 : 1))
    const swapped = changed(whole, {
      'requests/granted/individual': 4,
      'requests/partiallyGranted/individual': 30,
    })
    expect(setsOf(swapped)[0]?.[0]?.map(item => item.cell)).toEqual([
      'requests/granted/individual',
      'requests/partiallyGranted/individual',
    ])
  })

  it('know a row whose numbers all slipped by one column as one slip', () => {
    const columns = ['individual', 'business', 'research', 'publicWelfare', 'legalService', 'otherOrganization']
    const right = [3, 8, 5, 0, 2, 0]
    const whole = agreeingReport('2021', (row, column) =>
      row === 'denied.process' ? (right[columns.indexOf(column)] ?? 0) : 20,
    )
    const key = (column: string) => `requests/denied.process/${column}` as const
    const slipped = changed(whole, Object.fromEntries(columns.map((column, at) => [key(column), right[at - 1] ?? 0])))
    const [group, ...others] = findSuspects(tableIn(slipped, 'requests'))
    expect(others).toEqual([])
    expect(group?.sets[0]?.changes).toEqual(
      columns.flatMap((column, at) =>
        right[at] === (right[at - 1] ?? 0) ? [] : [{ cell: key(column), value: right[at] ?? 0 }],
      ),
    )
    expect(group?.sets[1]?.cost).toBeGreaterThan(group?.sets[0]?.cost ?? Number.POSITIVE_INFINITY)
  })

  it('hold a cell that nobody read: blank, absent, or a number among words', () => {
    for (const lost of [
      { state: 'blank', value: null, raw: '' },
      { state: 'absent', value: null, raw: null },
      { state: 'text', value: null, raw: '共12件' },
    ] as const) {
      const whole = agreeingReport('2021', (row, column) => (row === 'granted' && column === 'business' ? 12 : 1))
      const wrong = changed(whole, { 'requests/granted/business': lost })
      expect(setsOf(wrong)).toEqual([[[{ cell: 'requests/granted/business', value: 12 }]]])
    }
  })

  it('never ask for less than 0 or for half a case', () => {
    fc.assert(
      fc.property(figures, fc.nat({ max: 14 }), fc.nat({ max: 900 }), (figure, at, read) => {
        const key = formCells('proceedings', '2021')[at]?.key ?? 'proceedings/review/total'
        const report = agreeingReport('2021', figure)
        const groups = setsOf(changed(report, { [key]: read }), 'proceedings')
        const right = value(report, key)
        expect(groups.flat()).toEqual(read === right ? [] : expect.arrayContaining([[{ cell: key, value: right }]]))
        for (const sets of groups)
          for (const change of sets.flat()) expect(Number.isInteger(change.value) && change.value >= 0).toBe(true)
      }),
    )
  })
})

describe('which of several comes first', () => {
  const four = agreeingReport(
    '2021',
    (_, column) => ({ upheld: 13, corrected: 20, other: 42, pending: 64 })[column] ?? 0,
  )
  const first = (report: Report) => likeliest(findSuspects(tableIn(report, 'proceedings'))[0])

  it('is a digit that looks alike', () => {
    expect(first(changed(four, { 'proceedings/review/upheld': 18 }))).toEqual(['proceedings/review/upheld'])
  })

  it('is a digit that was lost, or printed twice', () => {
    expect(first(changed(four, { 'proceedings/review/other': 4 }))).toEqual(['proceedings/review/other'])
    expect(first(changed(four, { 'proceedings/review/other': 422 }))).toEqual(['proceedings/review/other'])
  })

  it('is either of two neighbours that say the same', () => {
    expect(first(changed(four, { 'proceedings/review/corrected': 42 }))).toEqual([
      'proceedings/review/corrected',
      'proceedings/review/other',
    ])
  })

  it('is a cell the reader doubted, and before it one where the reader itself saw the needed number', () => {
    const doubted = { value: 18, raw: '18' }
    const unsure = changed(four, {
      'proceedings/review/upheld': doubted,
      'proceedings/review/pending': { confidence: 0.5 },
    })
    expect(first(unsure)).toEqual(['proceedings/review/pending'])
    const other = { alternatives: [{ value: 37, confidence: 0.3 }] }
    expect(first(changed(unsure, { 'proceedings/review/other': other }))).toEqual(['proceedings/review/other'])
  })

  it('is everyone where nothing tells them apart', () => {
    const flat = agreeingReport('2021', () => 100)
    const wrong = changed(flat, { 'proceedings/review/upheld': 123 })
    expect(first(wrong).length).toBeGreaterThan(1)
  })

  it('is asked for each sum of table 四 by itself, all three failing', () => {
    const wrong = changed(four, {
      'proceedings/review/upheld': 18,
      'proceedings/directLitigation/other': 4,
      'proceedings/litigationAfterReview/corrected': 26,
    })
    const suspects = checkReport(wrong).map(finding => [finding.id, finding.suspects])
    expect(suspects).toEqual([
      ['E4:proceedings/review', ['proceedings/review/upheld']],
      ['E4:proceedings/directLitigation', ['proceedings/directLitigation/other']],
      ['E4:proceedings/litigationAfterReview', ['proceedings/litigationAfterReview/corrected']],
    ])
  })

  it('leaves out what a person has answered for', () => {
    const wrong = changed(plain, { 'requests/concluded/business': value(plain, 'requests/concluded/business') + 10 })
    const table = tableIn(wrong, 'requests')
    const sums = new Set(['E1:requests/concluded', 'E2:requests/business', 'E3:requests/business'])
    expect(findSuspects(table, { sums, cells: new Set() })).toEqual([])
    const cells = new Set<CellKey>(['requests/concluded/business'])
    const known = findSuspects(table, { sums: new Set(), cells })
    expect(known.flatMap(group => group.sets).some(set => set.changes.some(item => cells.has(item.cell)))).toBe(false)
  })
})
