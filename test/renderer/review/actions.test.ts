import { describe, expect, it } from 'vitest'
import { desk, deskOf, words } from './desk.ts'
import { agreeing, misread, recordOf, table } from './records.ts'
import { full } from './stubMain.ts'

const suspect = 'requests/granted/individual'

describe('opening', () => {
  it('begins at the first open line with its likely misreading focused', () => {
    expect(desk().store.get()).toMatchObject({ tab: 'requests', focus: suspect, line: 'sums:E1:requests/granted' })
  })
})

describe('typing', () => {
  it('counts only once it is committed, and then moves on', () => {
    const { store, actions } = desk()
    actions.begin('1')
    actions.type('11')
    expect(store.get().looks.get(suspect)?.value).toBe(8)
    expect(actions.commit('down')).toBe(true)
    expect(store.get().looks.get(suspect)).toMatchObject({ value: 11, machine: { value: 8 } })
    expect(store.get().focus).toBe('requests/partiallyGranted/individual')
    expect(store.get().notice?.text).toBe('已更正（一）·自然人 8 → 11')
  })

  it('stays open with its reason when it cannot be taken, and does not let go of it', () => {
    const { store, actions } = desk()
    actions.begin('-1')
    expect(actions.commit('down')).toBe(false)
    expect(store.get().draft).toMatchObject({ error: 'negative' })
    actions.focus('requests/newRequests/business')
    actions.showTab('text')
    expect(store.get()).toMatchObject({ focus: suspect, tab: 'requests' })
    actions.giveUp()
    expect(store.get()).toMatchObject({ draft: null, waiting: [] })
  })

  it('tells blank, dash and number apart', () => {
    for (const [text, state] of [
      ['', 'blank'],
      ['—', 'dash'],
      ['0', 'number'],
    ] as const) {
      const { store, actions } = desk()
      actions.begin(text)
      actions.commit(null)
      expect(store.get().looks.get(suspect)?.state).toBe(state)
    }
  })

  it('makes no revision of what was only looked at', () => {
    const { store, actions } = desk({ ...misread, [suspect]: { state: 'text', value: null, raw: '八件' } })
    actions.focus(suspect)
    actions.begin(null)
    expect(actions.commit('down')).toBe(true)
    expect(store.get().waiting).toEqual([])
  })

  it('is not possible where nothing can be written', () => {
    const { store, actions } = desk(misread, { writable: false })
    actions.begin('1')
    actions.confirm()
    expect(store.get()).toMatchObject({ draft: null, waiting: [], notice: { text: words.notice.readOnly } })
  })
})

describe('no key accepts a computed value', () => {
  it('and the suspect keeps what was read through every act but typing', async () => {
    const { store, actions } = desk()
    actions.confirm()
    actions.confirmAgreeing()
    actions.askNote('sourceError')
    actions.commitNote()
    await actions.next(false)
    await actions.next(true)
    actions.finish()
    expect(store.get().looks.get(suspect)?.value).toBe(8)
    expect(store.get().current.corrected.size).toBe(0)
  })
})

describe('answers', () => {
  it('confirm blanks of one row together, and take it back together', () => {
    const blank = { state: 'blank', value: null, raw: '' } as const
    const { store, actions } = desk({
      ...agreeing,
      'requests/denied.internal/research': blank,
      'requests/denied.internal/business': blank,
    })
    actions.confirm()
    expect([...store.get().current.confirmed].toSorted()).toEqual([
      'requests/denied.internal/business',
      'requests/denied.internal/research',
    ])
    expect(store.get().lines[0]?.settled).toBe('confirmed')
    actions.confirm()
    expect(store.get().current.confirmed.size).toBe(0)
  })

  it('settle all sums of one line with one note', () => {
    const { store, actions } = desk()
    actions.askNote('sourceError')
    actions.writeNote(' 原件即 8 ')
    actions.commitNote()
    const { verdicts, report } = store.get().current
    expect([...verdicts.keys()]).toEqual(['E1:requests/granted', 'E2:requests/individual'])
    expect(verdicts.get('E1:requests/granted')).toEqual({
      verdict: { kind: 'sourceError', note: '原件即 8' },
      cells: [suspect],
    })
    expect(report.tables).toHaveLength(3)
    expect(store.get().lines.every(line => line.settled === 'sourceError')).toBe(true)
    const [line] = store.get().lines
    if (line) actions.withdraw(line)
    expect(store.get().current.verdicts.size).toBe(1)
  })

  it('about one of two suspected cells leave the sums of the other open', () => {
    const { store, actions } = desk({
      ...agreeing,
      'requests/granted/individual': { value: 0 },
      'requests/granted/business': { value: 11 },
    })
    expect(store.get().lines.map(line => line.kind === 'finding' && line.suspects.length)).toEqual([2])
    actions.focus('requests/granted/business')
    actions.askNote('sourceError')
    actions.commitNote()
    expect([...store.get().current.verdicts.keys()]).toEqual(['E2:requests/business'])
    const open = store.get().lines.filter(line => line.settled === null)
    expect(open).toMatchObject([{ id: 'E2:requests/individual' }])
  })

  it('can be given to a missing section, which has no cells', () => {
    const start = recordOf(agreeing)
    const { report } = start.extraction
    if (!report) throw new Error('the record has a report')
    const short = { ...report, sections: report.sections.filter(item => item.key !== 'other') }
    const { store, actions } = deskOf({ ...start, extraction: { ...start.extraction, report: short } })
    expect(store.get()).toMatchObject({ tab: 'text', line: 'F1:section/other' })
    actions.askNote('explained')
    actions.commitNote()
    expect(store.get().lines[0]).toMatchObject({ id: 'F1:section/other', settled: 'explained' })
  })

  it('confirm only what a sum vouches for', () => {
    const { store, actions } = desk()
    actions.confirmAgreeing()
    const { confirmed } = store.get().current
    expect(confirmed.has(suspect)).toBe(false)
    expect(confirmed.has('requests/newRequests/individual')).toBe(true)
    expect([...confirmed].some(cell => cell.startsWith('disclosure/'))).toBe(false)
  })
})

describe('going on', () => {
  it('opens the next report when this one has nothing else open', async () => {
    const { actions, opened } = desk(misread, { others: true })
    await actions.next(false)
    expect(opened).toEqual(['next'])
  })

  it('stays where it is when no report is left', async () => {
    const { store, actions } = desk(agreeing)
    await actions.next(false)
    expect(store.get().notice?.text).toBe(words.notice.noneLeft)
  })

  it('backwards stays on the only open line, though other reports are open', async () => {
    const { store, actions, opened } = desk(misread, { others: true })
    const { line } = store.get()
    actions.focus('requests/newRequests/business')
    await actions.next(true)
    expect(store.get()).toMatchObject({ line, focus: suspect })
    expect(opened).toEqual([])
  })
})

describe('leaving', () => {
  it('is free where everything is saved', async () => {
    const { store, actions, saved } = desk()
    actions.begin('11')
    actions.commit(null)
    await saved()
    expect(actions.mayLeave()).toBe(true)
    expect(store.get().problemShown).toBe(false)
  })

  it('is refused, and the reason shown again, while a change could not be saved', async () => {
    const { main, store, actions, opened, saved } = desk(misread, { others: true })
    main.mood = 'failing'
    actions.begin('11')
    actions.commit(null)
    await saved()
    actions.later()
    expect(store.get()).toMatchObject({ problem: full, problemShown: false })
    expect(actions.mayLeave()).toBe(false)
    expect(store.get().problemShown).toBe(true)
    actions.later()
    await actions.next(false)
    expect(store.get()).toMatchObject({ problem: full, problemShown: true })
    expect(store.get().looks.get(suspect)?.value).toBe(11)
    expect(opened).toEqual([])
    main.mood = 'well'
    await actions.retry()
    expect(actions.mayLeave()).toBe(true)
    await actions.next(false)
    expect(opened).toEqual(['next'])
  })

  it('takes what is being typed first, and is refused where that cannot be taken', async () => {
    const { main, store, actions, opened, saved } = desk(misread, { others: true })
    actions.begin('-1')
    expect(actions.mayLeave()).toBe(false)
    await actions.next(false)
    expect(opened).toEqual([])
    expect(store.get().draft).toMatchObject({ text: '-1', error: 'negative' })
    actions.type('11')
    expect(actions.mayLeave()).toBe(true)
    await saved()
    expect(main.record.revisions).toHaveLength(1)
  })
})

describe('taking back', () => {
  it('takes back the last change and does it again, leads to its cell and says so', async () => {
    const { main, store, actions } = desk()
    actions.begin('11')
    actions.commit('down')
    expect(store.get().focus).not.toBe(suspect)
    await actions.undo()
    expect(store.get().looks.get(suspect)).toMatchObject({ value: 8, machine: null })
    expect(store.get()).toMatchObject({ focus: suspect, notice: { text: words.notice.undone } })
    actions.focus('requests/newRequests/business')
    await actions.redo()
    expect(store.get().looks.get(suspect)).toMatchObject({ value: 11, machine: { value: 8 } })
    expect(store.get()).toMatchObject({ focus: suspect, notice: { text: words.notice.redone }, problem: null })
    expect(main.record.revisions.map(({ act, reverses }) => [act, reverses])).toEqual([
      ['edit', null],
      ['undo', 1],
      ['redo', 2],
    ])
  })

  it('gives up only the typing while something is typed', async () => {
    const { main, store, actions, saved } = desk()
    actions.begin('11')
    actions.commit(null)
    await saved()
    actions.begin('12')
    await actions.undo()
    expect(store.get().draft).toBeNull()
    expect(store.get().looks.get(suspect)?.value).toBe(11)
    expect(main.record.revisions).toHaveLength(1)
  })

  it('says that there is nothing to take back or to do again, which is no failure to save', async () => {
    const { store, actions } = desk()
    await actions.undo()
    expect(store.get()).toMatchObject({ problem: null, notice: { text: words.notice.nothingToUndo } })
    await actions.redo()
    expect(store.get()).toMatchObject({ problem: null, notice: { text: words.notice.nothingToRedo } })
    expect(actions.mayLeave()).toBe(true)
  })

  it('shows why where it could not be stored, and says nothing else', async () => {
    const { main, store, actions, saved } = desk()
    actions.begin('11')
    actions.commit(null)
    await saved()
    const said = store.get().notice
    main.mood = 'failing'
    await actions.undo()
    expect(store.get()).toMatchObject({ problem: full, problemShown: true, notice: said })
    expect(store.get().looks.get(suspect)?.value).toBe(11)
  })
})

describe('a table typed by hand', () => {
  it('is opened at its first cell and takes numbers', () => {
    const start = recordOf(agreeing)
    const { report } = start.extraction
    if (!report) throw new Error('the record has a report')
    const without = { ...report, tables: [table('disclosure'), table('requests', agreeing)] }
    const { store, actions } = deskOf({ ...start, extraction: { ...start.extraction, report: without } })
    expect(store.get()).toMatchObject({ tab: 'proceedings', focus: null })
    actions.typeByHand('proceedings')
    expect(store.get().focus).toBe('proceedings/review/upheld')
    actions.begin('9')
    actions.commit('next')
    expect(store.get().looks.get('proceedings/review/upheld')).toMatchObject({ state: 'number', value: 9 })
    expect(store.get().looks.get('proceedings/review/corrected')).toMatchObject({ state: 'absent', value: null })
    expect(store.get().focus).toBe('proceedings/review/corrected')
    expect(store.get().notice?.text).toBe('已录入行政复议·结果维持 9')
  })
})
