import { describe, expect, it } from 'vitest'
import { changeWords } from '../../../src/renderer/history/journal/change.ts'
import { wordsOf } from '../../../src/renderer/words/index.ts'
import type { Change } from '../../../src/shared/data/record.ts'

const zh = (change: Change) => changeWords(change, wordsOf('zh'), 'zh')
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
    expect(changeWords(change, wordsOf('en'), 'en').where).toBe('Not held, individuals')
  })

  it('never shows a blank, a dash or a missing cell as 0', () => {
    const from = (state: 'blank' | 'dash' | 'absent' | 'text', raw: string | null) =>
      zh({ kind: 'cell', cell, before: { state, value: null, raw }, after: { state: 'number', value: 0, raw: '0' } })
        .before
    expect(from('blank', '')).toBe('空白')
    expect(from('dash', '——')).toBe('——')
    expect(from('absent', null)).toBe('原件无此格')
    expect(from('text', '见附表')).toBe('见附表')
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
