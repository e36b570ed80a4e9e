import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/shared/data/record.ts'
import { desk, deskOf, words } from './desk.ts'
import { agreeing, corrected, misread, recordOf, sourceError } from './records.ts'

const suspect = 'requests/granted/individual'

describe('marking as reviewed', () => {
  it('says what is left open, and can be taken back', () => {
    const { store, actions } = desk()
    actions.finish()
    expect(store.get().current.status).toBe('reviewed')
    expect(store.get().notice?.text).toBe(words.notice.reviewed(1))
    actions.finish()
    expect(store.get().current.status).toBe('reviewing')
    expect(store.get().notice?.text).toBe(words.notice.reopened)
  })

  it('counts what is open and not what is settled', () => {
    const { store, actions } = deskOf(recordOf(misread, [corrected(suspect, 8, 11)]))
    expect(store.get().lines).toHaveLength(1)
    actions.finish()
    expect(store.get().notice?.text).toBe(words.notice.reviewed(0))
  })

  it('takes what is typed first, and waits where that cannot be taken or nothing can be written', () => {
    const { store, actions } = desk()
    actions.begin('-1')
    actions.finish()
    expect(store.get().waiting).toEqual([])
    actions.type('11')
    actions.finish()
    expect(store.get().waiting.map(item => item.change.kind)).toEqual(['cell', 'status'])
    const closed = desk(misread, { writable: false })
    closed.actions.finish()
    expect(closed.store.get()).toMatchObject({ waiting: [], notice: { text: words.notice.readOnly } })
  })
})

describe('putting back from the history', () => {
  const changes: readonly Change[] = [
    corrected(suspect, 8, 11),
    { kind: 'confirm', cells: [suspect], before: false, after: true },
    sourceError('E1:requests/granted', [suspect]),
    { kind: 'field', field: 'title', before: '某区2023年报告', after: '某区年报' },
    { kind: 'status', before: 'reviewing', after: 'reviewed' },
  ]
  const wanted: readonly unknown[] = [
    { kind: 'cell', cell: suspect, after: { state: 'number', value: 11, raw: '11' } },
    { kind: 'confirm', cells: [suspect], after: true },
    { kind: 'verdict', finding: 'E1:requests/granted', cells: [suspect], after: { kind: 'sourceError', note: '' } },
    { kind: 'field', field: 'title', after: '某区年报' },
    { kind: 'status', after: 'reviewed' },
  ]

  it('makes every kind of change again, told as what it is', () => {
    const record = recordOf(misread, changes)
    for (const [at, revision] of record.revisions.entries()) {
      const { store, actions } = deskOf(record)
      actions.restore(revision)
      const [waiting, more] = store.get().waiting
      expect(more).toBeUndefined()
      expect(waiting).toMatchObject({ act: 'restore', why: words.notice.restoredFrom(at + 1), who: '丙' })
      expect(waiting?.change).toMatchObject(wanted[at] ?? {})
      expect(waiting?.at).toBe(new Date(waiting?.at ?? '').toISOString())
    }
  })

  it('puts back what the machine read where a person corrected it', () => {
    const { store, actions } = deskOf(recordOf(misread, [corrected(suspect, 8, 11)]))
    actions.restoreMachine('requests/newRequests/individual')
    expect(store.get().waiting).toEqual([])
    actions.restoreMachine(suspect)
    expect(store.get().waiting).toMatchObject([
      { act: 'restore', why: '', change: { kind: 'cell', cell: suspect, after: { value: 8 } } },
    ])
    expect(store.get().current.corrected.size).toBe(0)
  })

  it('is not possible where nothing can be written', () => {
    const record = recordOf(misread, changes)
    const { store, actions } = deskOf(record, { writable: false })
    for (const revision of record.revisions) actions.restore(revision)
    actions.restoreMachine(suspect)
    actions.setField('title', '别的')
    expect(store.get()).toMatchObject({ waiting: [], notice: { key: 7, text: words.notice.readOnly } })
  })
})

describe('facts of the report', () => {
  it('are changed where they are other than before', () => {
    const { store, actions } = desk(agreeing)
    actions.setField('title', '某区2023年报告')
    expect(store.get().waiting).toEqual([])
    actions.setField('year', 2022)
    actions.setField('publishedOn', null)
    expect(store.get().waiting.map(item => item.change)).toEqual([{ kind: 'field', field: 'year', after: 2022 }])
    expect(store.get().waiting[0]?.act).toBe('edit')
    expect(store.get().current.report.year).toBe(2022)
  })
})

describe('taking back', () => {
  it('is not possible where nothing can be written', async () => {
    const { main, store, actions } = deskOf(recordOf(misread, [corrected(suspect, 8, 11)]), { writable: false })
    await actions.undo()
    expect(main.asked).toEqual([])
    expect(store.get().notice?.text).toBe(words.notice.readOnly)
  })

  it('stays at the cell that has the focus already, and where the change was none of a cell', async () => {
    const { store, actions, saved } = desk()
    actions.begin('11')
    actions.commit(null)
    await saved()
    const { grab } = store.get()
    await actions.undo()
    expect(store.get()).toMatchObject({ focus: suspect, grab })
    actions.finish()
    actions.focus('requests/newRequests/business', false)
    await saved()
    await actions.undo()
    expect(store.get()).toMatchObject({
      focus: 'requests/newRequests/business',
      grab,
      current: { status: 'reviewing' },
    })
  })

  it('follows the opened line as what it has become', async () => {
    const { store, actions, saved } = desk()
    actions.askNote('sourceError')
    expect(store.get().line).toBe('sums:E1:requests/granted')
    actions.commitNote()
    expect(store.get().line).toBe('E1:requests/granted')
    await saved()
    await actions.undo()
    await actions.undo()
    const [line] = store.get().lines
    if (!line) throw new Error('the sums are in question again')
    actions.openLine(line)
    expect(store.get().line).toBe('sums:E1:requests/granted')
    await actions.redo()
    expect(store.get().line).toBe('E1:requests/granted')
  })

  it('opens no line where the opened one is gone', async () => {
    const { store, actions, saved } = deskOf(recordOf(agreeing))
    actions.focus('requests/newRequests/business')
    actions.begin('3')
    actions.commit(null)
    const [line] = store.get().lines.filter(item => item.settled === null)
    if (!line) throw new Error('a sum is wrong now')
    actions.openLine(line)
    await saved()
    await actions.undo()
    expect(store.get()).toMatchObject({ line: null, lines: [] })
  })
})
