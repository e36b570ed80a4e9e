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
  it('is that of the paragraph in which it begins, down to its cell', () => {
    const second = { start: text.indexOf('全年'), anchor: { block: 7, row: 3, column: 0 } }
    const placed = { ...section, paragraphs: [{ start: 0, anchor: { block: 2 } }, second] }
    expect(passagePlace(placed, passage)).toEqual({ block: 7, row: 3, column: 0, words: [words] })
    expect(passagePlace(placed, { start: 3, end: 5 })).toMatchObject({ block: 2, row: null, column: null })
  })

  it('is none where the reading does not tell', () => {
    expect(passagePlace(section, passage)).toBeNull()
    expect(
      passagePlace({ ...section, paragraphs: [{ start: 30, anchor: { block: 2 } }] }, { start: 3, end: 5 }),
    ).toBeNull()
  })
})

describe('a hint about the prose', () => {
  it('opens the tab of the prose and lights the sentence in the source', () => {
    const plain = recordOf(agreeing)
    const { extraction } = plain
    const paragraphs = [{ start: 0, anchor: { block: 2 } }]
    const report = extraction.report && { ...extraction.report, sections: [{ ...section, paragraphs }] }
    const record = {
      ...plain,
      extraction: { ...extraction, report, document: documentOf(heading, heading, paragraph(text)) },
    }
    const desk = openDesk({ record, path: null, sourceIntact: true, previous: null }, null)
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
    const opened = openDesk({ record: answered, path: null, sourceIntact: true, previous: null }, null)
    expect(opened).toMatchObject({ tab: 'text', line: hint?.id, focus: null })
    expect(opened.target).toMatchObject({ block: 2, row: null, column: null })
  })
  it('has no place where its section is not there, and a line about cells has none', () => {
    const desk = openDesk({ record: recordOf(misread), path: null, sourceIntact: true, previous: null }, null)
    const [line] = desk.lines
    if (!line) throw new Error('a sum is wrong')
    const report = {
      ...desk.current.report,
      sections: desk.current.report.sections.map(one => ({ ...one, text: '文' })),
    }
    expect(passageOf(line)).toBeNull()
    expect(passageOf(undefined)).toBeNull()
    expect(placeOfLine(line, report)).toBeNull()
    if (line.kind !== 'finding' || !line.findings[0]) throw new Error('a line of sums has findings')
    const about = { section: 'overview', start: 0, end: 1, figure: '文' } as const
    const hint: Line = { ...line, findings: [{ ...line.findings[0], passage: about }] }
    const paragraphs = [{ start: 0, anchor: { block: 4 } }]
    const sections = report.sections.map(one => (one.key === 'overview' ? { ...one, text: '文', paragraphs } : one))
    expect(placeOfLine(hint, { ...report, sections })).toMatchObject({ block: 4, words: ['文'] })
    expect(placeOfLine(hint, { ...report, sections: [] })).toBeNull()
  })
})
