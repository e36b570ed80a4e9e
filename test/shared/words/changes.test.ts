import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/shared/data/record.ts'
import { cellName, readingText, signed } from '../../../src/shared/words/cells.ts'
import { changeText, changeWords, verbOn, verbSaysAll } from '../../../src/shared/words/changes.ts'

const zh = (change: Change) => changeWords(change, 'zh')
const cell = 'requests/unavailable.notHeld/individual'

describe('a change in words', () => {
  it('names the cell as a person does, with what it was and what it became', () => {
    const change: Change = {
      kind: 'cell',
      cell,
      before: { state: 'number', value: 53, raw: '53' },
      after: { state: 'number', value: 58, raw: '58' },
    }
    expect(zh(change)).toEqual({ where: '（四）1·自然人', before: '53', after: '58' })
    expect(changeWords(change, 'en').where).toBe('Not held, individuals')
  })

  it('never shows a blank, a dash or a missing cell as 0', () => {
    const from = (state: 'blank' | 'dash' | 'absent' | 'text', raw: string | null) =>
      zh({ kind: 'cell', cell, before: { state, value: null, raw }, after: { state: 'number', value: 0, raw: '0' } })
        .before
    expect(from('blank', '')).toBe('空白')
    expect(from('dash', '——')).toBe('——')
    expect(from('absent', null)).toBe('没有找到此格')
    expect(from('text', '见附表')).toBe('“见附表”')
  })

  it('counts the cells of a confirmation of many', () => {
    expect(zh({ kind: 'confirm', cells: [cell, 'requests/granted/total'], before: false, after: true })).toEqual({
      where: '2 格',
      before: '未确认',
      after: '已确认',
    })
  })

  it('tells verdicts, metadata and status', () => {
    expect(
      zh({ kind: 'verdict', finding: 'E1', cells: [cell], before: null, after: { kind: 'sourceError', note: '' } })
        .after,
    ).toBe('原文如此')
    expect(zh({ kind: 'field', field: 'year', before: null, after: 2023 })).toEqual({
      where: '年度',
      before: '空',
      after: '2023',
    })
    expect(zh({ kind: 'status', before: 'reviewing', after: 'reviewed' }).after).toBe('已核')
  })
})

describe('names', () => {
  it('put row and column on one line', () => {
    expect(cellName('requests/unavailable.notHeld/individual', 'zh')).toBe('（四）1·自然人')
    expect(cellName('disclosure/fees/amount', 'zh')).toBe('行政事业性收费·收费金额')
    expect(cellName('proceedings/review/total', 'en')).toBe('Administrative review, total')
  })

  it('sign a difference with a true minus', () => {
    expect([signed(-5, 'zh'), signed(1, 'zh'), signed(1, 'en')]).toEqual(['−5', '＋1', '+1'])
  })
})

describe('what a person did', () => {
  const verdict = (after: 'sourceError' | 'explained' | null): Change => ({
    ...{ kind: 'verdict', finding: 'E1', cells: [cell], before: null },
    after: after && { kind: after, note: '' },
  })
  const status: Change = { kind: 'status', before: 'reviewed', after: 'reviewing' }
  const field: Change = { kind: 'field', field: 'organization', before: '甲', after: null }

  it('has one verb on every screen', () => {
    const on = (change: Change) => verbOn(change, 'edit', 'zh')
    expect([verdict('sourceError'), verdict('explained'), verdict(null), status, field].map(on)).toEqual([
      ...['定为原文如此', '附说明', '撤回定论', '标为核对中', '改机关'],
    ])
    expect(verbOn(field, 'undo', 'zh')).toBe('撤销')
    expect(verbOn(field, 'edit', 'en')).toBe('changed the body of')
    expect([status, field].map(verbSaysAll)).toEqual([true, false])
  })

  it('is told on one line', () => {
    expect(changeText(verdict('sourceError'), 'zh')).toBe('（四）1·自然人 定为原文如此')
    expect(changeText(field, 'zh')).toBe('改机关 甲 → 空')
    expect(changeText(status, 'zh')).toBe('标为核对中')
  })
})

describe('prose in a cell', () => {
  it('is quoted, and what is left out of it is seen to be', () => {
    expect(readingText({ state: 'text', value: null, raw: '见 \n附表' }, 'zh')).toBe('“见 附表”')
    expect(readingText({ state: 'text', value: null, raw: '长'.repeat(61) }, 'zh')).toBe(`“${'长'.repeat(60)}…”`)
  })
})
