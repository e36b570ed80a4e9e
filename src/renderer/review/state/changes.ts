import type { WantedChange } from '../../../shared/api.ts'
import type { Current } from '../../../shared/current/current.ts'
import type { ArchiveRecord, Change, Revision } from '../../../shared/data/record.ts'
import { findCell, type Reading, type ReportField } from '../../../shared/data/report.ts'

/** A change that is on the screen and not yet on disk. */
export type Waiting = {
  readonly at: string
  readonly who: string
  readonly why: string
  readonly act: 'edit' | 'restore'
  readonly change: WantedChange
}

const noReading: Reading = { state: 'absent', value: null, raw: null }

/** The whole change: what is wanted, with what stands there before it. Main does the same from the record on disk. */
function wholeChange(wanted: WantedChange, current: Current): Change {
  switch (wanted.kind) {
    case 'cell': {
      const cell = findCell(current.report, wanted.cell)
      const before = cell ? { state: cell.state, value: cell.value, raw: cell.raw } : noReading
      return { ...wanted, before }
    }
    case 'confirm':
      return { ...wanted, before: !wanted.after }
    case 'verdict':
      return { ...wanted, before: current.verdicts.get(wanted.finding)?.verdict ?? null }
    case 'field':
      return { ...wanted, before: current.report[wanted.field] }
    case 'status':
      return { ...wanted, before: current.status }
  }
}

/** The record as it will stand once `waiting` is on disk: its revision is drawn like any other, without number or hash of its own. */
export function withWaiting(record: ArchiveRecord, waiting: Waiting, current: Current): ArchiveRecord {
  const revision: Revision = {
    number: (record.revisions.at(-1)?.number ?? 0) + 1,
    at: waiting.at,
    who: waiting.who,
    why: waiting.why,
    act: waiting.act,
    reverses: null,
    change: wholeChange(waiting.change, current),
    previous: '',
    hash: '',
  }
  return { ...record, revisions: [...record.revisions, revision] }
}

/** What a field change would set, checked: a year is four digits, a date a calendar day. Null clears the field. */
export function fieldFrom(
  field: ReportField,
  typed: string,
): { ok: true; value: string | number | null } | { ok: false } {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return { ok: true, value: null }
  if (field === 'year') return /^(?:19|20)\d{2}$/.test(text) ? { ok: true, value: Number(text) } : { ok: false }
  if (field === 'publishedOn') {
    const day = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text)
    if (!day) return { ok: false }
    const iso = day
      .slice(1)
      .map(part => part.padStart(2, '0'))
      .join('-')
    const date = new Date(`${iso}T00:00:00Z`)
    return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso
      ? { ok: false }
      : { ok: true, value: iso }
  }
  return text.length <= 500 ? { ok: true, value: typed.trim() } : { ok: false }
}
