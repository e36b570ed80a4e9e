import { describe, expect, it } from 'vitest'
import { desk, deskOf, words } from './desk.ts'
import { agreeing, type Given, misread, recordOf, sourceError } from './records.ts'

const suspect = 'requests/granted/individual'
const blank = { state: 'blank', value: null, raw: '' } as const

/** So many misreadings that nobody can name them: `suspect` stands in the sum of its row and in that of its column, each a line of its own. */
const many: Given = {
  ...agreeing,
  'requests/granted/total': { value: 14 },
  'requests/concluded/individual': { value: 523 },
  'requests/concluded/total': { value: 78 },
  'requests/denied.internal/business': { value: 7 },
}

/** Two blanks in one row, two doubtful cells in another. */
const rows: Given = {
  ...agreeing,
  'requests/denied.internal/research': blank,
  'requests/denied.internal/business': blank,
  'requests/denied.process/research': { value: 0, confidence: 0.5 },
  'requests/denied.process/business': { value: 0, confidence: 0.6 },
}

describe('confirming', () => {
  it('confirms the doubtful cells of a row together, and says how many', () => {
    const { store, actions } = desk(rows)
    actions.focus('requests/denied.process/research')
    actions.confirm()
    expect([...store.get().current.confirmed].toSorted()).toEqual([
      'requests/denied.process/business',
      'requests/denied.process/research',
    ])
    expect(store.get().notice?.text).toBe(words.notice.confirmed(2))
    actions.confirm()
    expect(store.get().current.confirmed.size).toBe(0)
    expect(store.get().notice?.text).toBe(words.notice.unconfirmed(2))
  })

  it('adds those that are missing where some of the row were confirmed before', () => {
    const { main, store, actions } = deskOf(
      recordOf(rows, [{ kind: 'confirm', cells: ['requests/denied.internal/research'], before: false, after: true }]),
    )
    actions.focus('requests/denied.internal/business')
    actions.confirm()
    expect(store.get().waiting.map(item => item.change)).toEqual([
      { kind: 'confirm', cells: ['requests/denied.internal/business'], after: true },
    ])
    expect(main.record.revisions).toHaveLength(1)
  })

  it('confirms one cell only of a failed sum, and one that nobody asked about', () => {
    const { store, actions } = desk()
    actions.confirm()
    expect([...store.get().current.confirmed]).toEqual([suspect])
    actions.focus('requests/carriedOver/legalService')
    actions.confirm()
    expect([...store.get().current.confirmed]).toEqual([suspect, 'requests/carriedOver/legalService'])
    expect(store.get().notice?.text).toBe(words.notice.confirmed(1))
  })

  it('confirms odd figures of one row together, like blanks', () => {
    const odd = { state: 'text', value: null, raw: '若干' } as const
    const { store, actions } = desk({
      ...agreeing,
      'requests/denied.internal/research': odd,
      'requests/denied.internal/business': odd,
    })
    const [line] = store.get().lines
    expect(line?.kind === 'finding' && line.findings.map(item => item.rule)).toEqual(['F3'])
    actions.confirm()
    expect(store.get().current.confirmed.size).toBe(2)
  })

  it('confirms nothing where no cell has the focus', () => {
    const { store, actions } = desk()
    actions.showTab('text')
    actions.confirm()
    expect(store.get()).toMatchObject({ waiting: [], notice: null })
  })
})

describe('confirming what agrees', () => {
  it('leaves out what was confirmed or corrected before, and says so where nothing is left', () => {
    const { store, actions } = deskOf(
      recordOf(agreeing, [
        { kind: 'confirm', cells: ['requests/newRequests/individual'], before: false, after: true },
        {
          kind: 'cell',
          cell: 'requests/carriedOver/individual',
          before: { state: 'number', value: 2, raw: '2' },
          after: { state: 'number', value: 2, raw: '02' },
        },
      ]),
    )
    const { agreeing: before } = store.get()
    actions.confirmAgreeing()
    const [waiting] = store.get().waiting
    const cells = waiting?.change.kind === 'confirm' ? waiting.change.cells : []
    expect(cells).not.toContain('requests/newRequests/individual')
    expect(cells).toHaveLength(before.size - 1)
    expect(store.get().notice?.text).toBe(words.notice.confirmed(before.size - 1))
    actions.confirmAgreeing()
    expect(store.get().waiting).toHaveLength(1)
    expect(store.get().notice?.text).toBe(words.notice.nothingAgrees)
  })

  it('leaves a corrected cell alone: it was decided already', () => {
    const { store, actions } = desk()
    actions.begin('11')
    actions.commit(null)
    actions.confirmAgreeing()
    expect(store.get().current.corrected.has(suspect)).toBe(true)
    expect(store.get().agreeing.has(suspect)).toBe(true)
    expect(store.get().current.confirmed.has(suspect)).toBe(false)
  })

  it('is not possible where nothing can be written', () => {
    const { store, actions } = desk(misread, { writable: false })
    actions.confirmAgreeing()
    expect(store.get()).toMatchObject({ waiting: [], notice: { text: words.notice.readOnly } })
  })
})

describe('a note', () => {
  it('belongs to the opened line where the cell is in several, else to the first that is open', () => {
    const { store, actions } = desk(many)
    const inRow = 'E1:requests/granted'
    const inColumn = 'E2:requests/individual'
    for (const id of [inColumn, inRow]) {
      const line = store.get().lines.find(item => item.id === id)
      if (!line) throw new Error(`${id} fails`)
      actions.openLine(line)
      actions.focus(suspect)
      actions.askNote('explained')
      expect(store.get()).toMatchObject({ line: id, note: { cells: [suspect], kind: 'explained', text: '' } })
    }
    for (const id of [inRow, inColumn, inRow]) {
      store.set(now => ({ ...now, line: null }))
      actions.askNote('explained')
      expect(store.get()).toMatchObject({ line: id, note: { findings: [id] } })
      actions.commitNote()
    }
  })

  it('brings back what was written before, at a line that is settled', () => {
    const { store, actions } = desk()
    actions.askNote('explained')
    actions.writeNote('含补报')
    actions.commitNote()
    expect(store.get().notice?.text).toBe(words.notice.verdict('explained'))
    expect(store.get().note).toBeNull()
    actions.focus(suspect)
    actions.askNote('sourceError')
    expect(store.get().note).toMatchObject({ kind: 'sourceError', text: '含补报' })
  })

  it('is about all blanks of a row, and its why is what was written', async () => {
    const { main, store, actions, saved } = desk(rows)
    const { grab } = store.get()
    actions.focus('requests/denied.internal/business', false)
    actions.askNote('explained')
    expect(store.get().note?.cells.toSorted()).toEqual([
      'requests/denied.internal/business',
      'requests/denied.internal/research',
    ])
    actions.writeNote(' 未统计 ')
    actions.commitNote()
    expect(store.get().grab).toBe(grab + 1)
    await saved()
    expect(main.record.revisions).toMatchObject([
      { why: '未统计', act: 'edit', change: { kind: 'verdict', after: { kind: 'explained', note: '未统计' } } },
    ])
  })

  it('is not asked for a doubt or where nothing is in question', () => {
    const { store, actions } = desk(rows)
    for (const cell of ['requests/denied.process/research', 'requests/carriedOver/legalService'] as const) {
      actions.focus(cell)
      actions.askNote('sourceError')
      expect(store.get()).toMatchObject({ note: null, notice: { text: words.notice.nothingToAnswer } })
    }
  })

  it('is not asked for over something typed that cannot be taken, nor where nothing can be written', () => {
    const { store, actions } = desk()
    actions.begin('-1')
    actions.askNote('sourceError')
    expect(store.get()).toMatchObject({ note: null, draft: { error: 'negative' } })
    const closed = desk(misread, { writable: false })
    closed.actions.askNote('sourceError')
    expect(closed.store.get()).toMatchObject({ note: null, notice: { text: words.notice.readOnly } })
  })

  it('names no cell at a line that has none, whether a cell has the focus or not', () => {
    const start = recordOf(agreeing)
    const { report } = start.extraction
    const sections = report?.sections.filter(item => item.key !== 'other') ?? []
    const short = { ...start, extraction: { ...start.extraction, report: report && { ...report, sections } } }
    const { store, actions } = deskOf(short)
    for (const focus of [null, suspect] as const) {
      store.set(now => ({ ...now, focus, line: 'F1:section/other', note: null }))
      actions.askNote('explained')
      expect(store.get().note).toMatchObject({ findings: ['F1:section/other'], cells: [] })
    }
    store.set(now => ({ ...now, focus: null, line: null, note: null }))
    actions.askNote('explained')
    expect(store.get()).toMatchObject({ note: null, notice: { text: words.notice.nothingToAnswer } })
  })

  it('is nothing to write or to take where none was asked for', () => {
    const { store, actions } = desk()
    const before = store.get()
    actions.writeNote('x')
    actions.commitNote()
    expect(store.get()).toBe(before)
  })

  it('about the one suspected cell of several sums answers all of them, wherever in the line one stands', () => {
    const { store, actions } = desk()
    actions.focus('requests/granted/total')
    actions.askNote('sourceError')
    expect(store.get().note?.findings).toEqual(['E1:requests/granted', 'E2:requests/individual'])
  })

  it('about a line of two suspected cells answers all its sums where the focus is in neither', () => {
    const { store, actions } = desk({
      ...agreeing,
      'requests/granted/individual': { value: 0 },
      'requests/granted/business': { value: 11 },
    })
    actions.focus('requests/carriedOver/legalService')
    const [line] = store.get().lines
    store.set(now => ({ ...now, line: line?.id ?? null, focus: 'requests/denied.internal/business' }))
    actions.askNote('sourceError')
    // The column of 商业企业 is one of them.
    expect(store.get().note?.findings).toEqual(['E2:requests/business'])
  })
})

describe('withdrawing', () => {
  it('takes the verdicts of a line back and nothing else', async () => {
    const { main, store, actions, saved } = desk()
    actions.askNote('sourceError')
    actions.commitNote()
    const answered = store.get().lines.filter(line => line.settled === 'sourceError')
    expect(answered.length).toBeGreaterThan(0)
    const given = store.get().current.verdicts.size
    for (const line of answered) actions.withdraw(line)
    expect(store.get().current.verdicts.size).toBe(0)
    await saved()
    expect(main.record.revisions).toHaveLength(2 * given)
    for (const line of store.get().lines) actions.withdraw(line)
    await saved()
    expect(main.record.revisions).toHaveLength(2 * given)
  })

  it('keeps the cells that were named when the answer was given', () => {
    const { store, actions } = deskOf(recordOf(misread, [sourceError('E1:requests/granted', [suspect])]))
    const line = store.get().lines.find(item => item.id === 'E1:requests/granted')
    if (!line) throw new Error('the answered sum is a line')
    actions.withdraw(line)
    expect(store.get().waiting.map(item => item.change)).toEqual([
      { kind: 'verdict', finding: 'E1:requests/granted', cells: [suspect], after: null },
    ])
  })

  it('does nothing to a doubt, and is not possible where nothing can be written', () => {
    const { store, actions } = desk(rows)
    for (const line of store.get().lines.filter(item => item.kind === 'doubt')) actions.withdraw(line)
    expect(store.get()).toMatchObject({ waiting: [], notice: null })
    const closed = deskOf(recordOf(misread, [sourceError('E1:requests/granted', [suspect])]), { writable: false })
    const [line] = closed.store.get().lines
    if (line) closed.actions.withdraw(line)
    expect(closed.store.get()).toMatchObject({ waiting: [], notice: { text: words.notice.readOnly } })
  })
})
