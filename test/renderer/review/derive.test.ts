import { describe, expect, it } from 'vitest'
import type { Waiting } from '../../../src/renderer/review/state/changes.ts'
import { derive } from '../../../src/renderer/review/state/derive.ts'
import type { Change } from '../../../src/shared/data/record.ts'
import type { CellKey } from '../../../src/shared/form/index.ts'
import { agreeing, corrected, type Given, misread, recordOf, sourceError, table, withChange } from './records.ts'

const suspect = 'requests/granted/individual'
const other = 'requests/newRequests/individual'

const lookAt = (cell: CellKey, given: Given, changes: readonly Change[] = []) =>
  derive(recordOf(given, changes), [], null).looks.get(cell)

const waiting = (change: Waiting['change']): Waiting => ({
  ...{ at: '2024-03-18T02:00:00Z', who: '丙', why: '', act: 'edit', change },
})

describe('the look of a cell', () => {
  const plain = { doubtful: false, suspect: false, confirmed: false, sourceError: false, machine: null }

  it('is plain where all is well', () => {
    expect(lookAt(other, agreeing)).toEqual({
      ...plain,
      ...{ key: other, state: 'number', value: 12, raw: '12', confidence: 1 },
    })
  })

  it('is doubtful below the limit, and not at it', () => {
    expect(lookAt(other, { ...agreeing, [other]: { value: 12, confidence: 0.89 } })).toMatchObject({ doubtful: true })
    expect(lookAt(other, { ...agreeing, [other]: { value: 12, confidence: 0.9 } })).toMatchObject({ doubtful: false })
  })

  it('says one thing at a time: a suspect, a confirmed cell and a source error are not doubtful, too', () => {
    expect(lookAt(suspect, misread)).toMatchObject({ ...plain, suspect: true, confidence: 0.6 })
    const doubted = { ...agreeing, [other]: { value: 12, confidence: 0.5 } }
    const confirm: Change = { kind: 'confirm', cells: [other], before: false, after: true }
    expect(lookAt(other, doubted, [confirm])).toMatchObject({ ...plain, confirmed: true })
    expect(lookAt(other, doubted, [sourceError('E1:requests/newRequests', [other])])).toMatchObject({
      ...plain,
      sourceError: true,
    })
  })

  it('keeps what the machine had read of a corrected cell', () => {
    expect(lookAt(suspect, misread, [corrected(suspect, 8, 11)])).toMatchObject({
      ...{ ...plain, value: 11, confidence: 1 },
      machine: { state: 'number', value: 8, raw: '8' },
    })
  })

  it('is the very same object as before until something about it changes', () => {
    const record = recordOf(misread)
    const first = derive(record, [], null)
    const changes: readonly (readonly [Change, CellKey])[] = [
      [corrected(other, 12, 13), other],
      [{ kind: 'confirm', cells: [suspect], before: false, after: true }, suspect],
      [sourceError('E1:requests/granted', [suspect]), suspect],
    ]
    for (const [change, cell] of changes) {
      const next = derive(withChange(record, change), [], first)
      expect(next.looks.get(cell)).not.toBe(first.looks.get(cell))
      expect(next.looks.get('proceedings/review/upheld')).toBe(first.looks.get('proceedings/review/upheld'))
    }
    const again = derive(withChange(record, corrected(suspect, 8, 11)), [], first)
    const same = derive(withChange(record, corrected(suspect, 8, 11)), [], again)
    expect(same.looks.get(suspect)).toBe(again.looks.get(suspect))
    const answers: readonly Change[] = [
      { kind: 'confirm', cells: [other], before: false, after: true },
      sourceError('E1:requests/newRequests', [other]),
    ]
    for (const change of answers) {
      expect(derive(withChange(record, change), [], first).looks.get(other)).not.toBe(first.looks.get(other))
    }
    const plainly = { value: 13, raw: '12' }
    expect(derive(recordOf({ ...misread, [other]: plainly }), [], first).looks.get(other)?.value).toBe(13)
    const dash = derive(recordOf({ ...misread, [other]: { state: 'dash', value: null, raw: '无' } }), [], null)
    const text = recordOf({ ...misread, [other]: { state: 'text', value: null, raw: '无' } })
    expect(derive(text, [], dash).looks.get(other)?.state).toBe('text')
    const anew = derive(recordOf({ ...misread, [suspect]: { value: 8, confidence: 0.7 } }), [], first)
    expect(anew.looks.get(suspect)).not.toBe(first.looks.get(suspect))
    const raw = derive(recordOf({ ...misread, [other]: { value: 12, raw: '１２' } }), [], first)
    expect(raw.looks.get(other)?.raw).toBe('１２')
    const state = derive(recordOf({ ...misread, [other]: { state: 'dash', value: null, raw: '12' } }), [], first)
    expect(state.looks.get(other)?.state).toBe('dash')
  })

  it('is another object where only a ring or a doubt comes or goes through another cell', () => {
    const given = { ...agreeing, [suspect]: { value: 8 } }
    const ringed = derive(recordOf(given), [], null)
    expect(ringed.looks.get(suspect)).toMatchObject({ ...plain, suspect: true })
    const answered = ['E1:requests/granted', 'E2:requests/individual'].map(
      (finding): Change => ({
        ...{ kind: 'verdict', finding, cells: ['requests/granted/total'], before: null },
        after: { kind: 'explained', note: '' },
      }),
    )
    const after = derive(recordOf(given, answered), [], ringed)
    expect(after.looks.get(suspect)).toMatchObject(plain)
  })

  it('is new where another reading of the machine lies under the same correction', () => {
    const before = derive(recordOf(misread, [corrected(suspect, 8, 11)]), [], null)
    const anew = derive(recordOf({ ...misread, [suspect]: { value: 3 } }, [corrected(suspect, 8, 11)]), [], before)
    expect(anew.looks.get(suspect)?.machine?.value).toBe(3)
  })
})

describe('what follows from a record', () => {
  it('shows changes on their way to disk, in their order, as if they were there', () => {
    const record = recordOf(misread)
    const { shown, current, lines, judged } = derive(
      record,
      [
        waiting({ kind: 'cell', cell: suspect, after: { state: 'number', value: 9, raw: '9' } }),
        waiting({ kind: 'cell', cell: suspect, after: { state: 'number', value: 11, raw: '11' } }),
      ],
      null,
    )
    expect(
      shown.revisions.map(item => item.change.kind === 'cell' && [item.change.before.value, item.change.after.value]),
    ).toEqual([
      [8, 9],
      [9, 11],
    ])
    expect(current.corrected.get(suspect)?.value).toBe(8)
    expect(lines.map(line => line.kind)).toEqual(['corrected'])
    expect(judged.get('requests')?.every(sum => sum.agrees)).toBe(true)
    expect(record.revisions).toEqual([])
  })

  it('vouches by sums for numbers that are not in doubt', () => {
    const { agreeing: cells } = derive(recordOf(agreeing), [], null)
    expect(cells.has(other)).toBe(true)
    expect([...new Set([...cells].map(cell => cell.split('/')[0]))].toSorted()).toEqual(['proceedings', 'requests'])
    const doubted = derive(
      recordOf({
        ...agreeing,
        [other]: { value: 12, confidence: 0.5 },
        'requests/newRequests/business': { state: 'blank', value: null, raw: '' },
        'requests/newRequests/research': { state: 'dash', value: null, raw: '—' },
      }),
      [],
      null,
    ).agreeing
    expect(doubted.has(other)).toBe(false)
    expect(doubted.has('requests/newRequests/business')).toBe(false)
    expect(doubted.has('requests/newRequests/research')).toBe(false)
    expect(doubted.has('requests/newRequests/total')).toBe(true)
    const { agreeing: wrong, suspicions } = derive(recordOf(misread), [], null)
    expect(suspicions.get('requests')?.flatMap(item => item.suspects.map(one => one.cell))).toEqual([suspect])
    expect(wrong.has(suspect)).toBe(false)
  })

  it('has nothing to say of a table that is not there', () => {
    const start = recordOf(agreeing)
    const { report } = start.extraction
    const only = {
      ...start,
      extraction: { ...start.extraction, report: report && { ...report, tables: [table('disclosure')] } },
    }
    const { judged, looks, agreeing: cells } = derive(only, [], null)
    expect([...judged.keys()]).toEqual(['disclosure'])
    expect([...looks.keys()].every(key => key.startsWith('disclosure/'))).toBe(true)
    expect(cells.size).toBe(0)
  })
})
