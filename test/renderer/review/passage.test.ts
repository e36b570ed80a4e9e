import { describe, expect, it } from 'vitest'
import type { Line } from '../../../src/renderer/review/state/lines.ts'
import { openDesk } from '../../../src/renderer/review/state/open.ts'
import { passageOf, passagePlace, placeOfLine, sentenceAround } from '../../../src/renderer/review/state/passage.ts'
import type { Block, SourceDocument } from '../../../src/shared/data/document.ts'
import type { ReportSection } from '../../../src/shared/data/report.ts'
import { agreeing, misread, recordOf } from './records.ts'

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

describe('the sentence around a figure, mark by mark', () => {
  const around = (of: string, at: string) => {
    const start = of.indexOf(at)
    const range = sentenceAround(of, { start, end: start + at.length })
    return of.slice(range.start, range.end)
  }

  it('stops at every mark that ends a sentence, and at no other', () => {
    for (const mark of ['。', '；', ';', '！', '？']) {
      expect(around(`甲甲${mark}乙，5件、丙${mark}丁丁`, '5件')).toBe(`乙，5件、丙${mark}`)
    }
    expect(around('甲。 　乙5件', '5件')).toBe('乙5件')
    expect(around('甲。5件。', '5件')).toBe('5件。')
    expect(around('甲。5件', '5件')).toBe('5件')
    expect(around('  5件\n乙', '  5件')).toBe('  5件')
  })

  it('holds a passage that itself runs over the end of a sentence', () => {
    expect(around('甲。乙5件。丙3件。丁', '5件。丙')).toBe('乙5件。丙3件。')
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

  it('is looked for from the head of its section on, or from the beginning where that is not known', () => {
    const printed = paragraph(text)
    const unknown = { ...section, anchor: null }
    expect(passagePlace(documentOf(printed, heading, printed), section, passage)?.block).toBe(2)
    expect(passagePlace(documentOf(printed, heading, printed), unknown, passage)?.block).toBe(0)
    expect(passagePlace(documentOf(printed, heading), section, passage)).toBeNull()
  })

  it('is the sentence before it is the figure alone, though the figure stands earlier', () => {
    const early = paragraph('全年新收政府信息公开申请 15 件，')
    const printed = paragraph('全年新收政府信息公开申请 15 件，上年结转 2 件。')
    expect(passagePlace(documentOf(heading, early, printed), section, passage)?.block).toBe(2)
  })

  it('is the cell of a table that holds it, not another one', () => {
    const cell = (row: number, of: string) => ({ row, column: 1, rowSpan: 1, columnSpan: 1, text: of })
    const cells = [cell(0, '别的'), cell(1, text)]
    const grid: Block = { kind: 'grid', rows: 2, columns: 2, cells }
    expect(passagePlace(documentOf(heading, grid), section, passage)).toEqual({
      ...{ block: 1, row: 1, column: 1 },
      words: [words],
    })
    const other: Block = { kind: 'grid', rows: 1, columns: 2, cells: [cell(0, '别的')] }
    expect(passagePlace(documentOf(heading, other, paragraph(text)), section, passage)?.block).toBe(2)
  })

  it('is none for a passage of white space', () => {
    const spaced = { ...section, anchor: null }
    expect(passagePlace(documentOf(paragraph('甲')), { ...spaced, text: '\n\n' }, { start: 0, end: 1 })).toBeNull()
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
  it('has no place where its section is not there, and a line about cells has none', () => {
    const desk = openDesk({ record: recordOf(misread), sourceIntact: true, previous: null }, null)
    const [line] = desk.lines
    if (!line) throw new Error('a sum is wrong')
    const report = {
      ...desk.current.report,
      sections: desk.current.report.sections.map(one => ({ ...one, text: '文' })),
    }
    expect(passageOf(line)).toBeNull()
    expect(passageOf(undefined)).toBeNull()
    expect(placeOfLine(line, report, documentOf(paragraph('文')))).toBeNull()
    if (line.kind !== 'finding' || !line.findings[0]) throw new Error('a line of sums has findings')
    const about = { section: 'overview', start: 0, end: 1, figure: '文' } as const
    const hint: Line = { ...line, findings: [{ ...line.findings[0], passage: about }] }
    expect(placeOfLine(hint, report, documentOf(paragraph('文')))).toMatchObject({ block: 0, words: ['文'] })
    const sections = report.sections.map(one => (one.key === 'overview' ? one : { ...one, text: '别' })).toReversed()
    expect(placeOfLine(hint, { ...report, sections }, documentOf(paragraph('文')))?.words).toEqual(['文'])
    expect(placeOfLine(hint, { ...report, sections: [] }, documentOf(paragraph('文')))).toBeNull()
    expect(placeOfLine(hint, report, null)).toBeNull()
  })
})
