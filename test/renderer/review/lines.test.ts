import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/renderer/review/state/derive.ts'
import {
  areSwapped,
  keyOf,
  nextLine,
  openIn,
  sameRow,
  severityOf,
  tableOf,
  tabs,
} from '../../../src/renderer/review/state/lines.ts'
import type { Change } from '../../../src/shared/data/record.ts'
import type { Reading } from '../../../src/shared/data/report.ts'
import { type CellKey, tableKeys } from '../../../src/shared/form/index.ts'
import { agreeing, corrected, type Given, misread, recordOf, sourceError, withChange } from './records.ts'

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

describe('a line', () => {
  const blank = { state: 'blank', value: null, raw: '' } as const

  it('stands on the tab of its cells, of its table, of its sentence, or of the facts', () => {
    const start = recordOf({ ...agreeing, 'disclosure/licensing/decisions': blank })
    const { report } = start.extraction
    const lines = derive(
      {
        ...start,
        extraction: {
          ...start.extraction,
          report: report && {
            ...report,
            year: null,
            tables: report.tables.filter(table => table.key !== 'proceedings'),
            sections: report.sections.flatMap(section =>
              section.key === 'other'
                ? []
                : [section.key === 'requests' ? { ...section, text: '全年新收政府信息公开申请15件。' } : section],
            ),
          },
        },
      },
      [],
      null,
    ).lines
    const tabs = new Map(
      lines.map(line => [
        line.id
          .replace(/^sums:/, '')
          .split(/[:@]/)
          .slice(0, 2)
          .join(':'),
        line.tab,
      ]),
    )
    expect(tabs.get('F1:table/proceedings')).toBe('proceedings')
    expect(tabs.get('F1:section/other')).toBe('text')
    expect(tabs.get('F2:disclosure/licensing')).toBe('disclosure')
    expect([...tabs.values()]).toContain('text')
  })

  it('is as grave as its findings; what was corrected counts as a warning', () => {
    const lines = linesOf({ ...misread, 'disclosure/licensing/decisions': { value: 0, confidence: 0.5 } }, [
      corrected('requests/carriedForward/business', 1, 0),
    ])
    expect(lines.map(line => [line.kind, severityOf(line)])).toEqual([
      ['finding', 'error'],
      ['doubt', 'warning'],
    ])
    const [settled] = linesOf(misread, [corrected('requests/granted/individual', 8, 11)])
    expect(settled && severityOf(settled)).toBe('warning')
  })

  it('of a correction says what was read and what stands there now', () => {
    expect(linesOf(misread, [corrected('requests/granted/individual', 8, 11)])).toMatchObject([
      {
        ...{ id: 'corrected:requests/granted/individual', tab: 'requests', cells: ['requests/granted/individual'] },
        before: { state: 'number', value: 8 },
        after: { state: 'number', value: 11 },
      },
    ])
    expect(linesOf(agreeing, [corrected('requests/granted/business', 0, 4)])).toContainEqual(
      expect.objectContaining({ kind: 'corrected', after: expect.objectContaining({ value: 4, column: 'business' }) }),
    )
  })

  it('is made of no cell that was typed into a table that was not found', () => {
    const start = recordOf(agreeing)
    const { report } = start.extraction
    const tables = report?.tables.filter(table => table.key !== 'proceedings') ?? []
    const short = { ...start, extraction: { ...start.extraction, report: report && { ...report, tables } } }
    const typed = withChange(short, {
      ...{ kind: 'cell', cell: 'proceedings/review/upheld', before: { state: 'absent', value: null, raw: null } },
      after: { state: 'number', value: 3, raw: '3' },
    })
    const { lines, current } = derive(typed, [], null)
    expect(current.corrected.has('proceedings/review/upheld')).toBe(true)
    expect(lines.filter(line => line.kind !== 'finding')).toEqual([])
  })

  it('comes in the order of the form, whether it is a finding or a doubt', () => {
    const lines = linesOf({
      ...agreeing,
      'requests/newRequests/research': blank,
      'disclosure/licensing/decisions': { value: 0, confidence: 0.5 },
      'requests/carriedForward/business': { value: 0, confidence: 0.5 },
    })
    expect(new Set(lines.map(severityOf))).toEqual(new Set(['warning']))
    expect(lines.map(line => line.id)).toEqual([
      'doubt:disclosure/licensing/decisions',
      'F2:requests/newRequests',
      'doubt:requests/carriedForward/business',
    ])
  })

  it('comes in the order of the form among its like', () => {
    const lines = linesOf({
      ...agreeing,
      'proceedings/review/upheld': { value: 0, confidence: 0.5 },
      'requests/carriedForward/business': { value: 0, confidence: 0.5 },
      'requests/newRequests/business': { value: 0, confidence: 0.5 },
      'disclosure/licensing/decisions': { value: 0, confidence: 0.5 },
    })
    expect(lines.map(line => line.cells[0])).toEqual([
      'disclosure/licensing/decisions',
      'requests/newRequests/business',
      'requests/carriedForward/business',
      'proceedings/review/upheld',
    ])
  })
})

describe('the next line', () => {
  const lines = linesOf(
    {
      ...agreeing,
      'requests/newRequests/business': { state: 'blank', value: null, raw: '' },
      'requests/carriedOver/business': { state: 'blank', value: null, raw: '' },
      'requests/granted/business': { state: 'blank', value: null, raw: '' },
    },
    [{ kind: 'confirm', cells: ['requests/carriedOver/business'], before: false, after: true }],
  )

  it('passes by what is settled, and is the line itself where it is the only open one', () => {
    const [settled, first, last] = lines.map(line => line.id)
    expect(lines.map(line => line.settled)).toEqual(['confirmed', null, null])
    expect(nextLine(lines, last ?? null, false)?.id).toBe(first)
    expect(nextLine(lines, first ?? null, true)?.id).toBe(last)
    expect(nextLine(lines, settled ?? null, true)?.id).toBe(last)
    expect(nextLine(lines, null, true)?.id).toBe(last)
    expect(nextLine(lines, 'gone', false)?.id).toBe(first)
    expect(nextLine(lines.slice(0, 2), first ?? null, false)?.id).toBe(first)
    expect(nextLine(lines.slice(0, 2), first ?? null, true)?.id).toBe(first)
    expect(nextLine(lines.slice(0, 1), settled ?? null, false)).toBeNull()
  })

  it('is counted by tab, what is settled left out', () => {
    expect(openIn(lines, 'requests')).toBe(2)
    expect(openIn(lines, 'text')).toBe(0)
  })
})

describe('cells of a line', () => {
  const now = new Map<CellKey, Reading>([
    ['requests/granted/individual', { state: 'number', value: 3, raw: '3' }],
    ['requests/granted/business', { state: 'number', value: 5, raw: '5' }],
  ])
  const first = (value: number) => ({ cell: 'requests/granted/individual', value }) as const
  const second = (value: number) => ({ cell: 'requests/granted/business', value }) as const

  it('have changed places where each should read what stands in the other', () => {
    expect(areSwapped([first(5), second(3)], now)).toBe(true)
    expect(areSwapped([first(5), second(4)], now)).toBe(false)
    expect(areSwapped([first(4), second(3)], now)).toBe(false)
    expect(areSwapped([first(5)], now)).toBe(false)
    expect(areSwapped([first(5), second(3), second(3)], now)).toBe(false)
    expect(areSwapped([], now)).toBe(false)
    expect(areSwapped([first(0), { cell: 'requests/granted/research', value: 3 }], now)).toBe(true)
  })

  it('stand in the tabs of the desk in the order of the form', () => {
    expect(tabs).toEqual([...tableKeys, 'text', 'fields'])
  })

  it('stand in one row or not, in one table, under one key', () => {
    expect(sameRow(['requests/granted/individual', 'requests/granted/business'])).toBe(true)
    expect(sameRow(['requests/granted/individual', 'requests/carriedOver/individual'])).toBe(false)
    expect(tableOf('proceedings/review/upheld')).toBe('proceedings')
    expect(keyOf('requests', { row: 'granted', column: 'total' })).toBe('requests/granted/total')
  })
})
