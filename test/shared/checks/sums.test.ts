import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../src/shared/checks/index.ts'
import { evaluateSum, evaluateSums, numbersOf, type SumRule, sumRules } from '../../../src/shared/checks/sums.ts'
import { absentTable } from '../../../src/shared/current/current.ts'
import { cellKey, type Edition, formCells } from '../../../src/shared/form/index.ts'
import { agreeingReport, figures, numberTable, withCells } from '../reports.ts'

/**
 * The sums of the form once more, written out by hand from the printed form (国办公开办函〔2021〕30号 and the form of 2019) and not from
 * the rules: what is left out there would be left out here as well.
 */
const applicants = ['individual', 'business', 'research', 'publicWelfare', 'legalService', 'otherOrganization', 'total']
const results2021 = [
  ...['granted', 'partiallyGranted'],
  ...['denied.stateSecret', 'denied.otherLaw', 'denied.security', 'denied.thirdParty'],
  ...['denied.internal', 'denied.process', 'denied.enforcementFile', 'denied.administrativeQuery'],
  ...['unavailable.notHeld', 'unavailable.needsCreation', 'unavailable.unclear'],
  ...['notProcessed.petition', 'notProcessed.repeat', 'notProcessed.publication'],
  ...['notProcessed.excessive', 'notProcessed.confirmation'],
  ...['other.noCorrection', 'other.feeUnpaid', 'other.other'],
]
const results2019 = [...results2021.slice(0, -3), 'other']
const rowsOfThree = (results: readonly string[]) => [
  ...['newRequests', 'carriedOver', ...results, 'concluded', 'carriedForward'],
]
const sumsOfThree = (results: readonly string[]) => [
  ...rowsOfThree(results).map(row => `E1 ${row}`),
  ...applicants.flatMap(column => [`E2 ${column}`, `E3 ${column}`]),
]
const sumsOfFour = ['E4 review', 'E4 directLitigation', 'E4 litigationAfterReview']
const written: Readonly<Record<Edition, readonly string[]>> = { '2021': results2021, '2019': results2019 }

/** The sums a cell of table 三 or 四 stands in, as the form prints them. */
function sumsThrough(table: 'requests' | 'proceedings', row: string, column: string): readonly string[] {
  if (table === 'proceedings') return [`E4:proceedings/${row}`]
  const byRow = `E1:requests/${row}`
  const results = `E2:requests/${column}`
  const balance = `E3:requests/${column}`
  if (row === 'concluded') return [byRow, results, balance]
  return ['newRequests', 'carriedOver', 'carriedForward'].includes(row) ? [byRow, balance] : [byRow, results]
}

describe.each(['2021', '2019'] as const)('the sums printed on the form of %s', edition => {
  const names = (table: 'requests' | 'proceedings') =>
    evaluateSums(numberTable(table, edition, () => 1)).map(sum => `${sum.rule} ${sum.place}`)

  it('are one for each row of table 三, two for each of its columns, and one for each row of table 四', () => {
    expect(names('requests').toSorted()).toEqual(sumsOfThree(written[edition]).toSorted())
    expect(names('proceedings')).toEqual(sumsOfFour)
    expect(evaluateSums(numberTable('disclosure', edition, () => 1))).toEqual([])
  })

  it('add up exactly the cells that the form says', () => {
    const rule = (name: string) =>
      sumRules({ key: 'requests', edition }).find(item => `${item.rule} ${item.place}` === name)
    const keys = (rows: readonly string[], columns: readonly string[]) =>
      rows.flatMap(row => columns.map(column => `requests/${row}/${column}`))
    expect(rule('E1 granted')).toMatchObject({
      total: ['requests/granted/total'],
      parts: keys(['granted'], applicants.slice(0, 6)),
    })
    expect(rule('E2 business')).toMatchObject({
      total: ['requests/concluded/business'],
      parts: keys(written[edition], ['business']),
    })
    expect(rule('E3 total')).toMatchObject({
      total: keys(['concluded', 'carriedForward'], ['total']),
      parts: keys(['newRequests', 'carriedOver'], ['total']),
    })
    expect(sumRules({ key: 'proceedings', edition })[1]).toEqual({
      rule: 'E4',
      place: 'directLitigation',
      total: ['proceedings/directLitigation/total'],
      parts: ['upheld', 'corrected', 'other', 'pending'].map(column => `proceedings/directLitigation/${column}`),
    })
  })

  it('find every single changed cell of tables 三 and 四, in exactly the sums it stands in', () => {
    const cells = (['requests', 'proceedings'] as const).flatMap(table =>
      formCells(table, edition).map(({ row, column }) => ({ table, row: row.key, column: column.key })),
    )
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom(...cells),
        fc.integer({ min: 1, max: 90 }),
        (figure, { table, row, column }, by) => {
          const wrong = withCells(agreeingReport(edition, figure), table, cell =>
            cell.row === row && cell.column === column ? { value: (cell.value ?? 0) + by } : null,
          )
          const errors = checkReport(wrong).filter(finding => finding.severity === 'error')
          expect(errors.map(finding => finding.id).toSorted()).toEqual(sumsThrough(table, row, column).toSorted())
        },
      ),
    )
  })
})

describe('one sum', () => {
  const rule: SumRule = {
    rule: 'E3',
    place: 'total',
    total: ['requests/concluded/total', 'requests/carriedForward/total'],
    parts: ['requests/newRequests/total', 'requests/carriedOver/total'],
  }
  const of = (concluded: number | null, forward: number | null, received: number | null, over: number | null) => {
    const values = [concluded, forward, received, over]
    const keys = [...rule.total, ...rule.parts]
    const numbers = keys.flatMap((key, at): [typeof key, number][] => {
      const value = values[at]
      return value === null || value === undefined ? [] : [[key, value]]
    })
    return evaluateSum(rule, new Map(numbers))
  }

  it('adds up what is printed on both sides; what is blank adds nothing', () => {
    expect(of(7, 3, 6, 4)).toMatchObject({ printed: 10, computed: 10, agrees: true })
    expect(of(7, 3, 6, null)).toMatchObject({ printed: 10, computed: 6, agrees: false })
    expect(of(7, null, 6, 1)).toMatchObject({ printed: 7, computed: 7, agrees: true })
  })

  it('cannot be judged where nothing of its total or none of its parts is a number', () => {
    expect(of(null, null, 6, 4)).toBeNull()
    expect(of(7, 3, null, null)).toBeNull()
    expect(of(0, null, 0, null)).toMatchObject({ printed: 0, computed: 0, agrees: true })
  })

  it('takes decimals that were printed by mistake as they are, without the dust of binary fractions', () => {
    expect(of(0.3, null, 0.1, 0.2)).toMatchObject({ printed: 0.3, computed: 0.3, agrees: true })
    expect(of(0.3, null, 0.1, 0.2001)).toMatchObject({ printed: 0.3, computed: 0.3001, agrees: false })
  })

  it('counts numbers only: no blank, no dash, no words, and no number that a cell in another state still holds', () => {
    const table = absentTable('proceedings', '2021')
    const states = ['number', 'blank', 'dash', 'text', 'absent'] as const
    const cells = table.cells.map((cell, at) => ({ ...cell, state: states[at] ?? 'absent', value: at + 1, raw: '' }))
    expect([...numbersOf({ ...table, cells })]).toEqual([[cellKey('proceedings', 'review', 'upheld'), 1]])
    expect(numbersOf({ ...table, cells: table.cells.map(cell => ({ ...cell, state: 'number' as const })) }).size).toBe(
      0,
    )
  })
})
