import { describe, expect, it } from 'vitest'
import { absentTable, currentOf, standsConfirmed } from '../../src/shared/current.ts'
import { findingText } from '../../src/shared/findingText.ts'
import type { ArchiveRecord, Change, Extraction, Revision, RevisionAct } from '../../src/shared/record.ts'
import type { Reading } from '../../src/shared/report.ts'
import { openCounts, reviewItems } from '../../src/shared/review.ts'
import { recordOf } from '../archive/samples.ts'

const cell = 'proceedings/review/upheld'
const number = (value: number): Reading => ({ state: 'number', value, raw: String(value) })

const sample = recordOf({ id: '0'.repeat(16), sha256: '0'.repeat(64), bytes: 1, path: '', record: null }, 'a.txt')

/** A reading of the sample: a year, and one cell of the fourth table. */
function reading(reader: string, upheld: number, year = 2023): Extraction {
  const { report } = sample.extraction
  if (!report) throw new Error('the sample has a report')
  const table = absentTable('proceedings', '2021')
  const cells = table.cells.map(item =>
    item.row === 'review' && item.column === 'upheld' ? { ...item, ...number(upheld) } : item,
  )
  return { ...sample.extraction, reader, report: { ...report, year, tables: [{ ...table, cells }] } }
}

function revised(record: ArchiveRecord, change: Change, act: RevisionAct = 'edit'): ArchiveRecord {
  const revision = { number: record.revisions.length + 1, at: '', who: '', why: '', act, reverses: null, change }
  const whole: Revision = { ...revision, previous: '', hash: '' }
  return { ...record, revisions: [...record.revisions, whole] }
}

/** The record after its source was read again. */
const reread = (record: ArchiveRecord, extraction: Extraction): ArchiveRecord => ({
  ...record,
  extraction,
  earlier: [...(record.earlier ?? []), { extraction: record.extraction, revisions: record.revisions.length }],
})

const confirm = (after: boolean): Change => ({ kind: 'confirm', cells: [cell], before: !after, after })
const reviewed: Change = { kind: 'status', before: 'pending', after: 'reviewed' }
const begun = { ...sample, extraction: reading('one', 6) }

const shown = (record: ArchiveRecord) =>
  currentOf(record).report.tables[0]?.cells.find(item => item.row === 'review' && item.column === 'upheld')?.value
const asked = (record: ArchiveRecord) => reviewItems(currentOf(record)).filter(item => item.id.startsWith('R1:'))

describe('a newer reading of a source that a person has worked on', () => {
  it('leaves what was confirmed as it was seen, and asks', () => {
    const now = reread(revised(begun, confirm(true)), reading('two', 9))
    expect(shown(now)).toBe(6)
    expect(currentOf(now).corrected.get(cell)).toEqual(number(9))
    expect(asked(now)).toMatchObject([{ id: `R1:${cell}`, settled: null, cells: [cell] }])
    expect(standsConfirmed(currentOf(now), cell)).toBe(false)
  })

  it('leaves everything of a report that was marked as reviewed as it was, and asks', () => {
    const now = reread(revised(begun, reviewed), reading('two', 9, 2022))
    expect(shown(now)).toBe(6)
    expect(currentOf(now).report.year).toBe(2023)
    expect(asked(now).map(item => item.id)).toEqual(['R1:year', `R1:${cell}`])
  })

  it('takes its place where the person had gone back to what the machine had read', () => {
    const typed = revised(begun, { kind: 'cell', cell, before: number(6), after: number(8) })
    const undone = revised(typed, { kind: 'cell', cell, before: number(8), after: number(6) }, 'undo')
    expect(shown(reread(undone, reading('two', 9)))).toBe(9)
    expect(shown(reread(revised(revised(begun, confirm(true)), confirm(false)), reading('two', 9)))).toBe(9)
    const reopened = revised(revised(begun, reviewed), { ...reviewed, before: 'reviewed', after: 'reviewing' })
    expect(shown(reread(reopened, reading('two', 9)))).toBe(9)
  })

  it('asks no more once the person has decided again, whichever way', () => {
    const now = reread(revised(begun, confirm(true)), reading('two', 9))
    const again = revised(now, { ...confirm(true), before: true } as Change)
    expect([shown(again), asked(again)]).toEqual([6, []])
    expect(standsConfirmed(currentOf(again), cell)).toBe(true)
    const taken = revised(now, { kind: 'cell', cell, before: number(6), after: number(9) })
    expect([shown(taken), asked(taken)]).toEqual([9, []])
    const explained = revised(now, {
      kind: 'verdict',
      finding: `R1:${cell}`,
      cells: [cell],
      before: null,
      after: { kind: 'explained', note: '原件涂改' },
    })
    expect(asked(explained)).toMatchObject([{ settled: 'explained' }])
  })

  it('does not ask where it says what it said before, or what the person says', () => {
    const typed = revised(begun, { kind: 'cell', cell, before: number(6), after: number(8) })
    expect(asked(reread(typed, reading('two', 6)))).toEqual([])
    expect(asked(reread(typed, reading('two', 8)))).toEqual([])
    expect(asked(reread(typed, reading('two', 9)))).toHaveLength(1)
    // Two newer readings that agree with each other are one question.
    expect(asked(reread(reread(typed, reading('two', 9)), reading('three', 9)))).toHaveLength(1)
  })

  it('is counted among the open questions and put into words', () => {
    const before = revised(begun, confirm(true))
    const now = reread(before, reading('two', 9))
    expect(openCounts(currentOf(now)).warnings - openCounts(currentOf(before)).warnings).toBe(1)
    const [item] = asked(now)
    const finding = item?.kind === 'finding' ? item.findings[0] : undefined
    if (!finding) throw new Error('there is a finding')
    expect(findingText(finding, currentOf(now).report, 'zh').detail).toContain('重新读取原件读作“9”')
    expect(findingText(finding, currentOf(now).report, 'en').detail).toContain('“9”')
  })
})
