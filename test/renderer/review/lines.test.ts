import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/renderer/review/state/derive.ts'
import { nextLine, openIn } from '../../../src/renderer/review/state/lines.ts'
import type { Change } from '../../../src/shared/record.ts'
import { agreeing, corrected, type Given, misread, recordOf, sourceError } from './records.ts'

const linesOf = (given: Given, changes: readonly Change[] = []) => derive(recordOf(given, changes), [], null).lines

describe('the list of what to look at', () => {
  it('is empty for a report without doubts', () => {
    expect(linesOf(agreeing)).toEqual([])
  })

  it('makes one line of all sums that one cell would settle, and does not ask about that cell twice', () => {
    const lines = linesOf(misread)
    expect(lines).toHaveLength(1)
    const [line] = lines
    expect(line).toMatchObject({ kind: 'finding', id: 'sums:E1:requests/granted', settled: null, tab: 'requests' })
    expect(line?.cells[0]).toBe('requests/granted/individual')
    expect(line?.kind === 'finding' ? line.findings.map(item => item.rule) : []).toEqual(['E1', 'E2'])
  })

  it('keeps a correction as a settled line, though its sums agree now', () => {
    const lines = linesOf(misread, [corrected('requests/granted/individual', 8, 11)])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ kind: 'corrected', settled: 'corrected' })
  })

  it('makes one line of the doubtful cells of one row', () => {
    const lines = linesOf({
      ...agreeing,
      'requests/granted/individual': { value: 11, confidence: 0.8 },
      'requests/granted/business': { value: 0, confidence: 0.7 },
      'requests/newRequests/business': { value: 0, confidence: 0.5 },
    })
    expect(lines.map(line => [line.kind, line.cells.length])).toEqual([
      ['doubt', 1],
      ['doubt', 2],
    ])
    expect(lines[1]).toMatchObject({ confidence: 0.7 })
  })

  it('puts what is settled first, then errors, then doubts in the order of the form', () => {
    const lines = linesOf(
      {
        ...misread,
        'requests/carriedForward/research': { state: 'blank', value: null, raw: '' },
        'disclosure/licensing/decisions': { state: 'blank', value: null, raw: '' },
        'requests/newRequests/research': { value: 0, confidence: 0.5 },
      },
      [{ kind: 'confirm', cells: ['requests/carriedForward/research'], before: false, after: true }],
    )
    expect(lines.map(line => line.id)).toEqual([
      'F2:requests/carriedForward',
      'sums:E1:requests/granted',
      'F2:disclosure/licensing',
      'doubt:requests/newRequests/research',
    ])
    expect(openIn(lines, 'requests')).toBe(2)
    expect(openIn(lines, 'disclosure')).toBe(1)
  })

  it('does not ask about a sum that only fails through a cell called a source error', () => {
    const given = { ...agreeing, 'requests/denied.process/total': { value: 1 } }
    const before = linesOf(given)
    expect(before.map(line => line.id)).toEqual(['sums:E1:requests/denied.process'])
    const verdict = sourceError('E1:requests/denied.process', ['requests/denied.process/total'])
    const after = linesOf(given, [verdict])
    expect(after.map(line => [line.id, line.settled])).toEqual([['E1:requests/denied.process', 'sourceError']])
    expect(after[0]?.cells[0]).toBe('requests/denied.process/total')
  })

  it('names the cell most in question first', () => {
    const lines = linesOf({ ...agreeing, 'requests/granted/total': { value: 12 } })
    expect(lines[0]?.cells[0]).toBe('requests/granted/total')
  })
})

describe('going on', () => {
  const lines = linesOf({
    ...agreeing,
    'requests/granted/business': { state: 'blank', value: null, raw: '' },
    'requests/carriedOver/business': { state: 'blank', value: null, raw: '' },
    'requests/newRequests/business': { state: 'blank', value: null, raw: '' },
  })
  const ids = lines.map(line => line.id)

  it('leads to the next open line and round again, and back', () => {
    expect(nextLine(lines, null, false)?.id).toBe(ids[0])
    expect(nextLine(lines, ids[0] ?? null, false)?.id).toBe(ids[1])
    expect(nextLine(lines, ids[2] ?? null, false)?.id).toBe(ids[0])
    expect(nextLine(lines, ids[0] ?? null, true)?.id).toBe(ids[2])
    expect(nextLine(lines, ids[1] ?? null, true)?.id).toBe(ids[0])
  })

  it('leads nowhere when all is settled', () => {
    expect(nextLine([], null, false)).toBeNull()
  })
})
