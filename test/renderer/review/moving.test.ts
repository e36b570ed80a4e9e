import { describe, expect, it } from 'vitest'
import { desk, deskOf, words } from './desk.ts'
import { agreeing, type Given, misread, recordOf, table } from './records.ts'

const suspect = 'requests/granted/individual'
const blank = { state: 'blank', value: null, raw: '' } as const
const blanks: Given = {
  ...agreeing,
  'requests/newRequests/business': blank,
  'requests/carriedOver/business': blank,
  'requests/granted/business': blank,
}

/** A report without table 四, read from a document of one sentence. */
function withoutProceedings() {
  const start = recordOf(agreeing)
  const { report } = start.extraction
  if (!report) throw new Error('the record has a report')
  const short = { ...report, tables: [table('disclosure'), table('requests', agreeing)] }
  return { ...start, extraction: { ...start.extraction, report: short } }
}

describe('moving by cells', () => {
  it('names the heads of the cell, shows its tab, and lets go of passage and note', () => {
    const { store, actions } = desk()
    actions.askNote('explained')
    const target = { block: 1, row: null, column: null, words: ['公开'] }
    actions.showSource(target)
    expect(store.get().target).toBe(target)
    const { grab } = store.get()
    expect(actions.focus('proceedings/review/upheld')).toBe(true)
    expect(store.get()).toMatchObject({
      ...{ focus: 'proceedings/review/upheld', tab: 'proceedings', target: null, note: null },
      grab: grab + 1,
    })
    expect(store.get().named.size).toBeGreaterThan(1)
    const { named } = store.get()
    actions.focus('proceedings/review/corrected', false)
    expect(store.get().grab).toBe(grab + 1)
    expect(store.get().named).not.toEqual(named)
  })

  it('takes what is typed when another cell is pointed at, but not at the cell itself', () => {
    const { store, actions } = desk()
    actions.begin('11')
    actions.focus(suspect)
    expect(store.get().draft?.text).toBe('11')
    actions.focus('requests/newRequests/business')
    expect(store.get().draft).toBeNull()
    expect(store.get().looks.get(suspect)?.value).toBe(11)
  })

  it('says whether there was a way', () => {
    const { store, actions } = desk()
    expect(actions.move('down')).toBe(true)
    expect(store.get().focus).toBe('requests/partiallyGranted/individual')
    expect(actions.move('first')).toBe(true)
    expect(store.get().focus).toBe('requests/newRequests/individual')
    expect(actions.move('up')).toBe(false)
    expect(store.get().focus).toBe('requests/newRequests/individual')
    actions.showTab('fields')
    expect(actions.move('down')).toBe(false)
  })
})

describe('moving by tabs', () => {
  it('goes to the first cell of another table, and back to where one was in the same', () => {
    const { store, actions } = desk()
    const { named } = store.get()
    actions.showTab('requests')
    expect(store.get()).toMatchObject({ tab: 'requests', focus: suspect, named })
    actions.showTab('disclosure')
    expect(store.get()).toMatchObject({ tab: 'disclosure', focus: 'disclosure/regulations/issued' })
    expect(store.get().named.size).toBeGreaterThan(0)
  })

  it('lets go of the cell, its heads, passage and note', () => {
    const { store, actions } = desk()
    for (const tab of ['text', 'fields', 'disclosure'] as const) {
      actions.focus(suspect)
      actions.askNote('explained')
      expect(store.get().note).not.toBeNull()
      actions.showTab(tab)
      expect(store.get()).toMatchObject({ tab, note: null })
      if (tab !== 'disclosure') expect(store.get()).toMatchObject({ focus: null, named: new Set() })
    }
    actions.showSource({ block: 1, row: null, column: null, words: [] })
    actions.showTab('requests')
    expect(store.get().target).toBeNull()
  })

  it('has no cell in a table that was not found', () => {
    const { store, actions } = deskOf(withoutProceedings())
    actions.focus('requests/newRequests/individual')
    actions.showTab('proceedings')
    expect(store.get()).toMatchObject({ tab: 'proceedings', focus: null, named: new Set() })
    const { grab } = store.get()
    actions.typeByHand('proceedings')
    expect(store.get().grab).toBe(grab + 1)
    expect(store.get()).toMatchObject({ tab: 'proceedings', focus: 'proceedings/review/upheld' })
    actions.showTab('text')
    actions.showTab('proceedings')
    expect(store.get().focus).toBe('proceedings/review/upheld')
  })

  it('stays where what is typed cannot be taken', () => {
    const { store, actions } = desk(blanks)
    const [first, second] = store.get().lines
    if (!first || !second) throw new Error('there are lines')
    actions.begin('-1')
    expect(actions.focus('requests/granted/total')).toBe(false)
    actions.openLine(second)
    expect(store.get()).toMatchObject({ line: first.id, focus: 'requests/newRequests/business' })
  })
})

describe('moving by lines', () => {
  it('leads through the open lines in turn, either way, each at its first cell', async () => {
    const { store, actions, opened } = desk(blanks, { others: true })
    const ids = store.get().lines.map(line => line.id)
    expect(store.get().line).toBe(ids[0])
    await actions.next(false)
    expect(store.get()).toMatchObject({ line: ids[1], focus: 'requests/carriedOver/business' })
    await actions.next(true)
    expect(store.get()).toMatchObject({ line: ids[0], focus: 'requests/newRequests/business' })
    await actions.next(true)
    expect(store.get()).toMatchObject({ line: ids[2], focus: 'requests/granted/business' })
    await actions.next(false)
    expect(store.get().line).toBe(ids[0])
    expect(opened).toEqual([])
  })

  it('comes back to the only open line where no other report is open', async () => {
    const { store, actions, opened } = desk()
    actions.focus('requests/newRequests/business')
    await actions.next(false)
    expect(store.get()).toMatchObject({ focus: suspect, notice: null })
    expect(opened).toEqual([])
  })

  it('stays where what is typed cannot be taken', async () => {
    const { store, actions } = desk(blanks)
    const { line } = store.get()
    actions.begin('-1')
    await actions.next(false)
    expect(store.get()).toMatchObject({ line, draft: { error: 'negative' } })
  })

  it('shows the tab of a line without a drawn cell, and the place of a sentence in the source', () => {
    const start = withoutProceedings()
    const { report } = start.extraction
    const text = '全年新收政府信息公开申请15件。'
    const place = { anchor: { block: 0 }, paragraphs: [{ start: 0, anchor: { block: 1 } }] }
    const section = { key: 'overview', heading: '一、总体情况', text, ...place } as const
    const { store, actions } = deskOf({
      ...start,
      extraction: {
        ...start.extraction,
        report: report && { ...report, sections: report.sections.map(one => (one.key === 'overview' ? section : one)) },
        document: {
          format: 'docx',
          title: null,
          pages: [],
          blocks: [
            { kind: 'heading', level: 1, text: '一、总体情况' },
            { kind: 'paragraph', text },
          ],
        },
      },
    })
    const missing = store.get().lines.find(line => line.tab === 'proceedings')
    const texts = store.get().lines.filter(line => line.tab === 'text')
    const [hint, lacking] = ['N1', 'S4'].map(rule => texts.find(line => line.id.startsWith(`${rule}:`)))
    if (!missing || !hint || !lacking) throw new Error('a table is missing and a sentence says otherwise')
    actions.openLine(lacking)
    expect(store.get()).toMatchObject({ line: lacking.id, tab: 'text', target: { block: 0, row: null, words: [] } })
    actions.openLine(hint)
    expect(store.get()).toMatchObject({ line: hint.id, tab: 'text', focus: null, target: { block: 1, row: null } })
    expect(store.get().target?.words).toEqual(['新收政府信息公开申请15件'])
    actions.openLine(missing)
    expect(store.get()).toMatchObject({ line: missing.id, tab: 'proceedings', focus: null, target: null })
  })

  it('says that none is left where none is', async () => {
    const { store, actions } = desk(agreeing)
    await actions.next(true)
    expect(store.get().notice).toEqual({ key: 1, text: words.notice.noneLeft })
  })
})

describe('what lies over the desk', () => {
  it('is one at a time: the steps of the reading close the history, and reading again closes them', () => {
    const { store, actions } = desk(misread)
    actions.showHistory('cell')
    actions.showTrace(true)
    expect(store.get()).toMatchObject({ history: null, tracing: true })
    actions.showReread(true)
    expect(store.get()).toMatchObject({ tracing: false, rereading: true })
  })

  it('is one at a time: reading again closes the history', () => {
    const { store, actions } = desk(misread)
    actions.showHistory('cell')
    expect(store.get()).toMatchObject({ history: 'cell', rereading: false })
    actions.showReread(true)
    expect(store.get()).toMatchObject({ history: null, rereading: true })
    actions.showReread(false)
    actions.showHistory('record')
    expect(store.get()).toMatchObject({ history: 'record', rereading: false })
  })
})
