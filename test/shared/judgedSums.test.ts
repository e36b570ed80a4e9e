import { describe, expect, it } from 'vitest'
import { currentOf } from '../../src/shared/current/current.ts'
import { agreeingCells, judgeSums, suspicionsOf } from '../../src/shared/current/judgedSums.ts'
import type { ArchiveRecord } from '../../src/shared/data/record.ts'
import { agreeing, type Given, misread, recordOf, sourceError } from '../renderer/review/records.ts'

function requests(record: ArchiveRecord) {
  const current = currentOf(record)
  const table = current.report.tables.find(item => item.key === 'requests')
  if (!table) throw new Error('the record has table 三')
  return {
    current,
    table,
    judged: judgeSums(table, current),
    suspects: suspicionsOf(table, current).flatMap(item => item.suspects),
  }
}

const failing = (record: ArchiveRecord) =>
  requests(record)
    .judged.filter(sum => !sum.agrees && !sum.out)
    .map(sum => sum.id)

/** （四）2 prints 4 where its columns give 5: the error is the report's own. */
const printedWrong = {
  ...agreeing,
  'requests/granted/individual': { value: 6 },
  'requests/granted/total': { value: 6 },
  'requests/unavailable.needsCreation/individual': { value: 5 },
  'requests/unavailable.needsCreation/total': { value: 4 },
}

describe('the likely misreading', () => {
  it('is the one cell that settles its row and its column at once', () => {
    const { suspects } = requests(recordOf(misread))
    expect(suspects).toEqual([{ cell: 'requests/granted/individual', value: 11 }])
  })

  it('is nobody where all sums agree', () => {
    expect(requests(recordOf()).suspects).toEqual([])
    expect(failing(recordOf())).toEqual([])
  })

  it('is not looked for in a cell that a person confirmed', () => {
    const confirm = { kind: 'confirm', cells: ['requests/granted/individual'], before: false, after: true } as const
    expect(requests(recordOf(misread, [confirm])).suspects).toEqual([])
  })

  it('is named only where one cell is likelier than all others', () => {
    const four: Given = { ...agreeing, 'proceedings/review/total': { value: 3 } }
    const suspectsIn = (given: Given) => {
      const current = currentOf(recordOf(given))
      return current.report.tables
        .filter(item => item.key === 'proceedings')
        .flatMap(item => suspicionsOf(item, current).flatMap(found => found.suspects))
    }
    expect(suspectsIn(four)).toEqual([])
    expect(suspectsIn({ ...four, 'proceedings/review/pending': { value: 0, confidence: 0.4 } })).toEqual([
      { cell: 'proceedings/review/pending', value: 3 },
    ])
  })

  it('is two cells where only both together settle everything, and nobody where several pairs could', () => {
    const exchanged = {
      ...agreeing,
      'requests/granted/individual': { value: 0 },
      'requests/granted/business': { value: 11 },
    }
    expect(requests(recordOf(exchanged)).suspects).toEqual([
      { cell: 'requests/granted/individual', value: 11 },
      { cell: 'requests/granted/business', value: 0 },
    ])
    const like = { value: 11 }
    const row = { 'requests/denied.process/business': like, 'requests/denied.process/total': like }
    const sums = { 'requests/concluded/business': like, 'requests/newRequests/business': like }
    const totals = { 'requests/concluded/total': { value: 22 }, 'requests/newRequests/total': { value: 23 } }
    const twice = { ...exchanged, ...row, ...sums, ...totals }
    expect(requests(recordOf(twice)).suspects).toEqual([])
  })

  it('is found although another sum fails through the report’s own error, once that is called so', () => {
    const both = { ...printedWrong, 'requests/unavailable.notHeld/business': { value: 7 } }
    expect(requests(recordOf(both)).suspects).toEqual([
      { cell: 'requests/unavailable.notHeld/business', value: 0 },
      { cell: 'requests/unavailable.needsCreation/total', value: 5 },
    ])
    const verdict = sourceError('E1:requests/unavailable.needsCreation', ['requests/unavailable.needsCreation/total'])
    const { suspects } = requests(recordOf(both, [verdict]))
    expect(suspects).toEqual([{ cell: 'requests/unavailable.notHeld/business', value: 0 }])
  })
})

describe('a source error', () => {
  it('takes its sum, and every sum through its cell, out of the red while the difference stays', () => {
    expect(failing(recordOf(printedWrong))).toEqual(['E1:requests/unavailable.needsCreation', 'E2:requests/total'])
    const record = recordOf(printedWrong, [
      sourceError('E1:requests/unavailable.needsCreation', ['requests/unavailable.needsCreation/total']),
    ])
    expect(failing(record)).toEqual([])
    const out = requests(record).judged.filter(sum => sum.out)
    expect(out.map(sum => [sum.id, sum.computed - sum.printed])).toEqual([
      ['E1:requests/unavailable.needsCreation', 1],
      ['E2:requests/total', -1],
    ])
  })
})

describe('cells that a sum vouches for', () => {
  it('never hold the single misreading', () => {
    const { judged, table, current } = requests(recordOf(misread))
    const sure = agreeingCells(judged, suspicionsOf(table, current))
    expect(sure.has('requests/granted/individual')).toBe(false)
    expect(sure.has('requests/granted/business')).toBe(true)
    expect(sure.has('requests/newRequests/individual')).toBe(true)
  })
})
