import { describe, expect, it } from 'vitest'
import { absentTable, currentOf, standsConfirmed } from '../../src/shared/current/current.ts'
import { decisionsOf, disagreementsOf, readingIn } from '../../src/shared/current/decisions.ts'
import { openCounts, reviewItems } from '../../src/shared/current/review.ts'
import type { ArchiveRecord, Change, Extraction, Revision, RevisionAct } from '../../src/shared/data/record.ts'
import type { Reading } from '../../src/shared/data/report.ts'
import { findingText } from '../../src/shared/words/findingText.ts'
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

describe('what stands by a person’s word', () => {
  const typed = (after: number, before = 6): Change => ({
    kind: 'cell',
    cell,
    before: number(before),
    after: number(after),
  })
  const year = (after: number, before = 2023): Change => ({ kind: 'field', field: 'year', before, after })
  const yearOf = (record: ArchiveRecord) => currentOf(record).report.year

  it('is what was typed, with what the machine had read there, and nothing else while no newer reading came', () => {
    const record = revised(revised(revised(begun, typed(8)), year(2022)), reviewed)
    const decided = decisionsOf(record)
    expect([...decided.cells]).toEqual([[cell, { value: number(8), seen: number(6), revision: 1 }]])
    expect([...decided.fields]).toEqual([['year', { value: 2022, seen: 2023, revision: 2 }]])
    expect(decisionsOf(revised(begun, confirm(true))).cells.size).toBe(0)
    expect(decisionsOf(revised(begun, { ...confirm(true), cells: [] } as Change)).cells.size).toBe(0)
  })

  it('is a year that was typed, over any newer reading, which asks where it says something new', () => {
    const record = revised(begun, year(2022))
    expect(yearOf(record)).toBe(2022)
    const newer = (said: number) => reread(record, reading('two', 6, said))
    expect([2021, 2022, 2023].map(said => yearOf(newer(said)))).toEqual([2022, 2022, 2022])
    expect(asked(newer(2021)).map(item => item.id)).toEqual(['R1:year'])
    expect([asked(newer(2022)), asked(newer(2023))]).toEqual([[], []])
    const again = revised(newer(2021), year(2020, 2022))
    expect([yearOf(again), asked(again)]).toEqual([2020, []])
  })

  it('is no year that was taken back to what the machine had read, but is one taken back to what was typed before', () => {
    const once = revised(begun, year(2022))
    const undone = revised(once, year(2023, 2022), 'undo')
    expect(yearOf(undone)).toBe(2023)
    expect(yearOf(reread(undone, reading('two', 6, 2024)))).toBe(2024)
    const retyped = revised(once, year(2023, 2022))
    expect(yearOf(reread(retyped, reading('two', 6, 2024)))).toBe(2023)
    const twice = revised(revised(once, year(2020, 2022)), year(2022, 2020), 'undo')
    expect(yearOf(reread(twice, reading('two', 6, 2024)))).toBe(2022)
  })

  it('is what was typed and then confirmed under the newer reading, which is asked about no more', () => {
    const asking = reread(revised(begun, typed(8)), reading('two', 9))
    expect(asked(asking)).toHaveLength(1)
    const confirmed = revised(asking, confirm(true))
    expect([shown(confirmed), asked(confirmed)]).toEqual([8, []])
    // The answer was to a 9: a third reading that says so again asks nothing, another one does.
    expect(asked(reread(confirmed, reading('three', 9)))).toEqual([])
    const other = reread(confirmed, reading('three', 10))
    expect([shown(other), asked(other).length]).toEqual([8, 1])
    expect(currentOf(other).disagreements).toEqual([
      { kind: 'cell', cell, before: number(9), person: number(8), machine: number(10) },
    ])
  })

  it('goes by the reading that lay before the person, of several', () => {
    // Typed over the second reading, which said 9.
    const second = revised(reread(revised(begun, year(2022)), reading('two', 9)), typed(8, 9))
    expect(asked(reread(second, reading('three', 9)))).toEqual([])
    expect(currentOf(reread(second, reading('three', 7))).disagreements).toMatchObject([{ before: number(9) }])
  })

  it('keeps a cell confirmed that no newer reading says otherwise, while another one asks', () => {
    const other = 'proceedings/review/corrected'
    const both: Change = { kind: 'confirm', cells: [cell, other], before: false, after: true }
    const now = currentOf(reread(revised(begun, both), reading('two', 9, 2022)))
    expect([standsConfirmed(now, cell), standsConfirmed(now, other)]).toEqual([false, true])
    const field = currentOf(reread(revised(revised(begun, both), year(2020)), reading('two', 6, 2022)))
    expect(field.disagreements.map(item => item.kind)).toEqual(['field'])
    expect(standsConfirmed(field, cell)).toBe(true)
  })

  it('may be about a source that nobody could read: it stands when a reader can, and nothing is made up of the rest', () => {
    const unread: ArchiveRecord = { ...begun, extraction: { ...begun.extraction, report: null } }
    const named = revised(unread, { kind: 'field', field: 'year', before: null, after: 2022 })
    expect(yearOf(reread(named, reading('two', 6, 2021)))).toBe(2022)
    expect(currentOf(reread(named, reading('two', 6, 2021))).disagreements).toMatchObject([
      { kind: 'field', field: 'year', before: null, person: 2022, machine: 2021 },
    ])
    const vouched = reread(revised(unread, { ...reviewed, before: 'unread' } as Change), reading('two', 6, 2021))
    expect([shown(vouched), yearOf(vouched), currentOf(vouched).disagreements]).toEqual([6, 2021, []])
    expect(readingIn(null, cell)).toEqual({ state: 'absent', value: null, raw: null })
    expect(readingIn(begun.extraction.report, 'requests/granted/total')).toEqual(readingIn(null, cell))
  })

  it('disagrees with nothing where no reading was replaced', () => {
    const record = revised(begun, typed(8))
    expect(disagreementsOf(record, decisionsOf(record))).toEqual([])
    expect(disagreementsOf({ ...record, earlier: [] }, decisionsOf(record))).toEqual([])
  })
})
