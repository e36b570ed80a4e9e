import { describe, expect, it } from 'vitest'
import { openDesk } from '../../../src/renderer/review/state/open.ts'
import { passageOf, passagePlace, sentenceAround } from '../../../src/renderer/review/state/passage.ts'
import type { Block, SourceDocument } from '../../../src/shared/document.ts'
import type { ReportSection } from '../../../src/shared/report.ts'
import { agreeing, recordOf } from './records.ts'

const text = '本年度工作有序。\n全年新收政府信息公开申请 15 件，上年结转 2 件。另有来信若干。'
const section: ReportSection = { key: 'overview', heading: '一、总体情况', text, anchor: { block: 1 } }
const words = '新收政府信息公开申请 15 件'
const passage = { start: text.indexOf(words), end: text.indexOf(words) + words.length }

const paragraph = (of: string): Block => ({ kind: 'paragraph', text: of })
const documentOf = (...blocks: readonly Block[]): SourceDocument => ({ format: 'docx', title: null, blocks, pages: [] })
const heading: Block = { kind: 'heading', level: 1, text: '一、总体情况' }

describe('the sentence around a figure', () => {
  it('goes from stop to stop, with its closing mark', () => {
    const { start, end } = sentenceAround(text, passage)
    expect(text.slice(start, end)).toBe('全年新收政府信息公开申请 15 件，上年结转 2 件。')
  })

  it('ends with its paragraph, and may be the whole text', () => {
    const { start, end } = sentenceAround('甲\n  乙 3 件\n丙', { start: 4, end: 9 })
    expect('甲\n  乙 3 件\n丙'.slice(start, end)).toBe('乙 3 件')
    expect(sentenceAround('乙 3 件', { start: 2, end: 5 })).toEqual({ start: 0, end: 5 })
  })
})

describe('its place in the source', () => {
  it('is the block after the head of the section that holds the sentence, however it is spaced there', () => {
    const contents = paragraph('全年新收政府信息公开申请 15 件，上年结转 2 件。')
    const printed = paragraph('本年度工作有序。\n全年新收政府信息公开申请15件，上年结转2件。另有来信若干。')
    expect(passagePlace(documentOf(contents, heading, printed), section, passage)).toEqual({
      ...{ block: 2, row: null, column: null },
      words: [words],
    })
  })

  it('is found by the figure where a page break cut the sentence, and in the cell of a table', () => {
    const cut = documentOf(
      heading,
      heading,
      paragraph('全年新收政府信息公开申请 15 件，'),
      paragraph('上年结转 2 件。'),
    )
    expect(passagePlace(cut, section, passage)?.block).toBe(2)
    const cells = [{ row: 3, column: 0, rowSpan: 1, columnSpan: 2, text }]
    const inTable = documentOf(heading, { kind: 'grid', rows: 4, columns: 2, cells })
    expect(passagePlace(inTable, section, passage)).toMatchObject({ block: 1, row: 3, column: 0 })
  })

  it('is none where the source does not hold it', () => {
    expect(passagePlace(documentOf(heading, paragraph('别的话')), section, passage)).toBeNull()
    expect(passagePlace(null, section, passage)).toBeNull()
  })
})

describe('a hint about the prose', () => {
  it('opens the tab of the prose and lights the sentence in the source', () => {
    const plain = recordOf(agreeing)
    const { extraction } = plain
    const report = extraction.report && { ...extraction.report, sections: [section] }
    const record = {
      ...plain,
      extraction: { ...extraction, report, document: documentOf(heading, heading, paragraph(text)) },
    }
    const desk = openDesk({ record, sourceIntact: true, previous: null }, null)
    const hint = desk.lines.find(line => passageOf(line))
    expect(hint).toMatchObject({ tab: 'text', cells: [], settled: null })
    expect(passageOf(hint)).toMatchObject({ section: 'overview' })
    const missing = desk.lines.filter(line => line.settled === null && line !== hint)
    // The missing sections come before it; were it alone, the desk would open at it.
    const answered = {
      ...record,
      revisions: missing.map((line, at) => ({
        ...{ number: at + 1, at: '', who: '', why: '', act: 'edit' as const, reverses: null, previous: '', hash: '' },
        change: {
          ...{ kind: 'verdict' as const, finding: line.id, cells: [], before: null },
          after: { kind: 'explained' as const, note: '' },
        },
      })),
    }
    const opened = openDesk({ record: answered, sourceIntact: true, previous: null }, null)
    expect(opened).toMatchObject({ tab: 'text', line: hint?.id, focus: null })
    expect(opened.target).toMatchObject({ block: 2, row: null, column: null })
  })
})
