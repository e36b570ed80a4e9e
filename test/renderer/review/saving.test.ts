import { describe, expect, it } from 'vitest'
import { type Waiting, withWaiting } from '../../../src/renderer/review/state/changes.ts'
import type { Desk } from '../../../src/renderer/review/state/desk.ts'
import { openDesk } from '../../../src/renderer/review/state/open.ts'
import { createSaver } from '../../../src/renderer/review/state/saving.ts'
import { createStore } from '../../../src/renderer/review/state/store.ts'
import { currentOf } from '../../../src/shared/current/current.ts'
import { versionOf } from '../../../src/shared/current/version.ts'
import type { ArchiveRecord } from '../../../src/shared/data/record.ts'
import { misread, recordOf } from './records.ts'
import { full, stubMain } from './stubMain.ts'

const typed = (value: number): Waiting => ({
  at: '2024-03-18T02:00:00Z',
  who: '丙',
  why: '',
  act: 'edit',
  change: { kind: 'cell', cell: 'requests/granted/individual', after: { state: 'number', value, raw: String(value) } },
})

/** A desk of which only the saving is looked at. */
function main() {
  const record = recordOf(misread)
  const { state, calls } = stubMain(record)
  const store = createStore<Desk>(openDesk({ record, path: null, sourceIntact: true, previous: null }, null))
  return { state, store, saver: createSaver(store, calls) }
}

const shown = (desk: Desk) => desk.looks.get('requests/granted/individual')?.value
const ended = (store: { get: () => Desk }) => expect.poll(() => store.get().saving).toBe(false)

describe('saving', () => {
  it('shows a change at once and calls it saved only after the answer', async () => {
    const { store, saver } = main()
    saver.add(typed(11))
    expect(shown(store.get())).toBe(11)
    expect(store.get()).toMatchObject({ saving: true, savedAt: null, waiting: [typed(11)] })
    await ended(store)
    expect(store.get().savedAt).toBeInstanceOf(Date)
    expect(store.get()).toMatchObject({ saving: false, waiting: [], problem: null })
    expect(store.get().record.revisions).toHaveLength(1)
  })

  it('sends changes one after the other, each upon the one before', async () => {
    const { state, store, saver } = main()
    for (const value of [9, 10, 11]) saver.add(typed(value))
    expect(shown(store.get())).toBe(11)
    await ended(store)
    expect(state.asked).toEqual([
      ['record.revise', 0],
      ['record.revise', 1],
      ['record.revise', 2],
    ])
    expect(state.record.revisions.map(item => item.number)).toEqual([1, 2, 3])
    expect(store.get().waiting).toEqual([])
  })

  it('keeps what could not be saved on the screen, and saves it when asked again', async () => {
    const { state, store, saver } = main()
    state.mood = 'failing'
    saver.add(typed(11))
    await ended(store)
    expect(shown(store.get())).toBe(11)
    expect(store.get()).toMatchObject({ problem: full, problemShown: true, savedAt: null })
    expect(state.record.revisions).toEqual([])
    state.mood = 'well'
    await saver.retry()
    expect(store.get()).toMatchObject({ problem: null, problemShown: false, waiting: [] })
    expect(state.record.revisions).toHaveLength(1)
  })

  it('saves again upon the record as somebody else left it', async () => {
    const { state, store, saver } = main()
    state.record = withWaiting(state.record, { ...typed(5), who: '丁' }, currentOf(state.record))
    saver.add(typed(11))
    await ended(store)
    expect(store.get().problem).toMatchObject({ code: 'archive.recordMovedOn' })
    await saver.retry()
    expect(state.record.revisions.map(item => item.number)).toEqual([1, 2])
    expect(shown(store.get())).toBe(11)
  })

  it('undoes only once everything before is on disk, and not at all over something unsaved', async () => {
    const { state, store, saver } = main()
    saver.add(typed(11))
    expect(await saver.step('record.undo')).toBe('done')
    expect(shown(store.get())).toBe(8)
    state.mood = 'failing'
    saver.add(typed(10))
    expect(await saver.step('record.undo')).toBe('failed')
    expect(shown(store.get())).toBe(10)
    expect(state.asked.map(([call]) => call)).toEqual(['record.revise', 'record.undo', 'record.revise'])
  })

  it('takes over what somebody else changed, but never over a change under way', async () => {
    const { state, store, saver } = main()
    state.record = withWaiting(state.record, typed(5), currentOf(state.record))
    await saver.heard(null)
    expect(shown(store.get())).toBe(5)
    state.mood = 'failing'
    saver.add(typed(11))
    await ended(store)
    await saver.heard(null)
    expect(shown(store.get())).toBe(11)
  })
  it('goes on after a call that broke: the next change is sent', async () => {
    const { state, store, saver } = main()
    state.mood = 'broken'
    await expect(saver.step('record.undo')).rejects.toThrow('main broke')
    expect(store.get().saving).toBe(false)
    state.mood = 'well'
    saver.add(typed(11))
    await ended(store)
    expect(state.record.revisions).toHaveLength(1)
    expect(store.get()).toMatchObject({ waiting: [], problem: null })
  })
  it('sends what was changed, why and how, and tells when it was saved', async () => {
    const record = recordOf(misread)
    const { state, calls } = stubMain(record)
    const store = createStore<Desk>(openDesk({ record, path: null, sourceIntact: true, previous: null }, null))
    const at = new Date('2024-03-18T02:00:00Z')
    const saver = createSaver(store, calls, () => at)
    saver.add({ ...typed(11), why: '看错', act: 'restore' })
    await ended(store)
    expect(state.record.revisions).toMatchObject([{ why: '看错', act: 'restore', change: typed(11).change }])
    expect(store.get().savedAt).toBe(at)
    expect(store.get().record).toBe(state.record)
  })

  it('stops at the first change that is refused, and sends the rest after it once asked again', async () => {
    const { state, store, saver } = main()
    state.mood = 'failing'
    for (const value of [9, 10]) saver.add(typed(value))
    await ended(store)
    expect(store.get().waiting).toEqual([typed(9), typed(10)])
    state.mood = 'well'
    await saver.retry()
    expect(state.record.revisions.map(({ change }) => change.kind === 'cell' && change.after.value)).toEqual([9, 10])
  })

  it('hides an older problem while it is tried again, and shows the new one where even reading fails', async () => {
    const { state, store, saver } = main()
    state.mood = 'failing'
    saver.add(typed(11))
    await ended(store)
    store.set(desk => ({ ...desk, problemShown: false }))
    const calls = state.asked.length
    const again = saver.retry()
    await again
    // Reading failed, so nothing was sent.
    expect(state.asked.slice(calls)).toEqual([['record.open', null]])
    expect(store.get()).toMatchObject({ problem: full, problemShown: true, waiting: [typed(11)] })
    state.mood = 'well'
    const third = saver.retry()
    await expect.poll(() => store.get().problem).toBeNull()
    await third
    expect(store.get()).toMatchObject({ problem: null, problemShown: false, saving: false })
  })

  it('is under way until the last of several is done', async () => {
    const { store, saver } = main()
    const seen: boolean[] = []
    store.subscribe(() => seen.push(store.get().saving))
    saver.add(typed(9))
    const step = saver.step('record.undo')
    saver.add(typed(10))
    await step
    await ended(store)
    expect(seen.indexOf(false, 1)).toBe(seen.length - 1)
  })

  it('tells undo that could not be stored as a problem, and keeps what stands', async () => {
    const { state, store, saver } = main()
    saver.add(typed(11))
    await ended(store)
    state.mood = 'failing'
    expect(await saver.step('record.undo')).toBe('failed')
    expect(store.get()).toMatchObject({ problem: full, problemShown: true, saving: false })
    state.mood = 'well'
    expect(await saver.step('record.undo')).toBe('done')
    expect(store.get().problem).toBeNull()
    expect(await saver.step('record.redo')).toBe('done')
    expect(await saver.step('record.redo')).toBe('idle')
    expect(shown(store.get())).toBe(11)
  })

  it('takes over nothing where nothing changed, so that nothing is drawn again', async () => {
    const { state, store, saver } = main()
    const before = store.get()
    await saver.heard(null)
    expect(state.asked).toEqual([['record.open', null]])
    expect(store.get()).toEqual(before)
    expect(store.get().looks).toBe(before.looks)
  })

  it('takes over a source that was read anew, another year before, and a source that was altered', async () => {
    const { state, store, saver } = main()
    const { extraction } = state.record
    const anew = { ...extraction, at: '2025-01-01T00:00:00Z' }
    state.record = { ...state.record, extraction: anew }
    state.sourceIntact = false
    await saver.heard(null)
    expect(store.get().record.extraction.at).toBe(anew.at)
    expect(store.get().sourceIntact).toBe(false)
    const before = extraction.report && { ...extraction.report, year: 2022 }
    state.previous = before
    await saver.heard(null)
    expect(store.get().previous).toEqual(before)
    expect(store.get().lines.some(line => line.id.startsWith('Y'))).toBe(true)
  })

  it('does not read for what its own changes and undos left, whenever that is told', async () => {
    const { state, store, saver } = main()
    saver.add(typed(11))
    await expect.poll(() => state.record.revisions.length).toBe(1)
    // Main tells before it answers.
    await saver.heard(versionOf(state.record))
    await ended(store)
    await saver.heard(versionOf(state.record))
    await saver.step('record.undo')
    await saver.heard(versionOf(state.record))
    // Told late, of a state it has gone on from.
    await saver.heard(versionOf({ ...state.record, revisions: state.record.revisions.slice(0, 1) }))
    await saver.heard(versionOf({ ...state.record, revisions: [] }))
    expect(state.asked.map(([call]) => call)).toEqual(['record.revise', 'record.undo'])
  })

  it('takes over what somebody else changed right after a change of its own, or while that was under way', async () => {
    const { state, store, saver } = main()
    saver.add(typed(11))
    await ended(store)
    const other = (value: number) => withWaiting(state.record, typed(value), currentOf(state.record))
    const hashed = (record: ArchiveRecord, hash: string): ArchiveRecord => ({
      ...record,
      revisions: record.revisions.map((revision, at) =>
        at === record.revisions.length - 1 ? { ...revision, hash } : revision,
      ),
    })
    state.record = hashed(other(5), 'by somebody else')
    await saver.heard(versionOf(state.record))
    expect(shown(store.get())).toBe(5)
    saver.add(typed(9))
    await expect.poll(() => state.record.revisions.length).toBe(3)
    state.record = hashed(other(6), 'by somebody else, later')
    await saver.heard(versionOf(state.record))
    await expect.poll(() => shown(store.get())).toBe(6)
  })

  it('does not read while a change or an undo is under way, nor over what could not be saved, but after', async () => {
    const { state, store, saver } = main()
    saver.add(typed(11))
    await saver.heard(null)
    expect(state.asked).toEqual([['record.revise', 0]])
    await expect.poll(() => state.asked.at(-1)).toEqual(['record.open', null])
    await ended(store)
    state.mood = 'failing'
    saver.add(typed(10))
    await ended(store)
    await saver.heard(null)
    expect(state.asked.map(([call]) => call)).toEqual(['record.revise', 'record.open', 'record.revise'])
  })
})
