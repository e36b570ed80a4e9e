import { describe, expect, it } from 'vitest'
import { spokenCell } from '../../../src/renderer/review/form/grid/spoken.ts'
import { machineCell, machineText, revisionsOf, revisionText } from '../../../src/renderer/review/history/entries.ts'
import { sinceText, stamp } from '../../../src/renderer/review/history/times.ts'
import { derive } from '../../../src/renderer/review/state/derive.ts'
import { reviewWords } from '../../../src/renderer/review/words/index.ts'
import type { Change } from '../../../src/shared/data/record.ts'
import { corrected, misread, recordOf, sourceError, withChange } from './records.ts'

const cell = 'requests/granted/individual'
const confirm = (after: boolean): Change => ({ kind: 'confirm', cells: [cell], before: !after, after })

describe('the history of a cell', () => {
  const record = recordOf(misread, [
    confirm(true),
    confirm(false),
    corrected(cell, 8, 11),
    confirm(true),
    { kind: 'status', before: 'reviewing', after: 'reviewed' },
  ])
  const texts = revisionsOf(record, cell).map(item => revisionText(record, item, cell, 'zh'))

  it('is told newest first, and a confirmation says what it confirmed', () => {
    expect(texts).toEqual(['确认 11', '更正 8 → 11', '撤回确认', '确认 8'])
  })

  it('names the cell where the list is about the whole report', () => {
    const whole = record.revisions.map(item => revisionText(record, item, null, 'zh'))
    expect(whole.at(2)).toBe('（一）·自然人 更正 8 → 11')
    expect(whole.at(-1)).toBe('标为已核')
  })

  it('says what was undone', () => {
    const last = record.revisions.at(-1)
    if (!last) throw new Error('there are revisions')
    expect(revisionText(record, { ...last, act: 'undo' }, null, 'zh')).toBe('撤销：标为已核')
  })

  it('ends with what the machine read, where, and what else it may be', () => {
    const machine = machineCell(record.extraction, cell)
    if (!machine) throw new Error('the cell was read')
    const told = machineText(
      {
        ...machine,
        anchor: { block: 1, row: 7, column: 2, page: 6 },
        confidence: 0.46,
        alternatives: [
          { value: 8, confidence: 0.46 },
          { value: 3, confidence: 0.44 },
        ],
      },
      'zh',
    )
    expect(told).toEqual({ what: '8，把握 46%', where: '第 6 页，第 8 行，另读作 3（44%）' })
  })

  it('has a day and a time, and says 今日 where it was today', () => {
    const at = new Date(2024, 2, 18, 9, 5)
    expect(stamp(at.toISOString())).toBe('03-18 09:05')
    expect(sinceText(at.toISOString(), reviewWords('zh'), new Date(2024, 2, 18, 20))).toBe('今日 09:05')
    expect(sinceText(at.toISOString(), reviewWords('zh'), new Date(2024, 2, 19))).toBe('03-18 09:05')
  })
})

describe('a cell as it is spoken', () => {
  const spoken = (changes: readonly Change[]) => {
    const look = derive(recordOf(misread, changes), [], null).looks.get(cell)
    return look ? spokenCell(look, reviewWords('zh'), 'zh') : null
  }

  it('says its value and every state it is in', () => {
    expect(spoken([])).toBe('8，疑为读错')
    expect(spoken([corrected(cell, 8, 11)])).toBe('11，已更正，机读 8')
    expect(spoken([confirm(true)])).toBe('8，已确认')
    expect(spoken([sourceError('E1:requests/granted', [cell])])).toBe('8，原文如此')
  })

  it('keeps the very same look while nothing about it changes', () => {
    const record = recordOf(misread)
    const first = derive(record, [], null)
    const second = derive(withChange(record, corrected(cell, 8, 11)), [], first)
    expect(second.looks.get('requests/carriedOver/total')).toBe(first.looks.get('requests/carriedOver/total'))
    expect(second.looks.get(cell)).not.toBe(first.looks.get(cell))
    const third = derive(withChange(withChange(record, corrected(cell, 8, 11)), confirm(true)), [], second)
    expect(third.looks.get('requests/granted/business')).toBe(second.looks.get('requests/granted/business'))
  })
})
