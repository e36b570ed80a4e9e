import { describe, expect, it } from 'vitest'
import { reviewLines } from '../../src/renderer/review/state/lines.ts'
import { currentOf } from '../../src/shared/current/current.ts'
import { openCounts, reviewItems, severityOf } from '../../src/shared/current/review.ts'
import type { ArchiveRecord, Change } from '../../src/shared/data/record.ts'
import type { Report } from '../../src/shared/data/report.ts'
import { agreeing, corrected, misread, recordOf, sourceError, withChange } from '../renderer/review/records.ts'

const items = (record: ArchiveRecord) => reviewItems(currentOf(record))
const openIds = (record: ArchiveRecord) => items(record).flatMap(item => (item.settled === null ? [item.id] : []))
const doubtful = (confidence: number) => ({ value: 0, confidence })

/** Open lines of the desk by how grave they are: what the catalogue must count. */
function openOnDesk(record: ArchiveRecord) {
  const open = reviewLines(currentOf(record), {}).filter(line => line.settled === null)
  const count = (severity: string) =>
    open.filter(line => line.kind !== 'corrected' && severityOf(line) === severity).length
  return { errors: count('error'), warnings: count('warning'), hints: count('hint') }
}

describe('what is counted as one question', () => {
  it('is all sums that one cell would settle, and the doubt of that cell with them', () => {
    expect(openIds(recordOf(misread))).toEqual(['sums:E1:requests/granted'])
    expect(openCounts(currentOf(recordOf(misread)))).toEqual({ errors: 1, warnings: 0, hints: 0 })
  })

  it('is the doubtful cells of one row', () => {
    const record = recordOf({
      ...agreeing,
      'requests/granted/business': doubtful(0.8),
      'requests/granted/research': doubtful(0.7),
      'requests/newRequests/research': doubtful(0.5),
    })
    expect(openCounts(currentOf(record))).toEqual({ errors: 0, warnings: 2, hints: 0 })
    expect(items(record).map(item => item.cells.length)).toEqual([1, 2])
  })

  it('is not a sum that fails only through a cell called 原文如此', () => {
    const record = recordOf({ ...agreeing, 'requests/denied.process/total': { value: 1 } })
    expect(openCounts(currentOf(record)).errors).toBe(1)
    const judged = withChange(record, sourceError('E1:requests/denied.process', ['requests/denied.process/total']))
    // The sum of its column fails through the same cell.
    expect(items(judged).map(item => [item.id, item.settled])).toEqual([['E1:requests/denied.process', 'sourceError']])
    expect(openCounts(currentOf(judged)).errors).toBe(0)
  })

  it('is nothing in a source that nobody has read', () => {
    const record = recordOf()
    const unread = { ...record, extraction: { ...record.extraction, report: null } }
    expect(items(unread)).toEqual([])
    expect(openCounts(currentOf(unread))).toEqual({ errors: 0, warnings: 0, hints: 0 })
  })
})

describe('lists and desk', () => {
  const answers: readonly Change[] = [
    corrected('requests/granted/individual', 8, 11),
    sourceError('E1:requests/granted', ['requests/granted/individual']),
    { kind: 'confirm', cells: ['requests/newRequests/research'], before: false, after: true },
    {
      kind: 'verdict',
      finding: 'E2:requests/individual',
      cells: [],
      before: null,
      after: { kind: 'explained', note: '' },
    },
  ]
  const given = {
    ...misread,
    'requests/newRequests/research': doubtful(0.5),
    'requests/newRequests/legalService': doubtful(0.5),
    'requests/carriedOver/research': { state: 'blank' as const, value: null, raw: '' },
    'disclosure/regulations/issued': { value: 3 },
  }

  it('count the same, whatever was answered', () => {
    for (let chosen = 0; chosen < 1 << answers.length; chosen++) {
      const record = recordOf(
        given,
        answers.filter((_, at) => chosen & (1 << at)),
      )
      expect(openCounts(currentOf(record))).toEqual(openOnDesk(record))
    }
    expect(openCounts(currentOf(recordOf(given))).errors).toBe(1)
  })
})

describe('the year before', () => {
  const year = (value: number): Report => {
    const { report } = currentOf(recordOf({ ...agreeing, 'requests/carriedForward/individual': { value } }))
    return { ...report, year: 2022 }
  }

  it('is asked about where it carried forward another figure', () => {
    const current = currentOf(recordOf())
    const added = (previous: Report) => openCounts(current, { previous }).warnings - openCounts(current).warnings
    expect(added(year(2))).toBe(1)
    expect(added(year(7))).toBe(2)
  })
})
