import { describe, expect, it } from 'vitest'
import { fieldFrom, withWaiting } from '../../../src/renderer/review/state/changes.ts'
import type { WantedChange } from '../../../src/shared/api.ts'
import { currentOf } from '../../../src/shared/current/current.ts'
import { corrected, misread, recordOf, sourceError } from './records.ts'

const suspect = 'requests/granted/individual'
const eleven = { state: 'number', value: 11, raw: '11' } as const
const verdict = { kind: 'explained', note: '含补报' } as const

describe('a change that is not yet on disk', () => {
  const record = recordOf(misread, [sourceError('E1:requests/granted', [suspect])])
  const shown = (change: WantedChange, of = record) =>
    withWaiting(of, { at: '2024-03-18T02:00:00Z', who: '丙', why: '看错', act: 'restore', change }, currentOf(of))

  it('is drawn as the next revision, without a hash of its own', () => {
    const next = shown({ kind: 'status', after: 'reviewed' })
    expect(next).toEqual({ ...record, revisions: [...record.revisions, next.revisions.at(-1)] })
    expect(next.revisions.at(-1)).toEqual({
      ...{ number: 2, at: '2024-03-18T02:00:00Z', who: '丙', why: '看错', act: 'restore' },
      ...{ reverses: null, previous: '', hash: '' },
      change: { kind: 'status', before: 'reviewing', after: 'reviewed' },
    })
    expect(shown({ kind: 'status', after: 'reviewed' }, recordOf()).revisions.map(item => item.number)).toEqual([1])
  })

  it('holds what stands there before it, whatever kind it is', () => {
    const whole = (change: WantedChange, of = record) => shown(change, of).revisions.at(-1)?.change
    const cell = { kind: 'cell', cell: suspect, after: eleven } as const
    expect(whole(cell)).toEqual({ ...cell, before: { state: 'number', value: 8, raw: '8' } })
    const once = recordOf(misread, [corrected(suspect, 8, 9)])
    expect(whole(cell, once)).toEqual({ ...cell, before: { state: 'number', value: 9, raw: '9' } })
    const { report } = record.extraction
    const without = { ...record, extraction: { ...record.extraction, report: report && { ...report, tables: [] } } }
    expect(whole(cell, without)).toEqual({ ...cell, before: { state: 'absent', value: null, raw: null } })
    for (const after of [true, false]) {
      expect(whole({ kind: 'confirm', cells: [suspect], after })).toMatchObject({ before: !after, after })
    }
    const answer: WantedChange = { kind: 'verdict', finding: 'E1:requests/granted', cells: [suspect], after: verdict }
    expect(whole(answer)).toEqual({ ...answer, before: { kind: 'sourceError', note: '' } })
    expect(whole({ ...answer, finding: 'E2:requests/individual' })).toMatchObject({ before: null })
    expect(whole({ kind: 'field', field: 'year', after: 2022 })).toMatchObject({ before: 2023, after: 2022 })
    expect(whole({ kind: 'field', field: 'publishedOn', after: '2024-01-31' })).toMatchObject({ before: null })
  })
})

describe('what is typed for a fact of the report', () => {
  const good = (value: string | number | null) => ({ ok: true, value })
  const bad = { ok: false }

  it('clears it where nothing is typed', () => {
    for (const field of ['title', 'organization', 'year', 'publishedOn'] as const) {
      expect(fieldFrom(field, ' 　')).toEqual(good(null))
    }
  })

  it('is a year of four digits, this century or the last', () => {
    expect(fieldFrom('year', ' 2023 ')).toEqual(good(2023))
    expect(fieldFrom('year', '２０２３')).toEqual(good(2023))
    expect(fieldFrom('year', '1999')).toEqual(good(1999))
    for (const typed of ['23', '2123', '20231', '12023', '二〇二三', '2023年']) {
      expect(fieldFrom('year', typed)).toEqual(bad)
    }
  })

  it('is a calendar day however it is written', () => {
    for (const typed of [
      '2024-01-31',
      '2024.1.31',
      '2024/1/31',
      '2024年1月31日',
      '2024年01月31',
      '２０２４－１－３１',
    ]) {
      expect([typed, fieldFrom('publishedOn', typed)]).toEqual([typed, good('2024-01-31')])
    }
    expect(fieldFrom('publishedOn', '2024-2-3')).toEqual(good('2024-02-03'))
    for (const typed of ['2024-13-01', '2024-02-30', '2024-1', '24-1-31', 'x2024-1-31', '2024-1-31x', '2024-123-1']) {
      expect([typed, fieldFrom('publishedOn', typed)]).toEqual([typed, bad])
    }
  })

  it('is text as it is typed, up to 500 signs', () => {
    expect(fieldFrom('title', ' 清河区（２０２３）年报 ')).toEqual(good('清河区（２０２３）年报'))
    expect(fieldFrom('organization', '清'.repeat(500))).toEqual(good('清'.repeat(500)))
    expect(fieldFrom('title', '清'.repeat(501))).toEqual(bad)
  })
})
