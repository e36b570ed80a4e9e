import { describe, expect, it } from 'vitest'
import type { Waiting } from '../../../src/renderer/review/state/changes.ts'
import { withWaiting } from '../../../src/renderer/review/state/changes.ts'
import type { Desk } from '../../../src/renderer/review/state/desk.ts'
import { openDesk } from '../../../src/renderer/review/state/open.ts'
import { createSaver } from '../../../src/renderer/review/state/saving.ts'
import { createStore } from '../../../src/renderer/review/state/store.ts'
import { currentOf } from '../../../src/shared/current.ts'
import type { Message } from '../../../src/shared/messages/index.ts'
import { failure, success } from '../../../src/shared/outcome.ts'
import { misread, recordOf } from './records.ts'

const full: Message = { code: 'test.full', severity: 'error', params: {}, anchor: null }

const typed = (value: number): Waiting => ({
  at: '2024-03-18T02:00:00Z',
  who: '丙',
  why: '',
  act: 'edit',
  change: { kind: 'cell', cell: 'requests/granted/individual', after: { state: 'number', value, raw: String(value) } },
})

/** Main as the saver sees it: it refuses what is based on an old revision, and can be made to fail. */
function main() {
  const state = { record: recordOf(misread), failing: false, bases: [] as number[] }
  const store = createStore<Desk>(openDesk({ record: state.record, sourceIntact: true, previous: null }, null))
  const saver = createSaver(store, {
    'record.open': async () => success({ record: state.record, sourceIntact: true, previous: null }),
    'record.revise': async input => {
      state.bases.push(input.base)
      if (state.failing || input.base !== (state.record.revisions.at(-1)?.number ?? 0)) return failure(full)
      const { act, why, change } = input
      const waiting = { at: '2024-03-18T02:00:01Z', who: '丙', act, why, change }
      state.record = withWaiting(state.record, waiting, currentOf(state.record))
      return success(state.record)
    },
    'record.undo': async () => {
      state.record = { ...state.record, revisions: state.record.revisions.slice(0, -1) }
      return success(state.record)
    },
    'record.redo': async () => failure(full),
  })
  return { state, store, saver }
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
    expect(state.bases).toEqual([0, 1, 2])
    expect(state.record.revisions.map(item => item.number)).toEqual([1, 2, 3])
    expect(store.get().waiting).toEqual([])
  })

  it('keeps what could not be saved on the screen, and saves it when asked again', async () => {
    const { state, store, saver } = main()
    state.failing = true
    saver.add(typed(11))
    await ended(store)
    expect(shown(store.get())).toBe(11)
    expect(store.get()).toMatchObject({ problem: full, problemShown: true, savedAt: null })
    expect(state.record.revisions).toEqual([])
    state.failing = false
    await saver.retry()
    expect(store.get()).toMatchObject({ problem: null, problemShown: false, waiting: [] })
    expect(state.record.revisions).toHaveLength(1)
  })

  it('saves again upon the record as somebody else left it', async () => {
    const { state, store, saver } = main()
    state.record = withWaiting(state.record, { ...typed(5), who: '丁' }, currentOf(state.record))
    saver.add(typed(11))
    await ended(store)
    expect(store.get().problem).toEqual(full)
    await saver.retry()
    expect(state.record.revisions.map(item => item.number)).toEqual([1, 2])
    expect(shown(store.get())).toBe(11)
  })

  it('undoes only once everything before is on disk, and not at all over something unsaved', async () => {
    const { state, store, saver } = main()
    saver.add(typed(11))
    expect(await saver.step('record.undo')).toBe(true)
    expect(shown(store.get())).toBe(8)
    state.failing = true
    saver.add(typed(10))
    expect(await saver.step('record.undo')).toBe(false)
    expect(shown(store.get())).toBe(10)
  })

  it('takes over what somebody else changed, but never over a change under way', async () => {
    const { state, store, saver } = main()
    state.record = withWaiting(state.record, typed(5), currentOf(state.record))
    await saver.refresh()
    expect(shown(store.get())).toBe(5)
    state.failing = true
    saver.add(typed(11))
    await ended(store)
    await saver.refresh()
    expect(shown(store.get())).toBe(11)
  })
})
