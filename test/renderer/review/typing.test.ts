import { describe, expect, it } from 'vitest'
import { desk, deskOf } from './desk.ts'
import { agreeing, misread, recordOf, table } from './records.ts'

const suspect = 'requests/granted/individual'

describe('beginning to type', () => {
  it('starts with what stands there, or with what was pressed, and closes a note', () => {
    const { store, actions } = desk()
    actions.askNote('explained')
    actions.begin(null)
    expect(store.get()).toMatchObject({ note: null, draft: { cell: suspect, text: '8', error: null } })
    actions.giveUp()
    actions.begin('1')
    expect(store.get().draft?.text).toBe('1')
  })

  it('does not begin anew in the cell that is typed in, nor where no cell has the focus', () => {
    const { store, actions } = desk()
    actions.begin('1')
    actions.type('11')
    actions.begin('9')
    expect(store.get().draft?.text).toBe('11')
    actions.giveUp()
    actions.showTab('text')
    actions.begin('1')
    actions.type('12')
    expect(store.get().draft).toBeNull()
  })
})

describe('what is typed', () => {
  it('is a sum of money where the form asks for one', () => {
    const { store, actions } = desk()
    actions.focus('disclosure/fees/amount')
    actions.begin('386,42')
    expect(actions.commit(null)).toBe(false)
    expect(store.get().draft?.error).toBe('decimalPoint')
    actions.type('386.42')
    expect(actions.commit(null)).toBe(true)
    expect(store.get().looks.get('disclosure/fees/amount')?.value).toBe(386.42)
    actions.focus(suspect)
    actions.begin('1.5')
    expect(actions.commit(null)).toBe(false)
    expect(store.get().draft?.error).toBe('whole')
  })

  it('changes nothing where it says what stands there', () => {
    const { store, actions } = desk()
    for (const text of ['8', '08', ' 8 ']) {
      actions.begin(text)
      actions.commit(null)
    }
    expect(store.get()).toMatchObject({ waiting: [], notice: null })
  })

  it('is a blank where nothing is typed into a cell of a table that was not found', async () => {
    const start = recordOf(agreeing)
    const { report } = start.extraction
    const tables = [table('disclosure'), table('requests', agreeing)]
    const short = { ...start, extraction: { ...start.extraction, report: report && { ...report, tables } } }
    const { main, store, actions, saved } = deskOf(short)
    actions.typeByHand('proceedings')
    actions.begin(null)
    expect(store.get().draft?.text).toBe('')
    actions.commit(null)
    await saved()
    expect(store.get().looks.get('proceedings/review/upheld')?.state).toBe('blank')
    expect(main.record.revisions).toMatchObject([
      { why: '', act: 'edit', change: { before: { state: 'absent', value: null, raw: null } } },
    ])
  })
})

describe('the keys after typing', () => {
  it('are back in the form once, whether one moves on, stays, comes to an edge or gives up', () => {
    const { store, actions } = desk()
    const ends: readonly (() => unknown)[] = [
      () => actions.commit('down'),
      () => actions.commit(null),
      actions.giveUp,
      () => {
        actions.focus('requests/newRequests/individual', false)
        actions.begin('12')
        actions.commit('up')
      },
    ]
    for (const [at, end] of ends.entries()) {
      const { grab } = store.get()
      actions.begin('7')
      end()
      expect([at, store.get().grab, store.get().draft]).toEqual([at, grab + (at === 3 ? 2 : 1), null])
    }
  })
})

describe('the opened line', () => {
  const many = {
    ...agreeing,
    'requests/granted/total': { value: 14 },
    'requests/concluded/individual': { value: 523 },
    'requests/concluded/total': { value: 78 },
    'requests/denied.internal/business': { value: 7 },
  }
  it('becomes the correction that settles it, and stays where it is still open, or where none is', () => {
    const settled = desk(misread)
    settled.actions.begin('11')
    settled.actions.commit(null)
    expect(settled.store.get().line).toBe(`corrected:${suspect}`)
    for (const line of ['E3:requests/individual', null]) {
      const { store, actions } = desk(many)
      actions.focus(suspect)
      store.set(now => ({ ...now, line }))
      actions.begin('12')
      actions.commit(null)
      expect(store.get().lines.map(item => item.id)).toContain(`corrected:${suspect}`)
      expect(store.get().line).toBe(line)
    }
  })
})
