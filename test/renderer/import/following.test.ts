import { describe, expect, it } from 'vitest'
import { type Following, followed, opening } from '../../../src/renderer/import/following.ts'
import type { ImportChange, ImportCounts, ImportItem, ImportView } from '../../../src/shared/data/importing.ts'

const item = (id: number, state: ImportItem['state'] = 'waiting'): ImportItem => ({
  ...{ id, batch: 1, path: `/收件/${id}.docx`, name: `${id}.docx`, bytes: null, format: null, state, step: 'keep' },
  ...{ record: null, recordName: null, year: null, errors: 0, messages: [] },
})
const counts = (sequence: number, all: number): ImportCounts => ({
  ...{ sequence, startedAt: null, endedAt: null },
  totals: { all, waiting: all, working: 0, archived: 0, warned: 0, duplicate: 0, failed: 0, cancelled: 0 },
})
const view = (sequence: number, ...items: readonly ImportItem[]): ImportView => ({
  ...counts(sequence, items.length),
  items,
})
const change = (
  sequence: number,
  all: number,
  items: readonly ImportItem[],
  gone: readonly number[] = [],
): ImportChange => ({ ...counts(sequence, all), items, gone })

const whole = (now: Following, answer: ImportView) => followed(now, { kind: 'whole', view: answer })
const told = (now: Following, ...changes: readonly ImportChange[]) =>
  changes.reduce((before, next) => followed(before, { kind: 'changed', change: next }), now)
const listed = ({ view: now }: Following) => now?.items.map(({ id, state }) => `${id} ${state}`)

describe('the import list of the window', () => {
  it('is asked for as it opens, and follows what is told: changed in place, new ones behind, taken off', () => {
    expect(opening).toMatchObject({ kind: 'asking', round: 1, view: null })
    const open = whole(opening, view(3, item(0), item(1)))
    const after = told(open, change(4, 3, [item(2), item(0, 'archived')]), change(5, 2, [item(3)], [0, 1]))
    expect(listed(told(open, change(4, 3, [item(3), item(2), item(0, 'archived')])))).toEqual([
      ...['0 archived', '1 waiting', '2 waiting', '3 waiting'],
    ])
    expect(listed(after)).toEqual(['2 waiting', '3 waiting'])
    expect(after).toMatchObject({ kind: 'following', round: 1, view: { totals: { all: 2 }, sequence: 5 } })
  })

  it('puts what is told before the answer into the answer, as far as that does not hold it yet', () => {
    const early = told(opening, change(7, 1, [item(0)]), change(8, 1, [item(0, 'archived')]))
    expect(listed(early)).toBeUndefined()
    const open = whole(early, view(7, item(0, 'working')))
    expect(listed(open)).toEqual(['0 archived'])
    expect(open.kind).toBe('following')
  })

  it('asks again where a change was missed, and keeps on the screen what it has', () => {
    const open = whole(opening, view(3, item(0)))
    const lost = told(open, change(5, 2, [item(1)]))
    expect(lost).toMatchObject({ kind: 'asking', round: 2 })
    expect(listed(lost)).toEqual(['0 waiting'])
    expect(listed(whole(lost, view(4, item(0, 'archived'))))).toEqual(['0 archived', '1 waiting'])
    // The answer was already older than something that was missed.
    expect(whole(lost, view(3, item(0)))).toMatchObject({ kind: 'asking', round: 3 })
  })

  it('takes no older answer for a newer one, and asks when told to', () => {
    const open = whole(opening, view(3, item(0, 'archived')))
    expect(whole(open, view(2, item(0)))).toBe(open)
    expect(listed(whole(open, view(4)))).toEqual([])
    expect(followed(open, { kind: 'again' })).toMatchObject({ kind: 'asking', round: 2, told: [] })
    const waiting = told(opening, change(1, 1, [item(0)]))
    expect(followed(waiting, { kind: 'again' })).toMatchObject({ kind: 'asking', round: 2, told: [{ sequence: 1 }] })
  })
})
